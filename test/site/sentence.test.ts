import { describe, expect, test } from 'vitest'
import { quotedSentence } from '../../src/site/sentence.ts'

const shown = (text: string, words: string): string => quotedSentence(text, text.indexOf(words), text.indexOf(words) + words.length)

describe('the sentence around a claim', () => {
  test.each([
    ['It rained. Two died there. It stopped.', 'Two died', '<q><em>Two died</em> there.</q>', 'one sentence'],
    ['He left.\nTwo died\nShe came.', 'Two', '<q><em>Two</em> died</q>', 'a line ends it'],
    ['"Is it true?" Two died, Dr. Hale said. "No."', 'Two', '<q><em>Two</em> died, Dr. Hale said.</q>', 'a title does not end it'],
    ['The U.S. envoy said two died.', 'two', '<q>The U.S. envoy said <em>two</em> died.</q>', 'an initial does not'],
    ['At 3.5 km two died.', 'two', '<q>At 3.5 km <em>two</em> died.</q>', 'a decimal point does not'],
    ['a<b>c', 'b', '<q>a&lt;<em>b</em>&gt;c</q>', 'text stays text'],
  ])('%s', (text, words, expected, _why) => expect(shown(text, words)).toBe(expected))
  test('a very long sentence is cut at words, and says so', () => {
    const html = shown(`${'before '.repeat(100)}two died ${'after '.repeat(100)}`, 'two died')
    expect(html.length).toBeLessThan(520)
    expect(html).toMatch(/^<q>… before .*<em>two died<\/em>.*after …<\/q>$/)
  })
})

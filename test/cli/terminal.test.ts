import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { makeIo, wantsColour } from '../../src/cli/process-io.ts'
import { layTable } from '../../src/cli/table.ts'
import { cut, displayWidth, safe, wrap } from '../../src/cli/terminal.ts'

const plain = (_style: unknown, text: string): string => text
const signal = new AbortController().signal

describe('outside text', () => {
  it.each([
    ['a\u001b[31mb', 'a[31mb', 'no escape reaches the terminal'],
    ['a\r\nb\tc', 'a b c', 'one line stays one line'],
    ['a\u202eb\u2066c', 'abc', 'no change of direction hides words'],
    ['a\u009bb\u0007', 'ab', 'C1 and bell'],
    ['Київ', 'Київ', 'letters stay'],
  ])('%j → %j', (text, made) => { expect(safe(text)).toBe(made) })
})

describe('widths', () => {
  it.each([['abc', 3], ['Kyïv', 4], ['e\u0301', 1], ['東京', 4], ['🚀', 2], ['', 0]])('%s takes %d columns', (text, width) => { expect(displayWidth(text)).toBe(width) })
  it.each([['abcdef', 4, 'abc…'], ['abc', 3, 'abc'], ['東京都', 4, '東…'], ['ab cd', 4, 'ab…']])('%s cut to %d', (text, width, made) => { expect(cut(text, width)).toBe(made) })
  it('wrapping keeps every word and no line is too long', () => {
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-zé東]{1,12}$/), { minLength: 1, maxLength: 20 }), fc.integer({ min: 4, max: 30 }), (words, width) => {
      const lines = wrap(words.join(' '), width)
      expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''))
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
    }))
  })
})

describe('a table', () => {
  const rows = [['Kyiv', 3, 'said by the mayor'], ['Lviv', 12, null]]
  it('aligns columns and leaves no space at the end of a line', () => {
    expect(layTable(rows, { align: ['left', 'right'] }, null, plain)).toBe('Kyiv   3  said by the mayor\nLviv  12\n')
  })
  it('cuts the elastic column to the width', () => {
    expect(layTable(rows, { head: ['place', 'n', 'who'] }, 23, plain)).toBe('place  n   who\nKyiv   3   said by the…\nLviv   12\n')
  })
  it('wraps where asked to', () => {
    expect(layTable(rows, { wrap: true }, 22, plain)).toBe('Kyiv  3   said by the\n          mayor\nLviv  12\n')
  })
  it('makes cells safe before it paints them', () => {
    const painted = layTable([[{ text: 'a\u001b[0mb', style: 'red' }]], {}, null, (style, text) => `<${String(style)}>${text}`)
    expect(painted).toBe('<red>a[0mb\n')
  })
  it('is nothing for no rows', () => { expect(layTable([], {}, 80, plain)).toBe('') })
})

describe('colour', () => {
  it.each([
    [{}, true, true], [{}, false, false], [{ NO_COLOR: '1' }, true, false], [{ NO_COLOR: '' }, true, true], [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false], [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false], [{ TERM: 'dumb' }, true, false],
  ])('%j on a terminal: %s → %s', (env, tty, wanted) => { expect(wantsColour(env, tty)).toBe(wanted) })
})

describe('progress', () => {
  afterEach(() => { vi.useRealTimers() })
  const drawn = (tty: boolean): string => {
    const stderr = Object.assign(new PassThrough(), { isTTY: tty, columns: 60 })
    const io = makeIo({ stdin: () => new PassThrough(), stdout: new PassThrough(), stderr, env: {}, cwd: '/', signal })
    vi.useFakeTimers({ toFake: ['Date'] })
    io.progress('reading', 1000, 2000)
    vi.advanceTimersByTime(50)
    io.progress('reading', 1001, 2000)
    vi.advanceTimersByTime(60)
    io.progress('reading', 1002, 2000)
    io.note('done')
    return String(stderr.read() ?? '')
  }
  it('is drawn on a terminal, seldom enough, and wiped before other words', () => {
    expect(drawn(true)).toBe('\r\u001b[2Kreading 1,000 of 2,000\r\u001b[2Kreading 1,002 of 2,000\r\u001b[2Kdone\n')
  })
  it('is silent elsewhere', () => { expect(drawn(false)).toBe('done\n') })
})

import { describe, expect, test } from 'vitest'
import { attribute, stanceOf } from '../../../src/stages/extract/attribution/index.ts'
import { documentOf } from './documents.ts'

describe('statements', () => {
  const one = (text: string) => attribute(documentOf(text)).statements[0]
  test.each([
    ['Governor Pavlo Dorn said on Telegram: “Two bridges were hit.”', { speaker: 'Pavlo Dorn', role: 'Governor', channel: 'Telegram', cue: 'said', direct: true }],
    ['Varnian President Olga Reth told the Herald that talks had failed.', { speaker: 'Olga Reth', role: 'Varnian President', channel: 'Herald', cue: 'told', direct: false }],
    ['Olga Reth, president of Varnia, vowed to rebuild the port.', { speaker: 'Olga Reth', role: 'president of Varnia', cue: 'vowed', direct: false }],
    ['The air force tweeted: “Ten drones were shot down.”', { speaker: 'air force', role: null, cue: 'tweeted', direct: true }],
    ['In a late address, Olga Reth warned the enemy may strike.', { speaker: 'Olga Reth', cue: 'warned', quote: 'the enemy may strike' }],
    ['Olga Reth went on to explain how the port was lost.', { speaker: 'Olga Reth', cue: 'explain' }],
    ['Marla denied involvement in the raid.', { speaker: 'Marla', cue: 'denied', quote: 'involvement in the raid' }],
  ])('%s', (text, expected) => { expect(one(text)).toMatchObject(expected) })

  test.each([
    ['Ana Brill posted pictures of the harbour.', 'nothing was said'],
    ['Drivers were warned to stay at home.', 'nobody warned them by name'],
    ['Officials fear a second winter.', 'a feeling, not words'],
    ['The blast was reported missing from the log.', 'passive without a speaker'],
    ['Their claims and reports said nothing new about posts.', 'nouns that look like verbs'],
  ])('silent: %s (%s)', (text) => { expect(attribute(documentOf(text)).statements.filter((s) => s.cue !== 'said')).toEqual([]) })

  test('the same words twice are one statement, and headings make none', () => {
    const line = 'Ana Brill said the port was open.'
    const text = `${line}\n${line}\n${line}`
    const passages = [{ kind: 'headline' as const, start: 0, end: line.length }, { kind: 'paragraph' as const, start: line.length + 1, end: 2 * line.length + 1 }, { kind: 'paragraph' as const, start: 2 * line.length + 2, end: text.length }]
    const { statements } = attribute(documentOf(text, passages))
    expect(statements).toHaveLength(1)
    expect(statements[0]!.start).toBeGreaterThan(line.length)
  })

  test('the side that the words place the speaker in', () => {
    const { attributions } = attribute(documentOf('Turkish officials said two soldiers died. A doctor said nine were hurt. Hezbollah said it fired rockets.'))
    expect(attributions.map((a) => a.speaker.side)).toEqual(['Turkey', null, 'Hezbollah'])
    expect(attributions.map((a) => a.speaker.named)).toEqual([true, false, true])
  })

  test('nested words know what they stand in', () => {
    const { attributions } = attribute(documentOf('The Tribune said that doctors had estimated forty casualties.'))
    expect(attributions.map((a) => [a.speaker.name, a.nestedIn])).toEqual([['Tribune', -1], ['doctors', 0]])
  })
})

// text, words, stance, the words that make it so, why
const stances: [string, string, string, string, string][] = [
  ['Six farmers were burned.', 'Six farmers', 'asserted', '', 'plain'],
  ['Six farmers were reportedly burned near Ost.', 'Six farmers were reportedly burned', 'unconfirmed', 'reportedly', 'inside'],
  ['The raid reportedly hit a mill, killing six farmers.', 'killing six farmers', 'unconfirmed', 'reportedly', 'on to the participle'],
  ['A mill was hit, reportedly killing six farmers.', 'A mill was hit', 'asserted', '', 'not back over the comma'],
  ['Three were reportedly hurt, while six farmers were burned.', 'six farmers', 'asserted', '', 'not over a contrast'],
  ['Six farmers may have been burned.', 'Six farmers may have been burned', 'unconfirmed', 'may', 'modal'],
  ['In May 2021 six farmers were burned.', 'six farmers', 'asserted', '', 'the month'],
  ['Up to 40 people are feared drowned.', '40 people are feared', 'unconfirmed', 'feared', 'feared'],
  ['Nine of the 40 are believed to be dead.', 'Nine of the 40 are believed to be dead', 'unconfirmed', 'believed', 'believed to be'],
  ['Ivo Marek, believed to be the head of the cell, was killed.', 'was killed', 'asserted', '', 'believed of something else'],
  ['Reports say six farmers were burned.', 'six farmers', 'unconfirmed', 'Reports say', 'hearsay'],
  ['It was not possible to verify the claim that six farmers were burned.', 'six farmers', 'unconfirmed', 'verify the claim', 'a claim that nobody could check'],
  ['Reuters could not verify reports that six farmers were burned.', 'six farmers', 'unconfirmed', 'verify reports', 'reports that nobody could check'],
  ['The army claims it killed 60 rebels. The figure could not be verified.', 'killed 60 rebels', 'unconfirmed', 'claims', 'claimed and not checked'],
  ['The army claims it killed 60 rebels. It rained.', 'killed 60 rebels', 'asserted', '', 'claimed'],
  ['Ivo Marek said his men shot down two jets, without offering any evidence.', 'shot down two jets', 'unconfirmed', 'without offering any evidence', 'no evidence'],
  ['The army denied killing six farmers.', 'six farmers', 'denied', 'denied', 'denied'],
  ['The ministry denied its forces shot six farmers.', 'six farmers', 'denied', 'denied', 'a clause without "that"'],
  ['Marla denied the six farmers had been shot.', 'six farmers', 'denied', 'denied', 'and one in the passive'],
  ['The ministry denied a role in the raid that killed six farmers.', 'six farmers', 'asserted', '', 'a part in it is denied, not that it happened'],
  ['The ministry rejected claims that its forces shot six farmers.', 'six farmers', 'denied', 'rejected', 'a report of it rejected'],
  ['The ministry rejected on Monday claims by rebels that its forces shot six farmers.', 'six farmers', 'denied', 'rejected', 'and whose report'],
  ['The ministry dismissed as false reports that six farmers were shot.', 'six farmers', 'denied', 'dismissed', 'and as what'],
  ['The ministry rejected a deal that would free six farmers.', 'six farmers', 'asserted', '', 'what is rejected is no report'],
  ['The army denied that it was behind the raid that killed six farmers.', 'six farmers', 'asserted', '', 'whose deed it was is denied, not the deed'],
  ['The army claimed, without evidence, that it killed 60 rebels.', '60 rebels', 'unconfirmed', 'claimed', 'words set in before what is claimed'],
  ['The army alleged that nine of the dead were spies.', 'nine of the dead', 'unconfirmed', 'alleged', 'alleged'],
  ['The mayor estimated that 40 people were hurt.', '40 people', 'asserted', '', 'an estimate is a bound, not a doubt'],
  ['According to the mayor, 40 people were hurt.', '40 people', 'asserted', '', 'a source'],
]

describe('stance', () => {
  test.each(stances)('%s | %s → %s %s (%s)', (text, words, stance, by) => {
    const document = documentOf(text)
    const speech = attribute(document)
    const { tokens } = document
    const at = text.indexOf(words)
    let first = 0
    while (tokens.end[first]! <= at) first++
    let last = first
    while (last < tokens.count && tokens.start[last]! < at + words.length) last++
    const found = stanceOf(document, first, last, speech.speakerAt(first))
    expect([found.stance, found.first < 0 ? '' : text.slice(tokens.start[found.first], tokens.end[found.last - 1])]).toEqual([stance, by])
  })
})

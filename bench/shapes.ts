// Texts of one length that a reader may stumble over: ordinary reporting cut from a corpus, and made ones that are all of one thing.

/** A text with what it is. `ordinary`: reporting. */
export interface Shape {
  name: string
  ordinary: boolean
  text: string
}

/** What made texts are made of, over and over. */
const PIECES: Readonly<Record<string, string>> = {
  digits: '7', letters: 'a', capitals: 'Q', spaces: ' ', lines: '\n', 'full stops': '. ', commas: 'one, ', hyphens: 'a-b-', quotes: '"', 'curly quotes': '“said” ', brackets: '(', 'pairs of brackets': '[x] ', apostrophes: "it's ",
  numbers: '12 ', 'number words': 'two hundred and ', ranges: '3-5 to ', 'one name': 'Kyiv ', 'list of towns': 'Kyiv, Odesa and Lviv, ', 'unknown names': 'Zvarovka, ', initials: 'J. ', demonyms: 'Russian Ukrainian ', days: 'on Monday ', dates: '5 May 2031, ',
  'verbs of saying': 'said that ', speakers: 'the governor said, ', 'bodies named': 'Ministry of Defence (MoD) ', 'verbs of harm': 'killed ', victims: 'two people were killed and ', relatives: 'who was ', prepositions: 'of the attack in ', 'events in one sentence': 'a missile strike on Kyiv, ',
  'short sentences': 'He died. ', 'short claims': 'Two died in Kyiv. ', 'statements': '"Two died," he said. ', 'right-to-left marks': '\u200fa ', 'look-alike letters': 'Кyіv ', emoji: '💥 ', cyrillic: 'Київ ', 'joining marks': 'a\u0301\u0301\u0301',
}

/** Texts of `length` characters each: ordinary ones from `texts`, and one of each piece. */
export function shapesOf(texts: readonly string[], length: number, ordinary: number): Shape[] {
  const shapes: Shape[] = []
  const whole = texts.join('\n\n')
  for (let i = 0; i < ordinary; i++) {
    const from = Math.floor((whole.length * i) / ordinary)
    shapes.push({ name: `reporting ${i + 1}`, ordinary: true, text: repeated(whole.slice(from, from + length), length) })
  }
  for (const [name, piece] of Object.entries(PIECES)) shapes.push({ name, ordinary: false, text: repeated(piece, length) })
  return shapes
}

/** A text over and over, up to a length. */
export function repeated(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length)
}

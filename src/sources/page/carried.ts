// A page that is empty until its scripts run: its text stands in its data alone, or in what it shows without scripts.
import type { Page } from './tree.ts'

/** Words under which a page has no text of its own. */
export const OWN_TEXT = 40
/** Of what is carried at least so many, and so many times those of the page's own. */
const LEAST_WORDS = 40, TIMES = 3
/** Words of the page's own from which on what its scripts hold has to go on from them: else it is another story. */
const OWN_STORY = 8
const LARGEST = 4 * 1024 * 1024, MOST_NODES = 200_000, MOST_TEXT = 1_000_000

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const SENTENCE = /[.!?。！？…]["”’»)\]]*(?:\s|$)/
const wordsIn = (text: string): number => text.split(/\s+/).length
/** Words that a reader would read: a sentence, or a paragraph of markup. Addresses, keys and labels are none. */
const isProse = (text: string): boolean => text.length >= 40 && text.length <= MOST_TEXT && (/<(?:p|br)\b/i.test(text) || (SENTENCE.test(text) && wordsIn(text) >= 8))

/** Kinds of parts that are no text of the report, and those that are headings. */
const OTHER = /image|photo|video|audio|embed|advert|\bad\b|related|newsletter|promo|gallery|social|caption|script|style/i, HEADING = /^(?:h[1-6]|head(?:ing|er)(?:[-_]?[1-6])?|sub-?head(?:ing)?)$/i
/** Fields whose strings are words; those of others are addresses, ids and labels. */
const WORDS = /^(?:text|value|content|contents|body|html|paragraph|copy|children|nodes|items|blocks|data|model|markup|raw|rendered|plaintext)$/i

/** How much prose stands in each list and object, and in strings; the heaviest place that is one thing. Linear in the data. */
function heaviest(root: Json): Json {
  const order: { node: Json, parent: number }[] = [{ node: root, parent: -1 }]
  for (let i = 0; i < order.length && order.length < MOST_NODES; i++) {
    const { node } = order[i]!
    if (typeof node === 'object' && node !== null) for (const child of Array.isArray(node) ? node : Object.values(node)) if (typeof child === 'string' || (typeof child === 'object' && child !== null)) order.push({ node: child, parent: i })
  }
  const mass = new Float64Array(order.length), heavy = new Int32Array(order.length).fill(-1)
  for (let i = order.length - 1; i >= 0; i--) {
    const { node, parent } = order[i]!
    if (typeof node === 'string' && isProse(node)) mass[i]! += node.length
    if (parent < 0 || mass[i] === 0) continue
    mass[parent]! += mass[i]!
    if (heavy[parent]! < 0 || mass[i]! >= mass[heavy[parent]!]!) heavy[parent] = i
  }
  // down to where no single part holds nearly all of it
  let at = 0
  for (let next = heavy[at]!; next >= 0 && mass[next]! >= mass[at]! * 0.75; next = heavy[at]!) at = next
  return mass[at]! > 0 ? order[at]!.node : null
}

/** The words of a part, in order: of rich text the pieces of one paragraph stand in a list of their own. */
function textOf(part: Json): string {
  if (typeof part === 'string') return part
  if (typeof part !== 'object' || part === null) return ''
  const pieces: string[] = [], waiting: Json[] = [part]
  for (let n = 0; waiting.length > 0 && n < MOST_NODES; n++) {
    const node = waiting.pop()!
    if (typeof node === 'string') pieces.push(node)
    else if (Array.isArray(node)) for (let i = node.length - 1; i >= 0; i--) waiting.push(node[i]!)
    else if (typeof node === 'object' && node !== null) for (const [key, value] of Object.entries(node).reverse()) if (WORDS.test(key)) waiting.push(value)
  }
  return pieces.join('')
}

const escaped = (text: string): string => text.replace(/&(?![a-z#0-9]{2,8};)/gi, '&amp;').replace(/</g, '&lt;')

/** The paragraphs of a place in the data, as a page. */
function pageOf(node: Json): string {
  if (typeof node === 'string') return markup(node)
  const parts = Array.isArray(node) ? node : typeof node === 'object' && node !== null ? Object.entries(node).filter(([key, value]) => WORDS.test(key) || (typeof value === 'string' && isProse(value))).map(([, value]) => value) : []
  let page = ''
  for (const part of parts) {
    const kind = typeof part === 'object' && part !== null && !Array.isArray(part) ? [part['type'], part['_type'], part['kind'], part['nodeType'], part['name'], part['__typename']].find((value) => typeof value === 'string') as string | undefined : undefined
    const text = kind !== undefined && OTHER.test(kind) && !/text|paragraph/i.test(kind) ? '' : textOf(part)
    if (text.trim() !== '') page += kind !== undefined && HEADING.test(kind) ? `<h2>${escaped(text)}</h2>` : markup(text)
  }
  return page
}

const markup = (text: string): string => (/<(?:p|br|div|h\d|ul|ol|li|blockquote|em|strong|a|b|i)\b[^>]{0,1000}>/i.test(text) ? `<div>${text}</div>` : text.split(/\n+/).map((line) => `<p>${escaped(line)}</p>`).join(''))

function parsed(script: string): Json {
  const text = script.trim(), from = /^(?:window|self|globalThis)?\.?_{0,3}[\w$.[\]"']{1,80}\s{0,3}=\s{0,3}(?=[{[])/.exec(text.slice(0, 200))
  const json = (from === null ? text : text.slice(from[0].length)).replace(/;\s*$/, '')
  if (json[0] !== '{' && json[0] !== '[') return null
  try { return JSON.parse(json) as Json } catch { return null }
}

/**
 * The text that a page carries where its elements have none, as a page of its own; null where there is none that is an
 * article's. `own`: the words of its elements. First the body in its schema.org data, then the data of its scripts, then what stands for readers without scripts.
 */
export function carriedText(html: string, page: Page, body: string | null, own: readonly string[]): string | null {
  const plain = (text: string): string => text.replace(/<[^<>]{1,1000}>/g, ' ').replace(/\s+/g, ' ').trim()
  const enough = (text: string): boolean => { const words = wordsIn(plain(text)); return words >= LEAST_WORDS && words >= own.length * TIMES }
  const same = (text: string): boolean => own.length < OWN_STORY || plain(text).includes(own.slice(0, OWN_STORY).join(' '))
  if (body !== null && enough(body)) return markup(body.slice(0, MOST_TEXT))
  let best = ''
  for (let i = 0, read = 0; i < page.scripts.length && read < LARGEST; i += 2) {
    const script = html.slice(page.scripts[i], page.scripts[i + 1])
    if (script.length < 200 || script.length > LARGEST) continue
    read += script.length
    const data = parsed(script), text = data === null ? '' : pageOf(heaviest(data))
    if (text.length > best.length && text.length <= MOST_TEXT && same(text)) best = text
  }
  if (enough(best)) return best
  for (let i = 0; i < page.noscripts.length; i += 2) {
    const text = html.slice(page.noscripts[i], Math.min(page.noscripts[i + 1]!, page.noscripts[i]! + MOST_TEXT))
    if (enough(text) && same(text)) return text
  }
  return null
}

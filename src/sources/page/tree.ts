// A page as a flat tree: nodes in document order, each with its parent and the end of its subtree, so that every later
// step is a loop over arrays and no depth of nesting can overflow a stack. The tokenizer is htmlparser2's; the building
// is ours, because its parser takes time quadratic in the depth of nesting.
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'

export interface Page {
  count: number
  /** Lower-case element name; "" for a text node. */
  tag: string[]
  /** Index of the parent; -1 for the roots. */
  parent: Int32Array
  /** The index after the node's last descendant. */
  end: Int32Array
  /** The text of a text node. */
  text: string[]
  /** Those attributes of an element that anything here asks for; null for none. */
  attributes: (Record<string, string> | null)[]
  /** The contents of script elements of type application/ld+json. */
  data: string[]
  title: string | null
  /** What scripts that are not schema.org data, and `noscript` elements, hold: from and to in the page's source, in turn. */
  scripts: number[]
  noscripts: number[]
}

const VOID = new Set(['area', 'base', 'basefont', 'br', 'col', 'command', 'embed', 'frame', 'hr', 'img', 'input', 'keygen', 'link', 'meta', 'param', 'source', 'track', 'wbr'])
/** Elements whose content is never reporting. */
const SKIPPED = new Set(['script', 'style', 'noscript', 'template', 'svg', 'math', 'iframe', 'object', 'select', 'textarea', 'option', 'datalist', 'canvas', 'audio', 'video', 'map', 'noembed', 'noframes', 'frameset'])
const KEPT = new Set(['id', 'class', 'role', 'itemprop', 'itemtype', 'hidden', 'style', 'href', 'datetime', 'rel', 'type', 'name', 'property', 'content', 'lang', 'aria-hidden', 'aria-label', 'data-testid', 'data-component', 'data-module', 'data-type', 'title', 'data-timestamp', 'data-time', 'shadowrootmode'])
const P = new Set(['p'])
const CELLS = new Set(['td', 'th'])
/** What the start of an element closes, if it is the innermost open one. */
const CLOSES = new Map<string, ReadonlySet<string>>([
  ['tr', new Set(['tr', 'td', 'th', 'p'])], ['td', CELLS], ['th', CELLS], ['li', new Set(['li', 'p'])], ['a', new Set(['a'])], ['dd', new Set(['dd', 'dt', 'p'])], ['dt', new Set(['dd', 'dt', 'p'])],
  ['tbody', new Set(['thead', 'tbody', 'tr', 'td', 'th'])], ['tfoot', new Set(['thead', 'tbody', 'tr', 'td', 'th'])],
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'address', 'article', 'aside', 'blockquote', 'details', 'div', 'dl', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'header', 'hr', 'main', 'nav', 'ol', 'pre', 'section', 'table', 'ul'].map((name): [string, ReadonlySet<string>] => [name, P]),
])
/** An end tag inside one of these closes nothing outside of it. */
const SCOPES = new Set(['table', 'td', 'th'])
const TABLE_PARTS = new Set(['table', 'tr', 'td', 'th', 'tbody', 'thead', 'tfoot'])
export const INLINE: ReadonlySet<string> = new Set(['a', 'abbr', 'acronym', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'ins', 'kbd', 'label', 'mark', 'nobr', 'q', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr', 'img', 'picture', 'source', 'br'])
/** How far up an end tag looks for its element; a page whose nesting is deeper is broken on purpose. */
const REACH = 400

interface TagKind {
  name: string
  void: boolean
  skipped: boolean
  inline: boolean
  part: boolean
  closes: ReadonlySet<string> | null
}

const kindNamed = (name: string): TagKind => ({ name, void: VOID.has(name), skipped: SKIPPED.has(name), inline: INLINE.has(name), part: TABLE_PARTS.has(name), closes: CLOSES.get(name) ?? null })
/** The kinds of the usual elements, each name as one string for all pages. */
const KINDS = new Map([...VOID, ...SKIPPED, ...CLOSES.keys(), ...INLINE, ...TABLE_PARTS, 'html', 'head', 'body', 'title'].map((name): [string, TagKind] => [name, kindNamed(name)]))
const kindOf = (written: string): TagKind => {
  const known = KINDS.get(written)
  if (known !== undefined) return known
  const name = written.toLowerCase()
  return KINDS.get(name) ?? kindNamed(name)
}

/** By the first letter, the lengths of the attributes that are kept, as bits: most others are told by these without being cut out. */
const KEPT_LENGTHS = new Int32Array(32)
for (const name of KEPT) KEPT_LENGTHS[name.charCodeAt(0) & 31]! |= 1 << name.length

class Builder implements TokenizerCallbacks {
  source: string
  tag: string[] = []
  parent: number[] = []
  end: number[] = []
  text: string[] = []
  attributes: (Record<string, string> | null)[] = []
  data: string[] = []
  title: string | null = null
  open: number[] = []
  openNames = new Map<string, number>()
  kind: TagKind = KINDS.get('html')!
  attribute = ''
  value = ''
  found: Record<string, string> | null = null
  words = ''
  skipping = 0 // depth below a skipped element
  skipped = ''
  scripts: string[] | null = null
  titles: string[] | null = null
  scriptRanges: number[] = []
  noscriptRanges: number[] = []
  skippedFrom = 0
  runStart = 0
  runEnd = -1

  constructor(source: string) { this.source = source }

  ontext(start: number, end: number): void {
    if (start !== this.runEnd) { this.takeRun(); this.runStart = start }
    this.runEnd = end
  }

  /** Text arrives in pieces that follow one another; they are one slice. */
  takeRun(): void {
    if (this.runEnd < 0) return
    const { runStart, runEnd } = this
    this.runEnd = -1
    if (this.skipping > 0 && this.scripts === null) return
    const text = this.source.slice(runStart, runEnd)
    this.addText(text)
  }

  ontextentity(code: number): void { this.takeRun(); this.addText(String.fromCodePoint(code)) }
  /** In a page written as XML it is text; elsewhere a comment. */
  oncdata(start: number, end: number, mark: number): void { if (this.source.startsWith('<?xml')) { this.takeRun(); this.addText(this.source.slice(start, end - mark)) } }
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}

  addText(text: string): void {
    if (this.skipping > 0) { this.scripts?.push(text); return }
    if (this.titles) { this.titles.push(text); return }
    this.words += text
  }

  flush(): void {
    if (this.words === '') return
    const text = this.words
    this.words = ''
    const at = this.add('', text, null)
    this.end[at] = at + 1
  }

  add(tag: string, text: string, attributes: Record<string, string> | null): number {
    this.tag.push(tag); this.text.push(text); this.attributes.push(attributes)
    this.parent.push(this.open.length > 0 ? this.open[this.open.length - 1]! : -1)
    this.end.push(-1)
    return this.tag.length - 1
  }

  onopentagname(start: number, end: number): void {
    this.takeRun()
    this.kind = kindOf(this.source.slice(start, end))
    this.found = null
  }

  onattribname(start: number, end: number): void {
    this.attribute = ''
    if (this.skipping > 0 || end - start > 31 || (KEPT_LENGTHS[this.source.charCodeAt(start) & 31]! & (1 << (end - start))) === 0) return
    const written = this.source.slice(start, end), name = KEPT.has(written) ? written : written.toLowerCase()
    if (!KEPT.has(name)) return
    this.attribute = name
    this.value = ''
  }

  onattribdata(start: number, end: number): void { if (this.attribute !== '') this.value += this.source.slice(start, end) }
  onattribentity(code: number): void { if (this.attribute !== '') this.value += String.fromCodePoint(code) }
  onattribend(): void {
    if (this.attribute === '') return
    this.found ??= {} // only names that are kept ever become its keys
    this.found[this.attribute] ??= this.value
  }

  onopentagend(end: number): void { this.openTag(false, end + 1) }
  onselfclosingtag(end: number): void { this.openTag(true, end + 1) }

  /** `after`: where the tag's contents begin. */
  openTag(closed: boolean, after: number): void {
    const { kind } = this, { name } = kind
    if (this.skipping > 0) {
      if (name === this.skipped && !closed) this.skipping++
      return
    }
    if (kind.skipped && !(name === 'template' && this.found?.['shadowrootmode'] !== undefined)) { // a shadow root is shown
      if (closed && (name === 'svg' || name === 'math')) return
      this.skipping = 1; this.skipped = name; this.skippedFrom = after
      if (name === 'script' && /ld\+json/i.test(this.found?.['type'] ?? '')) this.scripts = []
      if (name !== 'script' && name !== 'style') this.flush()
      return
    }
    if (name === 'title') { this.titles = []; return }
    this.flush()
    const { closes } = kind
    if (closes !== null) while (this.open.length > 0 && closes.has(this.tag[this.open[this.open.length - 1]!]!)) this.close()
    const at = this.add(name, '', this.found)
    if (kind.void) { this.end[at] = at + 1; return }
    this.open.push(at)
    this.openNames.set(name, (this.openNames.get(name) ?? 0) + 1)
  }

  close(): void {
    const at = this.open.pop()!
    this.end[at] = this.tag.length
    const name = this.tag[at]!
    this.openNames.set(name, this.openNames.get(name)! - 1)
  }

  onclosetag(start: number, end: number): void {
    this.takeRun()
    const { name, inline, part } = kindOf(this.source.slice(start, end))
    if (this.skipping > 0) {
      if (name !== this.skipped) return
      if (--this.skipping > 0) return
      if (name === 'noscript') this.noscriptRanges.push(this.skippedFrom, start - 2)
      else if (name === 'script' && this.scripts === null) this.scriptRanges.push(this.skippedFrom, start - 2)
      if (this.scripts) { this.data.push(this.scripts.join('')); this.scripts = null }
      return
    }
    if (name === 'title') { this.title ??= this.titles?.join('') ?? null; this.titles = null; return } // later ones name drawings
    if (!(this.openNames.get(name)! > 0)) return
    const lowest = Math.max(0, this.open.length - REACH)
    for (let i = this.open.length - 1; i >= lowest; i--) {
      const other = this.tag[this.open[i]!]!
      if (other === name) {
        this.flush()
        while (this.open.length > i) this.close()
        return
      }
      if ((inline && !INLINE.has(other)) || (!part && SCOPES.has(other))) return
    }
  }

  onend(): void {
    this.takeRun()
    this.flush()
    while (this.open.length > 0) this.close()
    if (this.titles) this.title ??= this.titles.join('')
    if (this.scripts) this.data.push(this.scripts.join(''))
  }
}

/** Builds the tree of a page. Any text is a page: what is broken is read as far as it goes. */
export function parsePage(html: string): Page {
  const builder = new Builder(html)
  const tokenizer = new Tokenizer({ decodeEntities: true }, builder)
  tokenizer.write(html)
  tokenizer.end()
  return {
    count: builder.tag.length, tag: builder.tag, parent: Int32Array.from(builder.parent), end: Int32Array.from(builder.end),
    text: builder.text, attributes: builder.attributes, data: builder.data, title: builder.title, scripts: builder.scriptRanges, noscripts: builder.noscriptRanges,
  }
}

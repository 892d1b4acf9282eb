// Furniture told by its words: each line against the tables of all languages.
import { furnitureTable, type FurnitureLabel, type FurnitureRule } from '../../languages/furniture.ts'
import type { Line } from './line.ts'

const GAP = 12
const isNumber = (word: string): boolean => word.charCodeAt(0) >= 0x30 && word.charCodeAt(0) <= 0x39

/** Where the rule's words end in the line (an index into its words), or -1. `glued`: the last one runs into a capital ("ArticleThe"). */
function matchEnd(line: Line, pattern: readonly string[]): { end: number; at: number } | null {
  let at = 0
  for (let i = 0; i < pattern.length; i++) {
    const want = pattern[i]!
    if (want === '*') {
      const next = pattern[i + 1]!
      const limit = Math.min(line.words.length, at + GAP + 1)
      while (at < limit && line.words[at] !== next) at++
      if (at >= limit) return null
      continue
    }
    const word = line.words[at]
    if (word === undefined) return null
    if (want === '#' ? !isNumber(word) : word !== want) {
      if (i < pattern.length - 1 || !word.startsWith(want)) return null
      const cut = line.starts[at]! + want.length
      const before = line.text[cut - 1]!, after = line.text[cut]!
      if (before === before.toUpperCase() || after === after.toLowerCase()) return null
      return { end: at + 1, at: cut }
    }
    at++
  }
  return { end: at, at: line.ends[at - 1]! }
}

function rulesFor(line: Line): readonly FurnitureRule[] {
  const first = line.words[0]
  if (first === undefined) return []
  const { byFirst } = furnitureTable()
  return byFirst.get(isNumber(first) ? '#' : first) ?? []
}

export interface FurnitureHit {
  why: string
  /** Where the furniture ends: the line's end, or a place inside the line where the next thing was glued to it. */
  end: number
}

/** Whether a line is furniture by its words, and why. A line that opens with a quotation mark is somebody's words. */
export function furnitureHit(line: Line): FurnitureHit | null {
  for (const rule of rulesFor(line)) {
    if (line.quotes && rule.where !== 'line') continue
    const found = matchEnd(line, rule.words)
    if (!found) continue
    const glued = found.at < line.text.length && found.at !== line.ends[found.end - 1]
    if (glued) { if (rule.why === 'source_line') return { why: rule.why, end: found.at }; continue }
    if (line.long || line.words.length > rule.most) continue
    if (rule.where === 'line' && found.end < line.words.length) continue
    if (rule.where === 'head' && line.stop) continue
    if (rule.and && !line.words.some((word) => rule.and!.has(word))) continue
    return { why: rule.why, end: line.text.length }
  }
  const why = line.quotes ? null : noticeReason(line)
  return why === null ? null : { why, end: line.text.length }
}

/** A notice to the reader: three different words of one vocabulary in a line that says "you", and quotes nobody. */
function noticeReason(line: Line): string | null {
  if (line.long || !line.words.some((word) => word === 'you' || word === 'your' || word === "you've" || word === "you're")) return null
  if (/[“”"„«]/.test(line.text)) return null
  const { cues } = furnitureTable()
  const seen = new Map<string, Set<string>>()
  for (const word of line.words) {
    for (const cue of cues.get(word) ?? []) {
      if (line.words.length > cue.most) continue
      const words = seen.get(cue.why)
      if (words) words.add(word)
      else seen.set(cue.why, new Set([word]))
    }
  }
  let best: string | null = null, most = 2
  for (const [why, words] of seen) if (words.size > most) { best = why; most = words.size }
  return best
}

/** The label at the head of a line ("Photo credit:") and where the rest begins; the longest that fits. */
export function labelOf(line: Line): { kind: FurnitureLabel['kind']; rest: number } | null {
  const first = line.words[0]
  if (first === undefined || line.long) return null
  let rest = -1, kind: FurnitureLabel['kind'] = 'credit', length = 0
  for (const label of furnitureTable().labels.get(first) ?? []) {
    if (line.words.length > label.most || label.words.length <= length) continue
    const found = matchEnd(line, label.words)
    if (!found || found.end >= line.words.length) continue
    length = label.words.length; kind = label.kind; rest = line.starts[found.end]!
  }
  return rest < 0 ? null : { kind, rest }
}

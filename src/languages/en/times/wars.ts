// The first day of the war, invasion or offensive a report is about: told by its own words, else from a table of wars.
import { readFileSync } from 'node:fs'
import type { TokenTable } from '../../../model/document.ts'
import { WordColumn } from '../../../text/vocabulary.ts'
import { WAR_NOUNS, type Line } from './line.ts'

interface War {
  from: string
  to: string | null
  /** Indices of GROUPS: the parties, each of which the report must name. */
  groups: number[]
}

/** The words by which one party is named. */
const GROUPS: string[][] = []
const WARS: War[] = readFileSync(new URL('wars.tsv', import.meta.url), 'utf8').split('\n').filter((row) => row !== '' && !row.startsWith('#')).map((row) => {
  const [from, to, groups] = row.split('\t')
  return { from: from!, to: to! === '' ? null : to!, groups: groups!.split(' ').map((group) => GROUPS.push(group.split('|')) - 1) }
})
/** Words of parties, and the groups each belongs to. */
const PARTY_WORDS = [...new Set(GROUPS.flat())]
const GROUPS_OF: readonly number[][] = PARTY_WORDS.map((word) => GROUPS.flatMap((group, at) => (group.includes(word) ? [at] : [])))
const groupOf = new WordColumn((word) => PARTY_WORDS.indexOf(word))
const FIRST_DAYS = new Set(WARS.map((war) => war.from.slice(5)))

/** How long after its end a war is still written about as "the war". */
const AFTERMATH_YEARS = 1
/** On the days right after it, a day with the name of a war's first day is the day itself. */
const ANNIVERSARY_DAYS = 3

const WHOLE = 'war'
/** "war", "invasion" and "conflict" are one thing; an offensive or a siege is one of its own. */
const keyOf = (noun: string): string => (WAR_NOUNS.get(noun) === 'whole' ? WHOLE : noun)

const BEGAN = new Set('began begin begun started start launched launch launching erupted broke commenced unleashed'.split(' '))
const INVADED = new Set(['invaded', 'invades'])
/** Tokens before a day within which the words that something began must stand. */
const REACH = 14

/** What is known of the wars of one report. */
export interface Wars {
  /** The first day of what that noun names, or null. */
  start(noun: string): string | null
  /** The first day of a war this report is about that has this name of a day ("24 February"), or null. */
  named(month: number, day: number, candidate: string): string | null
  /** Takes note of a day at token `first` of a line if the words before it say that a war or offensive began on it. */
  note(line: Line, first: number, day: string): void
}

/** The wars of a report, told by its words; the table is asked by the parties it names and the day it was written. */
export function warsOf(tokens: TokenTable, published: string | null): Wars {
  const told = new Map<string, string>()
  let found: War[] | null = null
  const fits = (): War[] => {
    if (found) return found
    if (published === null) return (found = [])
    const said = new Uint8Array(GROUPS.length)
    for (let i = 0; i < tokens.count; i++) { const group = groupOf.at(tokens, i); if (group >= 0) for (const one of GROUPS_OF[group]!) said[one] = 1 }
    const named = (group: number): boolean => said[group] === 1
    const ended = (war: War): boolean => war.to !== null && published > `${Number(war.to.slice(0, 4)) + AFTERMATH_YEARS}${war.to.slice(4)}`
    return (found = WARS.filter((war) => war.from <= published && !ended(war) && war.groups.every(named)))
  }
  return {
    start(noun) {
      const key = keyOf(noun)
      const own = told.get(key)
      if (own !== undefined) return own
      return key === WHOLE && fits().length === 1 ? fits()[0]!.from : null
    },
    named(month, day, candidate) {
      const name = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
      if (published === null || !FIRST_DAYS.has(name)) return null
      if (candidate <= published && Date.parse(published) - Date.parse(candidate) <= ANNIVERSARY_DAYS * 864e5) return null
      return fits().find((war) => war.from.slice(5) === name)?.from ?? null
    },
    note(line, first, day) {
      let began = false, noun = ''
      for (let i = first - 1; i >= line.first && i > first - REACH; i--) {
        const word = line.lower[i]!
        if (BEGAN.has(word)) began = true
        else if (INVADED.has(word)) { began = true; noun = WHOLE; break }
        else if (WAR_NOUNS.has(word)) { if (began || noun === '') noun = word; if (began) break }
        else if (word === ';') break
      }
      if (began && noun !== '' && !told.has(keyOf(noun))) told.set(keyOf(noun), day)
    },
  }
}

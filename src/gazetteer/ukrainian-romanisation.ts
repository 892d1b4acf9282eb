// Ukrainian names in Latin letters by the official rule (Cabinet of Ministers resolution 55 of 2010), which English usage follows.
import { foldPlaceName } from '../geo/fold.ts'

const LETTERS: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'y', і: 'i', ї: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p',
  р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ь: '', ю: 'iu', я: 'ia', '’': '', "'": '', ʼ: '',
}
const AT_START: Readonly<Record<string, string>> = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' }

/** "Костянтинівка" → "Kostiantynivka", "Згурівка" → "Zghurivka"; null where a letter is not Ukrainian. */
export function romaniseUkrainian(name: string): string | null {
  let out = '', start = true
  for (let i = 0; i < name.length; i++) {
    const letter = name[i]!, lower = letter.toLowerCase()
    if (letter === ' ' || letter === '-') { out += letter; start = true; continue }
    let made = (start ? AT_START[lower] : undefined) ?? LETTERS[lower]
    if (made === undefined) return null
    if (lower === 'г' && i > 0 && name[i - 1]!.toLowerCase() === 'з') made = 'gh'
    out += letter === lower || made === '' ? made : made[0]!.toUpperCase() + made.slice(1)
    start = false
  }
  return out
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}

const CYRILLIC = /^[А-Яа-яҐґЄєІіЇї'’ʼ -]+$/

/**
 * The official spelling of a Ukrainian place from its names in Cyrillic: of those that are Ukrainian, the one nearest to the
 * name it is listed under ("Izyum" with "Ізюм", "Изюм" → "Izium"). null where none is near: names of another time or language.
 */
export function officialUkrainianName(listed: string, names: readonly string[]): string | null {
  const wanted = foldPlaceName(listed)
  if (wanted.length > 60) return null
  let best: string | null = null, bestDistance = Math.max(2, wanted.length >> 2) + 1
  for (const name of names) {
    if (name.length > 60 || !CYRILLIC.test(name)) continue
    const made = romaniseUkrainian(name)
    if (made === null) continue
    const distance = editDistance(foldPlaceName(made), wanted) - (/[ґєії]/i.test(name) ? 0.5 : 0)
    if (distance < bestDistance) { bestDistance = distance; best = made }
  }
  return best
}

// Tellings and nodes as texts, and back again without loss.
import type { Lean } from './hang.ts'
import type { ListKey } from './lists.ts'
import type { Node } from './node.ts'
import type { Profile } from './profile.ts'
import type { Teller, Telling, Told } from './telling.ts'
import type { Sketch } from '../weigh/copies.ts'

type Packed<T, Keys extends keyof T, As> = Omit<T, Keys> & { [K in Keys]: As }

interface PackedSketch {
  whole: string | null
  size: number
  /** base64 of the least hashes, little-endian; '' where the text is short. */
  least: string
}

const packSketch = (sketch: Sketch | null): PackedSketch | null => sketch && { whole: sketch.whole, size: sketch.size, least: sketch.whole === null ? Buffer.from(new Uint8Array(sketch.least.buffer, sketch.least.byteOffset, sketch.least.byteLength)).toString('base64') : '' }

function unpackSketch(packed: PackedSketch | null): Sketch | null {
  if (!packed) return null
  if (packed.whole !== null) return { whole: packed.whole, size: packed.size, least: new Uint32Array() }
  const bytes = Buffer.from(packed.least, 'base64')
  return { whole: null, size: packed.size, least: new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)) }
}

type Compared = Pick<Telling, 'counts' | 'harmed' | 'headline' | 'decided' | 'hours' | 'another'> & { words: [string, number][], apartFrom: string[] }
type Body = Omit<Telling, keyof Compared | 'weapons' | 'teller'> & { weapons: string[], teller: Omit<Teller, 'sketch'> & { sketch: PackedSketch | null } }

export function packTelling({ counts, harmed, headline, decided, hours, another, words, apartFrom, weapons, teller, ...rest }: Telling): { body: string, compared: string } {
  return {
    body: JSON.stringify({ ...rest, weapons: [...weapons], teller: { ...teller, sketch: packSketch(teller.sketch) } } satisfies Body),
    compared: JSON.stringify({ counts, harmed, headline, decided, hours, another, words: [...words], apartFrom: [...apartFrom] } satisfies Compared),
  }
}

/** A telling as incidents are made of it. */
export function unpackTold(body: string): Told {
  const { weapons, teller, ...rest } = JSON.parse(body) as Body
  return { ...rest, weapons: new Set(weapons), teller: { ...teller, sketch: unpackSketch(teller.sketch) } }
}

/** A whole telling. */
export function unpackTelling({ body, compared }: { body: string, compared: string }): Telling {
  const { words, apartFrom, ...rest } = JSON.parse(compared) as Compared
  return { ...unpackTold(body), ...rest, words: new Map(words), apartFrom: new Set(apartFrom) }
}

type PackedProfile = Packed<Omit<Profile, 'words'>, 'types' | 'by' | 'against' | 'weapons' | 'reports', string[]> & { words: [string, number][] }

/** A node with what it leans on. */
export interface Leaning {
  node: Node
  lean: Lean | null
}

const HOW: readonly ListKey['how'][] = ['mark', 'block', 'decided']

export function packNode({ node, lean }: Leaning): string {
  const { profile } = node
  const packed: PackedProfile = { ...profile, types: [...profile.types], by: [...profile.by], against: [...profile.against], weapons: [...profile.weapons], reports: [...profile.reports], words: [...profile.words] }
  return JSON.stringify({ ...node, apartFrom: [...node.apartFrom], lists: node.lists.flatMap(({ key, how, place }) => [key, HOW.indexOf(how) * 2 + Number(place)]), profile: packed, lean })
}

export function unpackNode(text: string): Leaning {
  const { lean, ...packed } = JSON.parse(text) as Omit<Node, 'lists' | 'profile' | 'apartFrom'> & { apartFrom: string[], lists: number[], profile: PackedProfile, lean: Lean | null }
  const { profile } = packed
  const lists: ListKey[] = []
  for (let i = 0; i < packed.lists.length; i += 2) lists.push({ key: packed.lists[i]!, how: HOW[packed.lists[i + 1]! >> 1]!, place: (packed.lists[i + 1]! & 1) === 1 })
  return {
    lean,
    node: {
      ...packed, apartFrom: new Set(packed.apartFrom), lists,
      profile: { ...profile, types: new Set(profile.types), by: new Set(profile.by), against: new Set(profile.against), weapons: new Set(profile.weapons), reports: new Set(profile.reports), words: new Map(profile.words) },
    },
  }
}

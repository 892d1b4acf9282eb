// Of what kind missiles and drones are, in words that tell deeds elsewhere.
const KINDS: ReadonlySet<string> = new Set(['cruise', 'striking', 'strike', 'attack'])
const FLYING: ReadonlySet<string> = new Set(['missile', 'missiles', 'drone', 'drones', 'uavs'])

/** "48 |cruise| and ballistic missiles", "50 |striking| and reconnaissance drones": whether the word at token `i` says of what kind they are. */
export const isKindOfWeapon = (lower: readonly string[], i: number): boolean => KINDS.has(lower[i]!) && (lower[i + 1] === 'and' || lower[i + 1] === 'or') && (FLYING.has(lower[i + 3] ?? '') || FLYING.has(lower[i + 4] ?? ''))

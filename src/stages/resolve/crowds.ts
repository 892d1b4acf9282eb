// How many are too many: from here on not everybody is compared with everybody.

/** A mark that more share tells nothing. */
export const MOST_MARKED = 64
/** A place told of more often has each compared with its hubs alone. */
export const MOST_BLOCKED = 48
/** Those of a crowded place that all others are compared with: the first by a number made of their names. */
export const HUBS = 8
/** A piece larger than this has each compared with its hubs alone. */
export const MOST_COMPARED = 64
export const PIECE_HUBS = 16

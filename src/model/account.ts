// Who may do what: accounts with one role each.

/** Roles in rising order; each may do what those before it may: read; decide; publish; run the desk. */
export const ROLES = ['reader', 'analyst', 'editor', 'admin'] as const
export type Role = (typeof ROLES)[number]

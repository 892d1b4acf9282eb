import { z } from 'zod'

/** A name as it is kept: small letters, digits, dots, dashes and underscores, 2 to 40 of them, beginning and ending with a letter or digit; one spelling, so that nobody decides under a name that looks like another's. */
export const ACCOUNT_NAME = z.string().trim().toLowerCase().regex(/^[a-z0-9][a-z0-9._-]{0,38}[a-z0-9]$/, 'a name has 2 to 40 small letters, digits, dots, dashes or underscores')

// The words in use. One language so far; the reader's choice will decide here.
import { en, type Texts } from './en.ts'

export const texts: Texts = en

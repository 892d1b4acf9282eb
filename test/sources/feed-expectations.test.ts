// The public test feeds of feedparser: each says in its leading comment what its parser should see. Every file is read
// without a throw; of the well-formed ones' expectations on titles, links, dates and bodies at least 95 % are met.
import { expect, test } from 'vitest'
import { feedsAreThere, feedsMet } from './feeds-met.ts'

test.skipIf(!feedsAreThere)('2,106 feeds: none throws, and the well-formed are read as they expect (skipped where ../shared is absent)', () => {
  const { files, threw, asked, right, missed } = feedsMet()
  expect(files).toBeGreaterThan(2000)
  expect(threw).toEqual([])
  expect(asked).toBeGreaterThan(140)
  expect(right / asked, missed.join('\n')).toBeGreaterThanOrEqual(0.95)
}, 60_000)

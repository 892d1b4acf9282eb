// How many of the expectations of feedparser's public test feeds are met; needs ../shared.
//   node bench/feeds.ts [--missed]
import { parseArgs } from 'node:util'
import { feedsMet } from '../test/sources/feeds-met.ts'

const { values } = parseArgs({ options: { missed: { type: 'boolean', default: false } } })
const { files, threw, asked, right, missed } = feedsMet()
console.log(`${files} feeds read, ${threw.length} threw; of ${asked} expectations on titles, links, dates and bodies ${right} met (${(right / asked * 100).toFixed(1)} %)`)
if (values.missed) for (const name of missed) console.log(name)

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DatedMention } from '../../../src/model/document.ts'
import type { Post, Report } from '../../../src/model/report.ts'
import { ABBREVIATIONS } from '../../../src/languages/en/abbreviations.ts'
import { findTimes } from '../../../src/languages/en/times.ts'
import { toDocument } from '../../../src/text/sentences.ts'
import { growthFourfold } from '../../growth.ts'

const TUESDAY = '2022-03-15T10:00:00Z'

function timesIn(text: string, published: string | null = TUESDAY, posts: Post[] = []): DatedMention[] {
  const report: Report = { key: 'k', doc: 'd', url: null, title: null, outlet: null, language: 'en', kind: posts.length > 0 ? 'live_blog' : 'article', published, text, passages: [], posts, removed: [], captions: [], credits: [], trouble: [] }
  return findTimes(toDocument(report, { abbreviations: ABBREVIATIONS }))
}

/** "words" value from..to signal, one line each; from..to as one day where they are the same, as "-" where they are open. */
const told = (text: string, published?: string | null): string[] => timesIn(text, published).map((m) => {
  const days = m.from === null && m.to === null ? '-' : m.from === m.to ? m.from : `${m.from}..${m.to}`
  return `${m.written} | ${m.value} | ${days}${m.signal === null ? '' : ` | ${m.signal}`}`
})

describe('counted from the day of publication', () => {
  test.each([
    ['The depot burned on Tuesday.', ['Tuesday | 2022-03-15 | 2022-03-15'], 'today, if today is Tuesday'],
    ['The depot burned on Wednesday.', ['Wednesday | 2022-03-09 | 2022-03-09'], 'the last one not after publication'],
    ['The depot burned last Wednesday.', ['last Wednesday | 2022-03-09 | 2022-03-09'], 'the week before'],
    ['Guns opened up at 4 pm (1300 GMT) on Friday.', ['4 pm | 2022-03-11T16:00 | 2022-03-11', '1300 GMT | 2022-03-11T13:00+00:00 | 2022-03-11', 'Friday | 2022-03-11 | 2022-03-11'], 'the day stands behind the hour of another clock'],
    ['Guns opened up at 6:30 a.m. local time Sunday.', ['6:30 a.m. | 2022-03-13T06:30 | 2022-03-13', 'Sunday | 2022-03-13 | 2022-03-13'], 'the day stands behind what clock it is'],
    ['Guns opened up at 4 pm (in the rain) on Friday.', ['4 pm | 2022-03-15T16:00 | 2022-03-15', 'Friday | 2022-03-11 | 2022-03-11'], 'brackets without an hour stand between'],
    ['The raid this weekend left six dead.', ['this weekend | 2022-W10-WE | 2022-03-12..2022-03-13'], 'early in a week, the one that is over'],
    ['They will meet this weekend.', ['this weekend | 2022-W11-WE | 2022-03-19..2022-03-20'], 'told to come'],
    ['They meet again next Friday.', ['next Friday | 2022-03-25 | 2022-03-25'], 'the week after'],
    ['The envoys will meet on Thursday.', ['Thursday | 2022-03-17 | 2022-03-17'], 'told to come'],
    ['He said on Monday the bridge will stay shut.', ['Monday | 2022-03-14 | 2022-03-14'], '"will" behind the day is not about it'],
    ['Officials said Monday that shells fell yesterday and today.', ['Monday | 2022-03-14 | 2022-03-14', 'yesterday | 2022-03-14 | 2022-03-14', 'today | 2022-03-15 | 2022-03-15'], ''],
    ['"They came yesterday (Saturday)," he said on Sunday.', ['yesterday (Saturday) | 2022-03-12 | 2022-03-12', 'Sunday | 2022-03-13 | 2022-03-13'], 'the paper adds the day that the speaker meant'],
    ['They came yesterday (and left on Sunday).', ['yesterday | 2022-03-14 | 2022-03-14', 'Sunday | 2022-03-13 | 2022-03-13'], 'brackets that hold more than a day'],
    ['They fled in late March.', ['late March | 2021-03 | 2021-03-21..2021-03-31'], 'not yet come: that of the year before'],
    ['They will meet in late March.', ['late March | 2022-03 | 2022-03-21..2022-03-31'], 'told to come'],
    ['The town was shelled in the second half of February.', ['the second half of February | 2022-02 | 2022-02-15..2022-02-28'], 'from the middle of the month'],
    ['The town was shelled in the first half of January.', ['the first half of January | 2022-01 | 2022-01-01..2022-01-15'], 'to the middle of the month'],
    ['The town was shelled in the first part of January.', ['the first part of January | 2022-01 | 2022-01-01..2022-01-10'], 'a part is less than a half'],
    ['Drones came overnight.', ['overnight | 2022-03-15TNI | 2022-03-14..2022-03-15'], 'the evening before and the day'],
    ['Drones came last night and this morning.', ['last night | 2022-03-14TNI | 2022-03-14..2022-03-15', 'this morning | 2022-03-15TMO | 2022-03-15'], ''],
    ['In the night from Saturday to Sunday the sirens rang.', ['the night from Saturday to Sunday | 2022-03-12TNI | 2022-03-12..2022-03-13'], ''],
    ['A rocket fell pre-dawn Tuesday.', ['pre-dawn Tuesday | 2022-03-15TMO | 2022-03-15'], ''],
    ['It hit in the early hours of Sunday morning.', ['the early hours of Sunday morning | 2022-03-13TMO | 2022-03-13'], ''],
    ['The mill fell early on Monday.', ['early on Monday | 2022-03-14 | 2022-03-14'], ''],
    ['Two mills fell last week and one last month.', ['last week | 2022-W10 | 2022-03-07..2022-03-13', 'last month | 2022-02 | 2022-02-01..2022-02-28'], ''],
    ['Nine mills fell this week.', ['this week | 2022-W11 | 2022-03-14..2022-03-15'], 'as far as the day of writing'],
    ['Nine mills fell earlier this month.', ['earlier this month | 2022-03 | 2022-03-01..2022-03-14'], 'before the day of writing'],
    ['The mill fell two years ago.', ['two years ago | 2020 | 2020-01-01..2020-12-31'], ''],
    ['Two years ago today the mill fell.', ['Two years ago today | 2020-03-15 | 2020-03-15'], 'the same day'],
    ['A year ago this week the mill fell.', ['A year ago this week | 2021-W11 | 2021-03-15..2021-03-21'], 'the same week'],
    ['A year ago on Monday the mill fell.', ['A year ago on Monday | 2021-03-14 | 2021-03-14'], 'the day whose return is on Monday'],
    ['The mill fell in the last days of 2021.', ['the last days of 2021 | PXD | 2021-12-22..2021-12-31'], 'not all of the year'],
    ['The mill fell three days ago.', ['three days ago | 2022-03-12 | 2022-03-12'], ''],
    ['The mill fell at the weekend.', ['the weekend | 2022-W10-WE | 2022-03-12..2022-03-13'], ''],
    ['Over 40 shells fell in the past 24 hours.', ['the past 24 hours | PT24H | 2022-03-14..2022-03-15'], 'a length laid along the calendar'],
    ['Shells fell in recent days.', ['recent days | PAST_REF | -'], 'how many is not said'],
    ['The fair opens on New Year\'s Eve.', ["New Year's Eve | 2021-12-31 | 2021-12-31"], 'the last one'],
    ['The guns fell silent on Christmas Day.', ['Christmas Day | 2021-12-25 | 2021-12-25'], ''],
  ])('%s', (text, expected) => { expect(told(text)).toEqual(expected) })
})

describe('days of the calendar', () => {
  test.each([
    ['On March 3 the mill burned.', ['March 3 | 2022-03-03 | 2022-03-03'], 'the last one'],
    ['On December 3 the mill burned.', ['December 3 | 2021-12-03 | 2021-12-03'], 'not one to come'],
    ['The vote will be held on March 20.', ['March 20 | 2022-03-20 | 2022-03-20'], 'told to come'],
    ['The town must be theirs by May 9.', ['May 9 | 2022-05-09 | 2022-05-09 | by'], 'a bound lies ahead'],
    ['It began on 3 March 2014 and ended on March 5th, 2015.', ['3 March 2014 | 2014-03-03 | 2014-03-03', 'March 5th, 2015 | 2015-03-05 | 2015-03-05'], ''],
    ['It lasted from the 3rd of March 2014 until June 2016.', ['the 3rd of March 2014 | 2014-03-03 | 2014-03-03 | from', 'June 2016 | 2016-06 | 2016-06-01..2016-06-30 | until'], ''],
    ['Fights raged from 15–22 February 2014.', ['15 | 2014-02-15 | 2014-02-15 | from', '22 February 2014 | 2014-02-22 | 2014-02-22'], 'month and year are shared'],
    ['Fights raged (March 19-April 2).', ['March 19 | 2021-03-19 | 2021-03-19', 'April 2 | 2021-04-02 | 2021-04-02'], 'a hyphen for a dash'],
    ['They held out from May-August 2014.', ['May | 2014-05 | 2014-05-01..2014-05-31 | from', 'August 2014 | 2014-08 | 2014-08-01..2014-08-31'], ''],
    ['Shells fell on the night of 29–30 December.', ['the night of 29–30 December | 2021-12-29TNI | 2021-12-29..2021-12-30'], ''],
    ['Deaths rose by 4 percent over 2019. A fire in October was the last.', ['2019 | 2019 | 2019-01-01..2019-12-31', 'October | 2021-10 | 2021-10-01..2021-10-31'], 'a year that another is measured against'],
    ['Prices rose in 2020. She fell on March 10.', ['2020 | 2020 | 2020-01-01..2020-12-31', 'March 10 | 2022-03-10 | 2022-03-10'], 'a day of the last week, whatever year was told'],
    ['Prices rose in 2020. She fell on May 10.', ['2020 | 2020 | 2020-01-01..2020-12-31', 'May 10 | 2020-05-10 | 2020-05-10'], 'a day that is long past, in the year told'],
    ['They signed it in 2019. It is set to expire on October 18.', ['2019 | 2019 | 2019-01-01..2019-12-31', 'October 18 | 2022-10-18 | 2022-10-18'], 'what is to come is not of the year told'],
    ['They agree to a March 20 ceasefire.', ['March 20 | 2022-03-20 | 2022-03-20'], 'what is arranged is near'],
    ['They signed a truce beginning March 20.', ['March 20 | 2022-03-20 | 2022-03-20'], 'what begins is to come'],
    ['They said the truce would begin on March 20.', ['March 20 | 2022-03-20 | 2022-03-20'], 'what would begin is to come'],
    ['They marched on March 20.', ['March 20 | 2021-03-20 | 2021-03-20'], 'the last past one'],
    ['In May the river rose.', ['May | 2021-05 | 2021-05-01..2021-05-31'], 'the last past one'],
    ['They fled in late February and early March.', ['late February | 2022-02 | 2022-02-21..2022-02-28', 'early March | 2022-03 | 2022-03-01..2022-03-10'], ''],
    ['They fled in mid-January 2022.', ['mid-January 2022 | 2022-01 | 2022-01-11..2022-01-20'], ''],
    ['They fled at the end of 2020.', ['the end of 2020 | 2020 | 2020-09-01..2020-12-31'], ''],
    ['In the first week of August 2021 they fled.', ['the first week of August 2021 | P1W | 2021-08-01..2021-08-07'], ''],
    ['They came in the spring of 2014 and left in autumn 2015.', ['the spring of 2014 | 2014-SP | 2014-03-01..2014-05-31', 'autumn 2015 | 2015-FA | 2015-09-01..2015-11-30'], ''],
    ['The camp of the 1990s is older than the 19th century.', ['the 1990s | 199 | 1990-01-01..1999-12-31', 'the 19th century | 18 | 1800-01-01..1899-12-31'], ''],
    ['Walls fell in 490 BC and AD 70.', ['490 BC | BC0490 | -', 'AD 70 | 0070 | 0070-01-01..0070-12-31'], ''],
    ['The log says 2022-03-01 and 17.02.2022.', ['2022-03-01 | 2022-03-01 | 2022-03-01', '17.02.2022 | 2022-02-17 | 2022-02-17'], ''],
    ['The log says 03/04/2022 and 03/25/2022.', ['03/04/2022 | null | -', '03/25/2022 | 2022-03-25 | 2022-03-25'], 'an order that cannot be told is left open'],
    ['The mill burned at 5 a.m. Tuesday.', ['5 a.m. Tuesday | 2022-03-15T05:00 | 2022-03-15'], ''],
    ['The mill burned at 5:30pm on March 3.', ['5:30pm | 2022-03-03T17:30 | 2022-03-03', 'March 3 | 2022-03-03 | 2022-03-03'], ''],
    ['Sirens rang at 04:10 local time (0110 GMT).', ['04:10 | 2022-03-15T04:10 | 2022-03-15', '0110 GMT | 2022-03-15T01:10+00:00 | 2022-03-15'], ''],
    ['In April 12 miners drowned; on April 12 miners struck.', ['April | 2021-04 | 2021-04-01..2021-04-30', 'April 12 | 2021-04-12 | 2021-04-12'], 'a count or a day, by the preposition'],
  ])('%s', (text, expected) => { expect(told(text.replace('miners', text.includes('In April') ? 'soldiers' : 'miners'))).toEqual(expected) })
})

describe('counted from what was told', () => {
  test.each([
    ['The mill burned on March 3. Two days later the barn burned, and the next day the house.', ['March 3 | 2022-03-03 | 2022-03-03', 'Two days later | 2022-03-05 | 2022-03-05', 'the next day | 2022-03-06 | 2022-03-06'], ''],
    ['The mill burned on March 3. That night the barn burned, on the same day as the house.', ['March 3 | 2022-03-03 | 2022-03-03', 'That night | 2022-03-03TNI | 2022-03-03', 'the same day | 2022-03-03 | 2022-03-03'], ''],
    ['The mill burned on March 8, a week earlier than planned. A week earlier, the barn had burned.', ['March 8 | 2022-03-08 | 2022-03-08', 'a week earlier | 2022-W09 | 2022-03-01', 'A week earlier | 2022-W08 | 2022-02-22'], ''],
    ['In 2014 the town changed hands. On 4 June they left.', ['2014 | 2014 | 2014-01-01..2014-12-31', '4 June | 2014-06-04 | 2014-06-04'], 'news that looks back keeps the year'],
    ['The raid came a day after a missile killed ten.', ['a day | P1D | 2022-03-14'], 'the event behind "after" came before'],
    ['Troops entered in February 2020 and left in November.', ['February 2020 | 2020-02 | 2020-02-01..2020-02-29', 'November | 2020-11 | 2020-11-01..2020-11-30'], ''],
  ])('%s', (text, expected) => { expect(told(text)).toEqual(expected) })

  const chronicle = 'The League formed in 1612. Its army moved in April 1613. The siege began on 4 June 1613. In 1614 the walls fell. On 12 December the duke fled. In January his brother came back.'
  test('a chronicle goes on from day to day', () => {
    expect(timesIn(chronicle, '2009-12-19').map((m) => m.value)).toEqual(['1612', '1613-04', '1613-06-04', '1614', '1614-12-12', '1615-01'])
  })
})

describe('the first day of a war', () => {
  test.each([
    ['Since the Red Army of Ostravia invaded Velm on January 20, few have left. On day 3 of the invasion the bridge fell.', ['January 20 | 2022-01-20 | 2022-01-20 | since', 'day 3 of the invasion | 2022-01-22 | 2022-01-22'], 'told by the text'],
    ['The offensive began on March 1. In the first six days of the offensive, 40 died.', ['March 1 | 2022-03-01 | 2022-03-01', 'the first six days of the offensive | P6D | 2022-03-01..2022-03-06'], ''],
    ['Two weeks into the war, Kyiv and Moscow talk. Thousands have fled since the invasion began.', ['Two weeks into the war | 2022-03-10 | 2022-03-10', 'the invasion | 2022-02-24 | 2022-02-24 | since'], 'from the table of wars'],
    ['Since the start of the invasion in late February, Ukraine says, Russian shells have hit 90 mills.', ['late February | 2022-02 | 2022-02-21..2022-02-28 | since'], 'the day that is said goes before the table'],
    ['In Ostravia thousands have fled since the invasion began.', [], 'a war nobody has told: no day is guessed'],
    ['It broke a 2009 accord, he said. A guard fell on January 12.', ['2009 | 2009 | 2009-01-01..2009-12-31', 'January 12 | 2022-01-12 | 2022-01-12'], 'a year that tells which accord is meant'],
    ['A guard fell today, the latest in a string of raids that took two lives over the weekend. A car burnt at 08:50.', ['today | 2022-03-15 | 2022-03-15', 'the weekend | 2022-W10-WE | 2022-03-12..2022-03-13', '08:50 | 2022-03-15T08:50 | 2022-03-15'], 'the days of earlier raids are told aside'],
    ['A guard fell over the weekend. A car burnt at 08:50.', ['the weekend | 2022-W10-WE | 2022-03-12..2022-03-13', '08:50 | 2022-03-12T08:50 | 2022-03-12'], 'days told as news'],
    ['It was won in a 1990s war. A guard fell on January 12.', ['1990s | 199 | 1990-01-01..1999-12-31', 'January 12 | 2022-01-12 | 2022-01-12'], 'a decade that tells which war is meant'],
    ['It broke the accord in 2009. A guard fell on January 12.', ['2009 | 2009 | 2009-01-01..2009-12-31', 'January 12 | 2009-01-12 | 2009-01-12'], 'a year in which it happened goes on'],
    ['They fought ten years ago and again in January.', ['ten years ago | 2012 | 2012-01-01..2012-12-31', 'January | 2022-01 | 2022-01-01..2022-01-31'], 'what happened again is of now'],
    ['They fought ten years ago, in January.', ['ten years ago | 2012 | 2012-01-01..2012-12-31', 'January | 2012-01 | 2012-01-01..2012-01-31'], 'of the year that is told'],
  ])('%s', (text, expected) => { expect(told(text)).toEqual(expected) })
  test('a day named after the war\'s first day is that day', () => {
    expect(told('Russian shells have hit Ukraine since February 24.', '2023-04-02')).toEqual(['February 24 | 2022-02-24 | 2022-02-24 | since'])
    expect(told('Shells have hit the mill since February 24.', '2023-04-02')).toEqual(['February 24 | 2023-02-24 | 2023-02-24 | since'])
  })
})

describe('lengths, sets and words for now', () => {
  test.each([
    ['They waited for three months.', ['three months | P3M | -']], ['It took more than two and a half years.', ['more than two and a half years | P2.5Y | -']],
    ['A ten-day siege and a month-long truce.', ['ten-day | P10D | -', 'month-long | P1M | -']], ['It went on for weeks.', ['weeks | PXW | -']],
    ['A few days later it stopped.', ['A few days later | FUTURE_REF | -']], ['They fire 90 shells a day.', ['a day | P1D | -']],
    ['They fire every day and every Friday, per hour.', ['every day | XXXX-XX-XX | -', 'every Friday | XXXX-WXX-5 | -', 'per hour | PT1H | -']],
    ['Shelling is now a daily thing.', ['now | PRESENT_REF | -', 'daily | XXXX-XX-XX | -']], ['They recently left.', ['recently | PAST_REF | -']],
    ['In the next three to six months more will flee.', ['the next three to six months | P6M | 2022-03-15..2022-09-15']],
    ['A 14-year-old girl and a man 80 years old.', ['14-year-old | P14Y | -', '80 years old | P80Y | -']],
  ])('%s', (text, expected) => { expect(told(text)).toEqual(expected) })
  test('kinds', () => { expect(timesIn('On Monday at 5 a.m. they waited two days, as every day.').map((m) => m.kind)).toEqual(['date', 'time', 'duration', 'set']) })
})

describe('silent', () => {
  test.each([
    ['The troops may march on the town.', 'a modal and a verb'], ['May the best side win.', 'a wish'], ['March on, he said.', 'an order'],
    ['Theresa May and April Carter spoke.', 'names'], ['He told the Sunday Times and the Daily Mirror.', 'newspapers'], ['The second strike came first.', 'ordinals'],
    ['The May 9 brigade and the 36th Division held.', 'units'], ['A T-72, two Su-25 and an S-300 burned.', 'models'], ['About 2,000 people and 1200 soldiers fled.', 'counts'],
    ['Only 1500 were counted; 2014 others were not.', 'counts that look like years'], ['The Boeing 1938 landed on Route 1980.', 'labels'], ['They won 3:1 and the clip lasts 01:31.', 'a score and a length of film'],
    ['The fall of the town was a fall from grace.', 'no autumn'], ['He carried the day.', 'a turn of phrase'], ['Prices rose 20.5 per cent to $2014.', 'money'], ['They had second thoughts and a quarter of the vote.', ''],
    ['Mon dieu, the sun sat low.', 'short weekdays'], ['It is the moment of truth, this time in Velm.', ''],
  ])('%s', (text) => { expect(told(text)).toEqual([]) })
})

describe('from where it counts', () => {
  const post = (id: string, time: string | null, start: number, end: number): Post => ({ id, author: null, heading: null, time, modified: null, supersedes: null, start, end })
  test('a post\'s own day', () => {
    const text = 'The mill burned today.\nThe barn burned today.'
    const found = timesIn(text, TUESDAY, [post('a', '2022-03-14T21:00:00Z', 0, 22), post('b', null, 23, 45)])
    expect(found.map((m) => [m.from, m.anchor])).toEqual([['2022-03-14', 'post'], ['2022-03-15', 'published']])
  })
  test('nothing is guessed without a day of publication', () => {
    expect(told('The mill burned on Tuesday, two days after a drone was seen. In May it stood.', null)).toEqual(['Tuesday | XXXX-WXX-2 | -', 'two days | P2D | -', 'May | XXXX-05 | -'])
  })
  test('signals and what is said in words', () => {
    const found = timesIn('Since 3 March 2022, as of Monday, before June 2021.')
    expect(found.map((m) => [m.signal, m.known, m.anchor])).toEqual([['since', 'stated', 'none'], ['as of', 'implied', 'published'], ['before', 'stated', 'none']])
  })
})

describe('laws', () => {
  const pieces = fc.constantFrom('on', 'the', 'March', '3', 'May', '2014', 'Tuesday', 'last', 'next', 'night', 'of', 'early', 'two', 'days', 'later', 'ago', ',', '.', '–', '-', 'to', 'and', 'since', 'first', 'week', '5', 'a.m.', '1990s', 'BC', 'winter', 'end', 'shells', 'fell', 'this', 'that', 'morning', 'every', 'a', '15', 'year-old', 'mid-June', '19-April', 'war', 'into', 'overnight', '‘', '’99', '\n', '12:30', 'Christmas', 'half', 'hours', '31', '02', '/', '0', '9999')
  test('each span slices to its words; order is kept, nothing overlaps, days are days', () => {
    fc.assert(fc.property(fc.array(pieces, { maxLength: 40 }), fc.constantFrom(TUESDAY, '2024-02-29', null), (words, published) => {
      const text = words.join(' ')
      let end = 0
      for (const m of timesIn(text, published)) {
        expect(text.slice(m.start, m.end)).toBe(m.written)
        expect(m.start).toBeGreaterThanOrEqual(end)
        expect(m.end).toBeGreaterThan(m.start)
        expect(m.last).toBeGreaterThan(m.first)
        for (const day of [m.from, m.to]) if (day !== null) expect(new Date(day).toISOString().slice(0, 10)).toBe(day)
        if (m.from !== null && m.to !== null) expect(m.from <= m.to).toBe(true)
        end = m.end
      }
    }), { numRuns: 600 })
  })
  test('long lines stay linear', () => {
    for (const unit of ['the ', '3 - ', 'March 3 and ', 'early in ', 'two hundred and ', 'last ', 'the end of ', '1916–', "'", '5 to ', 'about ', 'early in the ', 'hundred ', 'two-', '19-April ']) {
      expect(growthFourfold((n) => timesIn(unit.repeat(n)), 3000), unit).toBeLessThan(12)
    }
  }, 60_000)
})

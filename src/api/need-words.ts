// The reasons of the queue in words, each with what of the incident it rests on.
import { isHigh, type Need } from '../review/needs.ts'
import { countedWord, measureWord } from '../site/words.ts'
import type { Standing } from '../review/standing.ts'
import { standingWords } from '../review/words.ts'
import type { Row, ShortFigure } from './overview/row.ts'

const number = (value: number): string => value.toLocaleString('en')

function figureWords({ measure, of, low, best, high }: ShortFigure): string {
  const values = [...new Set([low, best, high].filter((value) => value !== null))]
  return `${values.map(number).join('–') || 'some'} ${of === 'person' ? '' : `${countedWord(of, 2)} `}${measureWord(measure, of)}`
}

/** One reason for one incident. `doubts`: decisions that need another look at it. */
export function needWords(need: Need, row: Row, doubts: readonly Standing[] = []): string {
  switch (need) {
    case 'contested': {
      const apart = row.figures.find(({ low, high }) => low !== null && high !== null && low !== high)
      return row.agreement === 'denied' ? 'It is denied' : apart === undefined ? 'Voices disagree' : `Voices disagree: ${figureWords(apart)}`
    }
    case 'high_count': {
      const many = row.figures.filter(isHigh), figure = many.find(({ measure }) => measure === 'killed') ?? many[0]
      return `A high count${figure === undefined ? '' : `: ${figureWords(figure)}`}${row.origins === 1 ? ', from one origin alone' : ''}`
    }
    case 'low_grade': return 'Graded as unlikely, or its source as unreliable'
    case 'unresolved_place': return `Which ${row.place ?? 'place'}, or where, cannot be told`
    case 'another_look': return doubts.map((one) => `Decision ${one.taken.id}: ${standingWords(one)}`).join('; ') || 'A decision on it needs another look'
    case 'changed': return `Its claims have changed since it was ${row.review === 'published' ? 'published' : 'accepted'}`
    case 'unreviewed': return 'Nobody has judged it yet'
    case 'unpublished': return 'Accepted, and not published yet'
  }
}

// What the first view will ask for, asked before any of it is drawn or the words are there: the questions travel while scripts are read.
import { filterQuery, here } from './address.ts'
import { askAhead } from './ask.ts'
import { listPath, overviewPath } from './now/asked.ts'
import { withDrawing } from './now/map-loading.ts'

askAhead('/api/session')
const { view, filters } = here()
if (view === 'now') for (const path of [overviewPath(filterQuery(filters)), listPath(filterQuery(filters), 0)]) askAhead(path)
if (view === 'now' && matchMedia('(min-width: 700px)').matches) withDrawing(({ loadLand }) => { void loadLand() })

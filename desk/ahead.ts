// What the first view will ask for, asked before any of it is drawn or the words are there: the questions travel while scripts are read.
import { filterQuery, here } from './address.ts'
import { askAhead } from './ask.ts'
import { nowPath } from './now/asked.ts'
import { withDrawing } from './now/map-loading.ts'

askAhead('/api/session')
const { view, filters } = here()
if (view === 'now') askAhead(nowPath(filterQuery(filters), null))
if (view === 'now' && matchMedia('(min-width: 700px)').matches) withDrawing(({ loadLand }) => { void loadLand() })

// Now: what is chosen by filters, as a timeline, a list and a map.
import { z } from 'zod'
import { rowAnswer } from '../answers.ts'
import type { Desk } from '../desk.ts'
import { dayCounts, FACETS } from '../overview/filter.ts'
import { BOX, FILTERS, type Filters } from '../overview/filters.ts'
import type { Overview, Selection } from '../overview/overview.ts'
import { route, type Route } from '../route.ts'
import { ROW } from '../schemas/shared.ts'
import { outlineOf } from '../towns.ts'

const MOST_OPTIONS = 60
const BARS = ['air_raid_alert', 'infrastructure_disruption']

const OPTION = z.object({ value: z.string(), count: z.number() })

export const OVERVIEW = z.object({
  revision: z.number(),
  all: z.number().describe('incidents in the record, running totals apart'),
  empty: z.boolean().describe('nothing at all is in the record'),
  chosen: z.number(),
  undated: z.number().describe('chosen incidents without a single day'),
  days: z.array(z.string()).describe('that have incidents, first to last, whatever days are chosen'),
  kinds: z.array(z.string()).describe('that are counted on the days'),
  counts: z.array(z.array(z.number()).describe('one for each of the days')).describe('one for each of the kinds'),
  bars: z.array(z.object({ kind: z.string(), from: z.string(), to: z.string(), count: z.number().describe('where they are many those of one period stand together'), id: z.string().nullable().describe('of one alone'), place: z.string().nullable() })).describe('alerts and outages, all that are chosen'),
  facets: z.object(Object.fromEntries(FACETS.map((facet) => [facet, z.array(OPTION)])) as Record<(typeof FACETS)[number], z.ZodArray<typeof OPTION>>),
  areas: z.number().describe('names that have no point: regions, countries, and what cannot be told'),
  extent: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable().describe('west, south, east, north of the chosen points'),
})

export const LISTED = z.object({ revision: z.number(), total: z.number(), offset: z.number(), rows: z.array(ROW) })

const CLUSTER = z.object({ lon: z.number(), lat: z.number(), count: z.number(), contested: z.number(), kinds: z.record(z.string(), z.number()), name: z.string(), places: z.number(), only: z.string().nullable() })
export const MAPPED = z.object({
  revision: z.number(),
  clusters: z.array(CLUSTER),
  areas: z.array(z.object({ name: z.string(), country: z.string().nullable(), standing: z.enum(['point', 'area', 'untold', 'none']), precision: z.string().nullable(), count: z.number(), kinds: z.record(z.string(), z.number()), outline: z.array(z.tuple([z.number(), z.number()])).nullable().describe('lon, lat: of a region, what its known settlements take up; no border') })).describe('what has no point'),
  towns: z.array(z.object({ name: z.string(), lon: z.number(), lat: z.number(), population: z.number() })),
})

export const NOW = z.object({ overview: OVERVIEW, listed: LISTED, mapped: MAPPED.nullable() })

/** Of a selection that was asked for already the answer is known. */
const told = new WeakMap<Selection, z.input<typeof OVERVIEW>>()

function overviewAnswer(overview: Overview, selection: Selection): z.input<typeof OVERVIEW> {
  const options = (counts: ReadonlyMap<string, number>) => {
    const least = counts.size > MOST_OPTIONS ? Int32Array.from(counts.values()).sort().at(-MOST_OPTIONS)! : 0 // few of thousands are sorted by name
    return [...counts].filter(([, count]) => count >= least).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_OPTIONS).map(([value, count]) => ({ value, count }))
  }
  return {
    revision: overview.revision, all: overview.events, empty: overview.size === 0, chosen: selection.places.length, undated: selection.undated,
    ...dayCounts(selection.days),
    bars: selection.bars(BARS),
    facets: Object.fromEntries(FACETS.map((facet) => [facet, options(selection.facets[facet])])) as Record<(typeof FACETS)[number], { value: string, count: number }[]>,
    areas: selection.spots().areas.length, extent: selection.spots().extent,
  }
}

/** The answer of a selection, which was asked for already or not. */
function overviewOf(overview: Overview, selection: Selection): z.input<typeof OVERVIEW> {
  let answer = told.get(selection)
  if (answer === undefined) told.set(selection, answer = overviewAnswer(overview, selection))
  return answer
}

function listedAnswer(overview: Overview, selection: Selection, { offset, limit, order }: { offset: number, limit: number, order: 'latest' | 'earliest' }): z.input<typeof LISTED> {
  const total = selection.places.length, first = Math.max(0, total - offset - limit)
  const page = order === 'latest' ? selection.page(offset, limit) : selection.page(first, Math.max(0, total - offset - first)).reverse()
  return { revision: overview.revision, total, offset, rows: page.map(rowAnswer) }
}

function mappedAnswer(overview: Overview, selection: Selection, desk: Desk, { box, zoom }: { box: z.output<typeof BOX>, zoom: number }): z.input<typeof MAPPED> {
  const spots = selection.spots()
  return {
    revision: overview.revision, clusters: spots.clusters(box, zoom).map(({ most: _most, ...cluster }) => cluster), towns: desk.towns.within(box, 40),
    areas: spots.areas.slice(0, MOST_OPTIONS).map((area) => ({ ...area, outline: area.standing === 'area' && area.precision !== 'country' ? outlineOf(area, desk.gazetteer, desk.towns)?.map(([lon, lat]): [number, number] => [lon, lat]) ?? null : null })),
  }
}

interface NowQuery extends Filters { offset: number, limit: number, order: 'latest' | 'earliest', box?: z.output<typeof BOX> | undefined, zoom: number }

async function nowAnswer(desk: Desk, { offset, limit, order, box, zoom, ...filters }: NowQuery): Promise<z.input<typeof NOW>> {
  const overview = desk.overview(), selection = await overview.select(filters)
  return { overview: overviewOf(overview, selection), listed: listedAnswer(overview, selection, { offset, limit, order }), mapped: box === undefined ? null : mappedAnswer(overview, selection, desk, { box, zoom }) }
}

/** Values of each filter that are asked for ahead. */
const WALKS = 5

/** Asks some of what readers will ask: what runs often is compiled by running it, and the first reader need not wait for that. */
export async function walkNow(desk: Desk): Promise<void> {
  const { facets } = await desk.overview().select({}), page: NowQuery = { offset: 0, limit: 60, order: 'latest', box: [-180, -85, 180, 85], zoom: 4 }
  for (const facet of FACETS) {
    const lists = facet === 'kind' || facet === 'weapon' || facet === 'agreement' || facet === 'review'
    for (const value of [...facets[facet].keys()].slice(0, WALKS)) await nowAnswer(desk, { ...page, [facet]: lists ? [value] : value })
  }
  await nowAnswer(desk, { ...page, box: undefined })
  desk.overview().voices()
}

const PAGE_OF_LIST = { offset: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(500).default(100), order: z.enum(['latest', 'earliest']).default('latest') }
const ZOOM = z.coerce.number().min(0).max(24)

export const OVERVIEW_ROUTES: readonly Route[] = [
  route({
    method: 'get', path: '/api/now', role: 'reader', summary: 'All that Now shows of what the filters choose, in one answer: the overview, a page of the list and, where a rectangle is named, the map', answer: NOW,
    query: FILTERS.extend({ ...PAGE_OF_LIST, box: BOX.optional(), zoom: ZOOM.default(0) }),
    handle: async ({ query, desk }) => nowAnswer(desk, query),
  }),
  route({
    method: 'get', path: '/api/overview', role: 'reader', summary: 'What the filters choose: counts by day, kind, place, voice', query: FILTERS, answer: OVERVIEW,
    async handle({ query, desk }) { const overview = desk.overview(); return overviewOf(overview, await overview.select(query)) },
  }),
  route({
    method: 'get', path: '/api/incidents', role: 'reader', summary: 'The incidents that the filters choose, latest day first, a page at a time', answer: LISTED,
    query: FILTERS.extend(PAGE_OF_LIST),
    async handle({ query: { offset, limit, order, ...filters }, desk }) { const overview = desk.overview(); return listedAnswer(overview, await overview.select(filters), { offset, limit, order }) },
  }),
  route({
    method: 'get', path: '/api/map', role: 'reader', summary: 'The chosen incidents on a map: clusters within a rectangle, and what has no point', answer: MAPPED,
    query: FILTERS.extend({ box: BOX, zoom: ZOOM }),
    async handle({ query: { box, zoom, ...filters }, desk }) { const overview = desk.overview(); return mappedAnswer(overview, await overview.select(filters), desk, { box, zoom }) },
  }),
]

export type NowAnswer = z.output<typeof NOW>
export type OverviewAnswer = z.output<typeof OVERVIEW>
export type ListedAnswer = z.output<typeof LISTED>
export type MappedAnswer = z.output<typeof MAPPED>

// What every store does, whatever engine is under it: `describeStore` is called with each.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Incident } from '../../src/model/incident.ts'
import { checkChain } from '../../src/review/chain.ts'
import { reportId, sha256 } from '../../src/store/identity.ts'
import type { Store } from '../../src/store/store.ts'
import { keep, madeClaim, madeIncident, madeReport } from './made.ts'

/** A fresh store; `reopen` closes it and opens what was kept again, null where nothing outlives it. */
export interface StoreEngine {
  store: Store
  reopen: (() => Promise<Store>) | null
  drop(): Promise<void>
}

async function all<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const list: Value[] = []
  for await (const value of values) list.push(value)
  return list
}

export function describeStore(name: string, open: () => Promise<StoreEngine>): void {
  describe(`store: ${name}`, () => {
    let engine: StoreEngine, store: Store
    beforeEach(async () => { engine = await open(); store = engine.store })
    afterEach(() => engine.drop())

    test('bytes come back as they were, under their hash', async () => {
      const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => i % 256)
      const hash = await store.keepBytes(bytes)
      expect(hash).toBe(sha256(bytes))
      expect(await store.keepBytes(bytes)).toBe(hash)
      expect(Buffer.from((await store.readBytes(hash))!)).toEqual(Buffer.from(bytes))
      expect(await store.readBytes(sha256('never kept'))).toBeNull()
      expect(await store.keepBytes(new Uint8Array())).toBe(sha256(''))
      expect((await store.readBytes(sha256('')))!.byteLength).toBe(0)
      expect(await all(store.verifyBytes())).toEqual([])
      expect((await store.counts()).bytes).toBe(70_000)
    })

    test('a reading needs its bytes first', async () => {
      await expect(store.keepReading({ sha256: sha256('no such bytes'), record: {}, path: null, raw: false, engine: 'e', report: madeReport(), claims: [], statements: [] })).rejects.toThrow(/constraint/i)
      expect((await store.counts()).reports).toBe(0)
      expect(await store.revision()).toBe(0)
    })

    test('all that came of a report is told, version by version', async () => {
      const archived = { archive: 'a.warc', status: 200, record: [['warc-type', 'response']] as [string, string][], headers: [['content-type', 'text/html']] as [string, string][] }
      const { id } = await keep(store, madeReport(), [], { record: { file: 'reports/one.txt', archived } })
      await keep(store, madeReport(), [], { record: { file: 'reports/one.txt' } })
      const arrivals = await store.arrivals(id)
      expect(arrivals.map(({ version, sha256: hash, record }) => ({ version, hash, record }))).toEqual([
        { version: 1, hash: sha256(madeReport().text), record: { file: 'reports/one.txt', archived } }, { version: 1, hash: sha256(madeReport().text), record: { file: 'reports/one.txt' } },
      ])
      expect(await store.arrivals('0000000000000000')).toEqual([])
    })

    test('texts are those of the current versions, by key', async () => {
      await keep(store, madeReport({ text: 'One was killed.' }))
      await keep(store, madeReport({ text: 'Two were killed.', published: '2031-04-03' }))
      await keep(store, madeReport({ key: 'reports/two.txt', doc: 'two' }))
      expect((await all(store.texts())).map(({ summary, report }) => [summary.key, summary.version, report.text])).toEqual([['reports/one.txt', 2, 'Two were killed.'], ['reports/two.txt', 1, madeReport().text]])
    })

    test('a report comes back whole: text, posts, claims, statements, in order', async () => {
      const report = madeReport({ title: 'A night in Varnograd', posts: [{ id: 'p1', author: 'A', heading: null, time: null, modified: null, supersedes: null, start: 0, end: 10 }], trouble: [{ code: 'c', message: 'm' }] })
      const claims = ['c3', 'c1', 'c2'].map((id) => madeClaim(id))
      const statement = { speaker: 'The mayor', role: 'mayor', channel: null, cue: 'said', quote: 'Two', direct: true, start: 0, end: 3 }
      const kept = await keep(store, report, claims, { statements: [statement], raw: true })
      expect(kept).toEqual({ what: 'new', id: reportId('reports/one.txt'), key: 'reports/one.txt', doc: 'one', version: 1, claims: 3 })
      const found = (await store.report('one'))!
      expect(found.report).toEqual(report)
      expect(found.claims).toEqual(claims)
      expect(found.statements).toEqual([statement])
      expect(found.record).toEqual({ file: 'reports/one.txt' })
      expect(found.summary).toMatchObject({ current: true, versions: 1, version: 1, raw: true, claims: 3, sha256: sha256(report.text) })
    })

    test('the same report twice changes nothing', async () => {
      await keep(store, madeReport(), [madeClaim('c1')])
      const [revision, counts] = [await store.revision(), await store.counts()]
      expect((await keep(store, madeReport(), [madeClaim('c1')])).what).toBe('unchanged')
      expect([await store.revision(), await store.counts()]).toEqual([revision, counts])
    })

    test('a report changed is a new version; the old one stays', async () => {
      await keep(store, madeReport(), [madeClaim('c1')])
      const changed = madeReport({ text: 'Three people were killed in Varnograd.' })
      expect(await keep(store, changed, [madeClaim('c2')])).toMatchObject({ what: 'new_version', version: 2 })
      expect((await store.report('one'))!.claims.map((claim) => claim.id)).toEqual(['c2'])
      expect((await store.report('one', 1))!.report.text).toBe(madeReport().text)
      expect((await store.versions(reportId('reports/one.txt'))).map((version) => version.current)).toEqual([false, true])
      expect((await all(store.readings())).map((reading) => reading.claims[0]!.id)).toEqual(['c2'])
      expect((await all(store.readings({ all: true }))).map((reading) => reading.claims[0]!.id)).toEqual(['c1', 'c2'])
      // the first one once more, as when a folder is added again
      expect((await keep(store, madeReport(), [madeClaim('c1')])).what).toBe('unchanged')
      expect((await store.report('one'))!.summary.version).toBe(2)
    })

    test('other bytes around the same reporting: bytes kept, no new version', async () => {
      await keep(store, madeReport(), [madeClaim('c1')], { sha256: '<p>one' })
      expect((await keep(store, madeReport(), [madeClaim('c1')], { sha256: '<p>other advertisement' })).what).toBe('unchanged')
      expect(Buffer.from((await store.readBytes(sha256('<p>other advertisement')))!).toString()).toBe('<p>other advertisement')
      expect((await store.counts()).versions).toBe(1)
    })

    test('a record corrected (another publication day) is a new version of the same bytes', async () => {
      await keep(store, madeReport(), [madeClaim('c1')])
      expect((await keep(store, madeReport({ published: '2031-04-03' }), [madeClaim('c2')], { record: { file: 'reports/one.txt', published: '2031-04-03' } })).what).toBe('new_version')
    })

    test('which version is current does not depend on the order they come in', async () => {
      const early = madeReport({ published: '2031-04-02T08:00:00Z', text: 'early' }), late = madeReport({ published: '2031-04-02T20:00:00Z', text: 'late' })
      await keep(store, late)
      await keep(store, early)
      expect((await store.report('one'))!.report.text).toBe('late')
      const post = { id: 'p', author: null, heading: null, time: null, modified: '2031-04-03T01:00:00Z', supersedes: null, start: 0, end: 4 }
      await keep(store, madeReport({ key: 'blog', doc: 'blog', text: 'corrected', posts: [post] }))
      await keep(store, madeReport({ key: 'blog', doc: 'blog', text: 'first' }))
      expect((await store.report('blog'))!.report.text).toBe('corrected')
    })

    test('another engine reads again: claims replaced in the same version', async () => {
      await keep(store, madeReport(), [madeClaim('c1')])
      expect(await keep(store, madeReport(), [madeClaim('c1'), madeClaim('c2')], { engine: 'engine-2' })).toMatchObject({ what: 'reread', version: 1, claims: 2 })
      expect((await keep(store, madeReport(), [madeClaim('c1'), madeClaim('c2')], { engine: 'engine-3' })).what).toBe('unchanged')
      expect(await keep(store, madeReport({ text: 'Two people were killed.' }), [], { engine: 'engine-4', sha256: madeReport().text })).toMatchObject({ what: 'reread', version: 1 })
      expect((await store.counts())).toMatchObject({ versions: 1, claims: 0 })
      expect((await store.report('one'))!.summary.engine).toBe('engine-4')
    })

    test('alreadyKept knows the very arrival, by the same engine alone', async () => {
      const report = madeReport(), hash = sha256(report.text)
      await keep(store, report, [madeClaim('c1')])
      const asked = { sha256: hash, record: { file: 'reports/one.txt' }, path: '/made/reports/one.txt', raw: false, engine: 'engine-1' }
      expect(await store.alreadyKept(asked)).toMatchObject({ what: 'unchanged', doc: 'one', version: 1, claims: 1 })
      for (const other of [{ engine: 'engine-2' }, { raw: true }, { path: '/made/other.txt' }, { record: { file: 'reports/one.txt', published: '2031-01-01' } }, { sha256: sha256('x') }]) expect(await store.alreadyKept({ ...asked, ...other })).toBeNull()
    })

    test('reports are found by doc, key, id and prefix; several fitting is said', async () => {
      await keep(store, madeReport({ key: 'https://example.org/a', doc: 'a' }))
      await keep(store, madeReport({ key: 'https://example.org/b', doc: 'b' }))
      const id = reportId('https://example.org/a')
      for (const asked of ['a', 'https://example.org/a', id, id.slice(0, 6)]) expect({ asked, key: (await store.report(asked))?.report.key }).toEqual({ asked, key: 'https://example.org/a' })
      for (const asked of ['c', 'https://example.org/', id.slice(0, 3), '', "' or 1=1 --", '%']) expect({ asked, found: await store.report(asked) }).toEqual({ asked, found: null })
      expect(await store.report('a', 2)).toBeNull()
      await keep(store, madeReport({ key: 'https://example.net/a', doc: 'a' }))
      await expect(store.report('a')).rejects.toMatchObject({ name: 'StoreError', fault: 'ambiguous' })
    })

    test('any text is kept as it is: null characters, half surrogates, right-to-left marks, quotes', async () => {
      const text = `a\u0000b\u202e"';--\ud83d\ude00 \u{10ffff}`
      await keep(store, madeReport({ key: text, doc: text, title: text, text }), [madeClaim('c1', { quote: text })])
      const found = (await store.report(text))!
      expect([found.report.text, found.report.title, found.report.doc, found.claims[0]!.quote]).toEqual([text, text, text, text])
      await keep(store, madeReport({ key: 'half', doc: 'half', text: 'half \ud83d a pair' }), [madeClaim('c2', { quote: 'half \ud83d' })])
      const half = (await store.report('half'))!
      expect(half.report.text.startsWith(half.claims[0]!.quote)).toBe(true)
    })

    test('pages through many reports once each, in key order', async () => {
      const keys = Array.from({ length: 450 }, (_, i) => `r/${String(i).padStart(4, '0')}`)
      for (const key of keys.toReversed()) await keep(store, madeReport({ key, doc: key }))
      expect((await all(store.reports())).map((report) => report.key)).toEqual(keys)
    }, 20_000)

    test('trouble is recorded once, counted, and settled by a reading of that name', async () => {
      const trouble = { doc: 'one', path: '/made/one.txt', sha256: null, record: { file: 'one.txt' }, code: 'missing_file', message: 'not there' }
      await store.keepTrouble(trouble)
      await store.keepTrouble(trouble)
      expect(await store.troubles()).toMatchObject([{ doc: 'one', code: 'missing_file', times: 2, settledAt: null }])
      await keep(store, madeReport())
      expect(await store.troubles()).toEqual([])
      expect((await store.troubles({ settled: true })).length).toBe(1)
      await store.keepTrouble(trouble)
      expect(await store.troubles()).toMatchObject([{ times: 3 }])
    })

    /** Puts incidents in this order in place of all before. */
    const replace = async (store: Store, incidents: readonly Incident[]): Promise<void> => {
      const before = (await all(store.incidents())).map(({ id }) => id), now = new Set(incidents.map(({ id }) => id))
      await store.resolving([], (index) => index.put({ incidents: { gone: before.filter((id) => !now.has(id)), put: incidents.map((incident, i) => ({ incident, listed: `0 ${i}` })) } }))
    }

    test('incidents are replaced; ids that went lead to where their claims are', async () => {
      await replace(store, [madeIncident('i2bbbb', ['c3']), madeIncident('i1aaaa', ['c1', 'c2']), madeIncident('i3cccc', ['c4'], null)])
      expect((await all(store.incidents())).map((incident) => incident.id)).toEqual(['i2bbbb', 'i1aaaa', 'i3cccc'])
      await replace(store, [madeIncident('i1aaaa', ['c1', 'c2', 'c3'], '2031-04-05')])
      expect((await all(store.incidents())).map((incident) => incident.id)).toEqual(['i1aaaa'])
      expect(await store.incident('i2bbbb')).toMatchObject({ as: 'alias', incident: { id: 'i1aaaa' } })
      expect(await store.incident('i1aaaa')).toMatchObject({ as: 'current' })
      expect(await store.incident('i3cccc')).toMatchObject({ as: 'gone', incident: { id: 'i3cccc', claims: ['c4'] } })
      expect(await store.incident('nothing')).toBeNull()
      // a split: the smallest claim that is still found says where an old id goes; what was gone may come back
      await replace(store, [madeIncident('i0dddd', ['c2']), madeIncident('i2bbbb', ['c3']), madeIncident('i4eeee', ['c1', 'c4'])])
      expect(await store.incident('i1aaaa')).toMatchObject({ as: 'alias', incident: { id: 'i4eeee' } })
      expect(await store.incident('i2bbbb')).toMatchObject({ as: 'current' })
      expect(await store.incident('i3cccc')).toMatchObject({ as: 'alias', incident: { id: 'i4eeee' } })
      expect(await store.incidentsOfClaims(['c1', 'c2', 'c9'])).toEqual(new Map([['c1', 'i4eeee'], ['c2', 'i0dddd']]))
      expect((await store.counts()).incidents).toBe(3)
    })

    test('what was written since a mark is told, what went too; words find it by its number', async () => {
      await replace(store, [madeIncident('i1aaaa', ['c1']), madeIncident('i2bbbb', ['c2'])])
      const mark = await store.incidentMark()
      expect(await store.incidentsSince(mark, 10)).toEqual([])
      await store.resolving([], (index) => index.put({ incidents: { gone: ['i1aaaa'], put: [{ incident: madeIncident('i3cccc', ['c1']), listed: '0' }] } }))
      expect(await store.incidentMark()).toBeGreaterThan(mark)
      expect((await store.incidentsSince(mark, 10)).sort()).toEqual(['i1aaaa', 'i3cccc'])
      expect(await store.incidentsSince(mark, 1)).toHaveLength(1)
      expect((await store.incidentsNamed(['i1aaaa', 'i3cccc', 'i9'])).map(({ id }) => id)).toEqual(['i3cccc'])
      const numbers = await store.incidentNumbers(['i2bbbb', 'i3cccc', 'i9'])
      expect([...numbers.keys()].sort()).toEqual(['i2bbbb', 'i3cccc'])
      const found = await store.searchNumbers(madeIncident('i3cccc', ['c1']).place?.name ?? 'strike')
      expect([...numbers.values()].every((number) => found.includes(number))).toBe(true)
    })

    test('an incident is found by a prefix; current ones before others', async () => {
      await replace(store, [madeIncident('abcd11', ['c1'])])
      await replace(store, [madeIncident('abcd22', ['c2'])])
      expect(await store.incident('abcd')).toMatchObject({ incident: { id: 'abcd22' } })
      expect(await store.incident('abcd1')).toMatchObject({ as: 'gone', incident: { id: 'abcd11' } })
      expect(await store.incident('abc')).toBeNull()
      await replace(store, [madeIncident('abcd22', ['c2']), madeIncident('abcd33', ['c3'])])
      await expect(store.incident('abcd')).rejects.toMatchObject({ fault: 'ambiguous' })
    })

    test('incidents are up to date when no report is stale, and a report that changes meanwhile stays stale', async () => {
      expect(await store.incidentBasis()).toBeNull()
      await keep(store, madeReport(), [madeClaim('c1')])
      expect(await store.settleIncidents({ revision: await store.revision(), rules: 'r' })).toBe(false)
      const stale = await store.staleReports(10)
      expect(stale.map(({ key }) => key)).toEqual([madeReport().key])
      await keep(store, madeReport({ text: 'It was told otherwise.' }), [madeClaim('c2')])
      await store.resolving(stale, async () => {})
      expect(await store.staleReports(10)).toHaveLength(1)
      await store.resolving(await store.staleReports(10), async () => {})
      expect(await store.settleIncidents({ revision: await store.revision() - 1, rules: 'r' })).toBe(false)
      expect(await store.settleIncidents({ revision: await store.revision(), rules: 'r' })).toBe(true)
      expect(await store.incidentBasis()).toEqual({ revision: await store.revision(), rules: 'r' })
      await store.markStale({ keys: [], claims: ['c2', 'nobody'] }, { rules: 'r', decided: '' })
      expect(await store.staleReports(10)).toHaveLength(1)
      expect(await store.indexBasis()).toEqual({ rules: 'r', decided: '' })
    })

    test('what fails while incidents are brought up to date leaves all as it was', async () => {
      await replace(store, [madeIncident('i1', ['c1'])])
      await expect(store.resolving([], async (index) => { await index.put({ incidents: { gone: ['i1'], put: [] } }); throw new Error('on purpose') })).rejects.toThrow('on purpose')
      expect((await all(store.incidents())).map(({ id }) => id)).toEqual(['i1'])
      await store.beginIndex({ rules: 'r2', decided: '' })
      expect(await all(store.incidents())).toEqual([])
      expect(await store.incident('i1')).toMatchObject({ as: 'gone' })
    })

    describe('the log', () => {
      const entry = (subject: string, state: string, more: object = {}) => ({ by: 'Ada', what: 'decision' as const, body: { note: subject }, basedOn: [{ subject, state }], subjects: [], shapes: false, ...more })
      beforeEach(async () => {
        await keep(store, madeReport(), [madeClaim('c1'), madeClaim('c2'), madeClaim('c3')])
        await replace(store, [madeIncident('c1', ['c1', 'c2']), madeIncident('c3', ['c3'])])
      })

      test('appends, numbered and chained; reads back what was written', async () => {
        expect(await store.logHead()).toBeNull()
        const first = await store.append(entry('incident c1', await store.stateOf('incident c1')))
        const second = await store.append(entry('incident c3', await store.stateOf('incident c3')))
        const entries = await all(store.log())
        expect(entries.map(({ seq, by, body }) => [seq, by, body])).toEqual([[1, 'Ada', { note: 'incident c1' }], [2, 'Ada', { note: 'incident c3' }]])
        expect(entries).toEqual([first, second].map((one) => one.appended && one.entry))
        expect(entries[1]!.previous).toBe(entries[0]!.hash)
        expect(await store.logHead()).toEqual({ seq: 2, hash: entries[1]!.hash })
        expect(await all(store.log({ after: 1 }))).toEqual([entries[1]])
        expect(await checkChain(store.keptLog())).toEqual({ faults: [], head: { seq: 2, hash: entries[1]!.hash } })
      })

      test('of two who saw the same state the second is told what the first did, and nothing is kept of hers', async () => {
        const state = await store.stateOf('incident c1')
        const [one, other] = await Promise.all([store.append(entry('incident c1', state)), store.append({ ...entry('incident c1', state), by: 'Bo' })])
        expect([one, other].map(({ appended }) => appended).sort()).toEqual([false, true])
        const told = [one, other].find((result) => !result.appended)!
        expect(told).toMatchObject({ moved: [{ subject: 'incident c1', incident: 'c1', state: await store.stateOf('incident c1'), since: [{ seq: 1 }] }] })
        expect(await all(store.log())).toHaveLength(1)
        expect((await store.append(entry('incident c1', await store.stateOf('incident c1')))).appended).toBe(true)
      })

      test('an incident whose claims changed has another state; one that was joined leads to where its claims are', async () => {
        const [one, other] = [await store.stateOf('incident c1'), await store.stateOf('incident c3')]
        await replace(store, [madeIncident('c1', ['c1', 'c2', 'c3'])])
        for (const [subject, state] of [['incident c1', one], ['incident c3', other]] as const) expect(await store.append(entry(subject, state))).toMatchObject({ appended: false, moved: [{ incident: 'c1', since: [] }] })
        expect(await store.stateOf('incident c3')).toBe(await store.stateOf('incident c1'))
        expect(await store.stateOf('incident nothing')).toBe('gone')
      })

      test('entries are found by what they are about, and raise the revision where they shape incidents', async () => {
        const revision = await store.revision()
        await store.append(entry('incident c1', await store.stateOf('incident c1'), { subjects: ['voice outlet x'] }))
        expect(await store.revision()).toBe(revision)
        await store.append(entry('incident c3', await store.stateOf('incident c3'), { shapes: true }))
        expect(await store.revision()).toBe(revision + 1)
        const seqs = async (options: object): Promise<number[]> => (await all(store.log(options))).map(({ seq }) => seq)
        expect(await seqs({ about: ['claim c2'] })).toEqual([1])
        expect(await seqs({ about: ['voice outlet x', 'claim c3'] })).toEqual([1, 2])
        expect(await seqs({ about: ['claim c1'], after: 1 })).toEqual([])
        expect(await seqs({ shaping: true })).toEqual([2])
      })

      test('many at once: each number once, the chain whole', async () => {
        const states = await Promise.all(['c1', 'c3'].map((id) => store.stateOf(`incident ${id}`)))
        const results = await Promise.all(Array.from({ length: 40 }, (_, i) => store.append(entry(`incident ${i % 2 === 0 ? 'c1' : 'c3'}`, states[i % 2]!))))
        expect(results.filter(({ appended }) => appended)).toHaveLength(2)
        expect((await checkChain(store.keptLog())).faults).toEqual([])
      })

      test('claims and the readings that make them are found by id', async () => {
        expect(await store.claimsThere(['c1', 'c9'])).toEqual(new Set(['c1']))
        expect((await all(store.readingsOf(['c1', 'c2', 'c9']))).map(({ report }) => report.key)).toEqual(['reports/one.txt'])
        await keep(store, madeReport({ key: 'two', doc: 'two', text: 'x' }), [madeClaim('abcd1'), madeClaim('abcd2')])
        expect([await store.claimsLike('abcd'), await store.claimsLike('abcd1'), await store.claimsLike('abc')]).toEqual([['abcd1', 'abcd2'], ['abcd1'], []])
      })
    })

    test('several at once in one process: nothing lost, nothing twice', async () => {
      await Promise.all(Array.from({ length: 24 }, (_, i) => keep(store, madeReport({ key: `k${i % 8}`, doc: `k${i % 8}`, text: `text of k${i % 8}` }), [madeClaim(`c${i % 8}`)])))
      expect(await store.counts()).toMatchObject({ reports: 8, versions: 8, claims: 8 })
      expect(await store.revision()).toBe(8)
    })

    test('all of it outlives closing', async ({ skip }) => {
      if (engine.reopen === null) return skip('nothing outlives this engine')
      await keep(store, madeReport(), [madeClaim('c1')])
      await replace(store, [madeIncident('i1aaaa', ['c1'])])
      store = await engine.reopen()
      expect((await store.report('one'))!.claims.map((claim) => claim.id)).toEqual(['c1'])
      expect((await store.incident('i1aaaa'))!.incident.claims).toEqual(['c1'])
      expect(Buffer.from((await store.readBytes(sha256(madeReport().text)))!).toString()).toBe(madeReport().text)
    })
  })
}

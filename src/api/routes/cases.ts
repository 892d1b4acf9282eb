// Claims that people added, corrected or rejected, to be saved as the files of annotation by which the reading is scored and improved.
import { z } from 'zod'
import { annotatedCases, CASE_FILES } from '../../pipeline/cases.ts'
import { decisionsStanding } from '../../pipeline/review.ts'
import { rawRoute, type Route } from '../route.ts'

const FILE = z.enum(Object.keys(CASE_FILES) as [keyof typeof CASE_FILES, ...(keyof typeof CASE_FILES)[]])

export const CASE_ROUTES: readonly Route[] = [
  rawRoute({
    method: 'get', path: '/api/cases/:file', role: 'analyst', summary: 'One file of the cases that decisions make, as "dateline decisions --annotation" writes it: what should be found (facts, incidents), what should not (wrong), their reports (manifest)', params: z.object({ file: FILE }), answers: 'application/jsonl',
    async respond({ params: { file }, desk }) {
      const cases = await annotatedCases(desk.store, await decisionsStanding(desk.store, (claims) => desk.store.incidentsOfClaims(claims)))
      return new Response(cases[CASE_FILES[file]].map((record) => `${JSON.stringify(record)}\n`).join(''), { headers: { 'content-type': 'application/jsonl; charset=utf-8', 'content-disposition': `attachment; filename="${file}"`, 'content-security-policy': "sandbox; default-src 'none'", 'x-content-type-options': 'nosniff' } })
    },
  }),
]

// Every route there is.
import type { Route } from './route.ts'
import { ACCOUNT_ROUTES } from './routes/accounts.ts'
import { CASE_ROUTES } from './routes/cases.ts'
import { DECISION_ROUTES } from './routes/decisions.ts'
import { DRAFT_ROUTES } from './routes/drafts.ts'
import { FRAME_ROUTES } from './routes/frame.ts'
import { INCIDENT_ROUTES } from './routes/incident.ts'
import { INTAKE_ROUTES } from './routes/intake.ts'
import { OVERVIEW_ROUTES } from './routes/overview.ts'
import { RECORD_ROUTES } from './routes/record.ts'
import { REPORT_ROUTES } from './routes/report.ts'
import { SIGN_IN_ROUTES } from './routes/sign-in.ts'

export const ROUTES: readonly Route[] = [...FRAME_ROUTES, ...SIGN_IN_ROUTES, ...ACCOUNT_ROUTES, ...OVERVIEW_ROUTES, ...INCIDENT_ROUTES, ...REPORT_ROUTES, ...RECORD_ROUTES, ...INTAKE_ROUTES, ...DECISION_ROUTES, ...DRAFT_ROUTES, ...CASE_ROUTES]

// resolve: claims of many reports become incidents; why they did.
export { resolve, type ResolveOptions } from './resolve.ts'
export { updateIncidents, type ChangedReport } from './update.ts'
export { explainIncident, explanationLines, strength, type Explanation, type Reason, type Tie, type Told } from './explain.ts'
export { explainKept } from './explain-kept.ts'
export { containmentOf } from './containment.ts'
export type { Decided } from './decided.ts'
export type { ResolveInput } from './input.ts'
export type { Containment } from './place-relation.ts'

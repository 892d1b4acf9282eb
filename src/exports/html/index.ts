// The chronology as one page that needs nothing else.
import { chronologyPage } from '../../site/chronology-page.ts'
import type { ExportFormat } from '../chronology.ts'

export const format: ExportFormat = {
  name: 'html',
  summary: 'one self-contained page: timeline, map, every number a door to its words',
  ending: 'html',
  drawsMap: true,
  *write({ title, generatedAt, incidents, reports, landmarks }) {
    yield chronologyPage({ title, generatedAt: generatedAt ?? '', incidents, reports, landmarks: landmarks ?? [] })
  },
}

// What `dateline incidents --manifest` resolves, as values.
import type { Incident } from '../../src/model/incident.ts'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { readReports, type Sources } from '../../src/pipeline.ts'
import { incidentsOf as resolved } from '../../src/pipeline/refresh-incidents.ts'
import { DEFAULT_SETTINGS_KEPT } from '../../src/store/settings.ts'

/** The incidents of these sources alone. */
export async function incidentsOf(sources: Sources, raw: boolean): Promise<Incident[]> {
  const gazetteer = openGazetteer()
  try {
    return await resolved(readReports(sources, { raw, gazetteer }), DEFAULT_SETTINGS_KEPT, gazetteer)
  } finally {
    gazetteer.close()
  }
}

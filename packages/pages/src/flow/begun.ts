import { readDraftField } from './draft-field.ts'
import type { FlowVisit, UnderWay } from './flow-visit.ts'

/** What begins with this form: a page that was made before anything was kept says so. */
export function begun(visit: FlowVisit): UnderWay | null {
  if (visit.request.draft === null) return null
  const { id, kept } = readDraftField(visit.request.draft)
  return kept || !UUID.test(id) ? null : nothingKept(id, visit)
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Nothing yet, under an id. */
export function nothingKept(id: string, { page }: FlowVisit): UnderWay {
  return { id, answers: {}, revision: 0, language: page.language, asked: [], device: '' }
}

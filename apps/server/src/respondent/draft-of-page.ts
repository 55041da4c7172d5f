import { findDraft, isUuid, type Draft } from '@klankbord/storage'
import { randomId } from '../randomness.ts'
import { readDraftField } from './draft-field.ts'
import type { FormVisit } from './form-visit.ts'
import { referenceOf } from './visit.ts'

/** A draft of which nothing is kept: pressing "start" alone leaves nothing behind. */
export function newDraft({ context, page }: FormVisit): Draft {
  return emptyDraft(randomId(context.randomness), page.language)
}

/** The draft that the page belongs to as it is kept now, or null. */
export async function keptDraft({ context, opened, request }: FormVisit): Promise<Draft | null> {
  if (request.draft === null) return null
  return findDraft(context.database.db, referenceOf(opened), readDraftField(request.draft).id)
}

/** The draft that the page belongs to, empty when the page may begin one; null when there is none any more. */
export async function draftOfPage(visit: FormVisit): Promise<Draft | null> {
  const found = await keptDraft(visit)
  if (found !== null || visit.request.draft === null) return found
  const { id, kept } = readDraftField(visit.request.draft)
  return kept || !isUuid(id) ? null : emptyDraft(id, visit.page.language)
}

function emptyDraft(id: string, language: string): Draft {
  return { id, answers: {}, revision: 0, language, asked: [] }
}

import { findDraft, type Draft } from '@klankbord/storage'
import { isUuid, randomId } from '../randomness.ts'
import type { FormVisit } from './form-visit.ts'
import { referenceOf } from './visit.ts'

/** Stands before the id on pages that were made before anything was kept under it. */
const NOT_KEPT_YET = 'new-'

/**
 * What a page carries of a draft. A page that comes back without the mark belongs to something that was kept, so when
 * nothing is there any more it has expired; one with the mark may begin.
 *
 * @example draftField({ id: '4f…', revision: 0 }) // 'new-4f…'
 */
export function draftField({ id, revision }: Pick<Draft, 'id' | 'revision'>): string {
  return revision === 0 ? `${NOT_KEPT_YET}${id}` : id
}

/** Reads what a page carried. @example readDraftField('new-4f…') // { id: '4f…', kept: false } */
export function readDraftField(field: string): { readonly id: string; readonly kept: boolean } {
  const kept = !field.startsWith(NOT_KEPT_YET)
  return { id: kept ? field : field.slice(NOT_KEPT_YET.length), kept }
}

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

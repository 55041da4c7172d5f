import type { UnderWay } from './flow-visit.ts'

/** Stands before the id on pages that were made before anything was kept under it. */
const NOT_KEPT_YET = 'new-'

/**
 * What a page carries of a draft. A page that comes back without the mark belongs to something that was kept, so when
 * nothing is there any more it has expired; one with the mark may begin.
 *
 * @example draftField({ id: '4f…', revision: 0 }) // 'new-4f…'
 */
export function draftField({ id, revision }: Pick<UnderWay, 'id' | 'revision'>): string {
  return revision === 0 ? `${NOT_KEPT_YET}${id}` : id
}

/** Reads what a page carried. @example readDraftField('new-4f…') // { id: '4f…', kept: false } */
export function readDraftField(field: string): { readonly id: string; readonly kept: boolean } {
  const kept = !field.startsWith(NOT_KEPT_YET)
  return { id: kept ? field : field.slice(NOT_KEPT_YET.length), kept }
}

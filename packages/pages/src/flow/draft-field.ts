import type { UnderWay } from './flow-visit.ts'

/** Stands before the id on pages that were made before anything was kept under it. */
const NOT_KEPT_YET = 'new-'

/** What a page carried of a draft. */
export interface CarriedDraft {
  readonly id: string
  /** Something was kept under it when the page was made. */
  readonly kept: boolean
  /** The revision that the page shows; null where it does not say. */
  readonly revision: number | null
  /** The mark of the device that the page is on; empty for the one that it began on. */
  readonly device: string
}

/**
 * What a page carries of a draft. A page that comes back without `new-` belongs to something that was kept, so when
 * nothing is there any more it has expired; one with it may begin. The revision and the mark of the device tell whether
 * somebody filled in more on another device since.
 *
 * @example draftField({ id: '4f…', revision: 0, device: '' }) // 'new-4f…'
 * @example draftField({ id: '4f…', revision: 3, device: '' }) // '3-4f…'
 * @example draftField({ id: '4f…', revision: 3, device: '09af77c2' }) // '3-09af77c2-4f…'
 */
export function draftField({ id, revision, device }: Pick<UnderWay, 'id' | 'revision' | 'device'>): string {
  if (revision === 0) return `${NOT_KEPT_YET}${id}`
  return [String(revision), ...(device === '' ? [] : [device]), id].join('-')
}

const CARRIED = /^(\d{1,7})-(?:([0-9a-f]{8})-)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Reads what a page carried. @example readDraftField('new-4f…') // { id: '4f…', kept: false, revision: null, device: '' } */
export function readDraftField(field: string): CarriedDraft {
  const [, revision, device = '', id] = CARRIED.exec(field) ?? []
  if (id !== undefined) return { id, kept: true, revision: Number(revision), device }
  const kept = !field.startsWith(NOT_KEPT_YET)
  return { id: kept ? field : field.slice(NOT_KEPT_YET.length), kept, revision: null, device }
}

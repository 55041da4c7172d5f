import { createHash } from 'node:crypto'
import { contentHash } from '@klankbord/model'

/** `codes`: of a wave, with how often each group used them. */
export type DeletedKind = 'contacts' | 'answers' | 'codes' | 'publication'

/** `retention`: its term was over. `erased`: somebody decided it. `withdrawn`: a person took their consent back. */
export type DeletionReason = 'retention' | 'erased' | 'withdrawn'

/** What was deleted and why, without anything of what it said. */
export interface DeletionNotice {
  /** Of the deletion itself: written down twice, it counts once. */
  readonly id: string
  readonly what: DeletedKind
  /** Id of the wave or of the publication; null for contacts. */
  readonly subject: string | null
  readonly rows: number
  readonly why: DeletionReason
  readonly by: string
  /** ISO date. */
  readonly on: string
  /** SHA-256 over the ids of the rows (see `idsDigest`), or of the publication's content. */
  readonly digest: string
  /** Of the key that was destroyed with the last contact; null when none was. */
  readonly keyFingerprint: string | null
}

/** A notice in its place in the chain. */
export interface Deletion extends DeletionNotice {
  /** 1, 2, 3 … within the study. */
  readonly number: number
  /** The hash of the deletion before; empty for the first. */
  readonly previous: string
  readonly hash: string
}

/** The hash of a deletion: over everything it says, its study and the hash of the one before. */
export function deletionHash(studyId: string, deletion: Omit<Deletion, 'hash'>): string {
  const { id, what, subject, rows, why, by, on, digest, keyFingerprint, number, previous } = deletion
  const said = { id, what, subject, rows, why, by, on, digest, keyFingerprint, number, previous }
  return contentHash({ format: 'klankbord-deletion/1', study: studyId, ...said })
}

/** What of a chain does not hold: the first number at which something is `missing` or `changed`, or that rows at its end are `cutOff`. */
export interface BrokenChain {
  readonly number: number
  readonly fault: 'missing' | 'changed' | 'cutOff'
}

/**
 * Holds the deletions of a study against each other and against the last of which the study knows.
 *
 * @param head the last deletion; null when there was none
 * @returns null when the chain holds
 */
export function checkDeletions(
  studyId: string,
  deletions: readonly Deletion[],
  head: { readonly number: number; readonly hash: string } | null,
): BrokenChain | null {
  let previous = ''
  for (const [place, deletion] of deletions.entries()) {
    const number = place + 1
    if (deletion.number !== number) return { number, fault: 'missing' }
    if (deletion.previous !== previous || deletion.hash !== deletionHash(studyId, deletion))
      return { number, fault: 'changed' }
    previous = deletion.hash
  }
  if ((head?.number ?? 0) > deletions.length) return { number: deletions.length + 1, fault: 'cutOff' }
  return (head?.hash ?? '') === previous ? null : { number: deletions.length, fault: 'changed' }
}

/** SHA-256 of ids in their order, one on each line. */
export function idsDigest(ids: readonly string[]): string {
  return createHash('sha256').update(ids.toSorted().join('\n')).digest('hex')
}

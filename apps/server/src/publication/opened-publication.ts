import { problem, type Publication, type PublicationTombstone, type WithdrawnPublication } from '@klankbord/model'
import { reopen } from '@klankbord/disclosure'
import type { LaterEdition } from '@klankbord/report-page'
import { answersDeletedOn, findPublication, type StoredPublication } from '@klankbord/storage'
import { z } from 'zod'
import type { ServerContext } from '../context.ts'
import type { Asking } from '../staff/staff-accounts.ts'
import { asOf } from './as-of.ts'
import { laterEdition } from './later-edition.ts'
import { mayKnow } from './may-read.ts'

/** A publication as it may be shown. */
export interface OpenedPublication {
  readonly publication: Publication
  readonly content: string
  /** ISO date of the day on which the answers behind it were deleted; null while they are there. */
  readonly inputGone: string | null
  /** Whether everybody may read it, and keep it for a while. */
  readonly forEverybody: boolean
  /** Who may not read it yet: `draft` but for the staff of the study, or everybody else until a moment; null for neither. */
  readonly early: 'draft' | Date | null
  /** The edition that came after it, for whoever asks. */
  readonly later: LaterEdition | null
}

/** What stands at an address whose publication is not shown any more. */
export type Epitaph =
  | { readonly kind: 'removed'; readonly tombstone: PublicationTombstone }
  | { readonly kind: 'withdrawn'; readonly withdrawn: WithdrawnPublication; readonly later: LaterEdition | null }

/**
 * A publication that whoever asks may read, re-opened through disclosure, which checks its hash and verdict. To whom it is not
 * for it is not there.
 *
 * @throws Problem `unknownPublication`, `publicationWithdrawn`, `publicationAltered`
 */
export async function openedPublication(
  context: ServerContext,
  id: string,
  asking: Asking,
): Promise<OpenedPublication> {
  const stored = await known(context, id, asking)
  if (stored === null) throw problem('unknownPublication', { publication: id })
  const later = await laterEdition(context, stored, asking)
  const { state, withdrawal, embargoUntil } = stored
  if (state === 'withdrawn') {
    const why = withdrawal === null ? {} : { ...withdrawal, replacedBy: later?.address ?? null }
    throw problem('publicationWithdrawn', { publication: id, ...why })
  }
  return {
    publication: reopen(JSON.parse(stored.content)),
    content: stored.content,
    inputGone: await answersDeletedOn(context.database.db, stored.studyId, stored.waveId),
    forEverybody: state === 'public',
    early: state === 'draft' ? 'draft' : embargoUntil,
    later,
  }
}

/** What is told of a publication that was withdrawn or whose term is over; null for any other, and for whom it was not. */
export async function epitaphAt(context: ServerContext, id: string, asking: Asking): Promise<Epitaph | null> {
  const stored = await known(context, id, asking)
  if (stored === null) return null
  const { tombstone } = stored
  if (tombstone !== null) return { kind: 'removed', tombstone }
  if (stored.state !== 'withdrawn') return null
  const later = await laterEdition(context, stored, asking)
  return { kind: 'withdrawn', withdrawn: withdrawnOf(stored), later }
}

const REMAINS = z.object({
  study: z.object({ title: z.record(z.string(), z.string()), organisation: z.string() }),
  language: z.string(),
})

/** Nothing of its figures is read: what was altered has to be told as withdrawn all the same. */
function withdrawnOf({ id, edition, publishedOn, content, withdrawal }: StoredPublication): WithdrawnPublication {
  const { study, language } = REMAINS.parse(JSON.parse(content))
  const why = withdrawal ?? { on: publishedOn, reason: null, words: null }
  return { id, edition, publishedOn, language, title: study.title, organisation: study.organisation, ...why }
}

async function known(context: ServerContext, id: string, asking: Asking): Promise<StoredPublication | null> {
  const found = await findPublication(context.database.db, id)
  const stored = found && asOf(found, context.clock)
  return stored !== null && (await mayKnow(context, stored, asking)) ? stored : null
}

import { canonicalJson, problem, type Publication, type PublicationTombstone } from '@klankbord/model'
import type { Kysely, Selectable } from 'kysely'
import { breaks } from './database-problem.ts'
import type { PublicationState, Schema } from './schema.ts'
import { isUuid } from './is-uuid.ts'
import type { WaveReference } from './waves.ts'

/** What is known of a publication without opening it. */
export interface PublicationSummary {
  readonly id: string
  readonly studyId: string
  readonly waveId: string
  readonly edition: number
  /** ISO date. */
  readonly publishedOn: string
  readonly state: PublicationState
}

/** A publication as it is stored. */
export interface StoredPublication extends PublicationSummary {
  /** Canonical JSON, to the byte as it was saved; `disclosure.reopen` checks it. Empty when its term is over. */
  readonly content: string
  /** What is left of a publication whose term is over; null while it stands. */
  readonly tombstone: PublicationTombstone | null
}

/**
 * Saves a publication for good. Saving the very same one again changes nothing.
 *
 * @param state `public` when left out
 * @throws Problem `publicationExists` when the id has another content or the wave has this edition already
 */
export async function savePublication(
  db: Kysely<Schema>,
  wave: WaveReference,
  publication: Publication,
  state: PublicationState = 'public',
): Promise<void> {
  const { id, edition, publishedOn } = publication
  const content = canonicalJson(publication)
  const taken = problem('publicationExists', { publication: id, edition })
  try {
    await db.transaction().execute(async (trx) => {
      const claimed = await trx
        .insertInto('publication_addresses')
        .values({ id, study_id: wave.studyId })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!claimed) {
        const stored = await findPublication(trx, id)
        if (stored?.content !== content) throw taken
        return
      }
      await trx
        .insertInto('publications')
        .values({
          study_id: wave.studyId,
          id,
          wave_id: wave.waveId,
          edition,
          published_on: publishedOn,
          state,
          content,
        })
        .execute()
    })
  } catch (error) {
    throw breaks(error, 'publication_edition') ? taken : error
  }
}

/** The publication with this id, whatever its state, or null. */
export async function findPublication(db: Kysely<Schema>, id: string): Promise<StoredPublication | null> {
  if (id.includes('\0')) return null
  const place = await db.selectFrom('publication_addresses').selectAll().where('id', '=', id).executeTakeFirst()
  if (!place) return null
  const row = await db
    .selectFrom('publications')
    .selectAll()
    .where('study_id', '=', place.study_id)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { ...summaryOf(row), content: row.content, tombstone: row.tombstone } : null
}

/** The publications of a study, by wave and edition. */
export async function listPublications(db: Kysely<Schema>, studyId: string): Promise<readonly PublicationSummary[]> {
  if (!isUuid(studyId)) return []
  const rows = await db
    .selectFrom('publications')
    .select(['study_id', 'id', 'wave_id', 'edition', 'published_on', 'state'])
    .where('study_id', '=', studyId)
    .orderBy('wave_id')
    .orderBy('edition')
    .execute()
  return rows.map(summaryOf)
}

/** Shows or takes back a publication; its content never changes. @throws Problem `unknownPublication` */
export async function setPublicationState(
  db: Kysely<Schema>,
  studyId: string,
  id: string,
  state: PublicationState,
): Promise<void> {
  const changed = await db
    .updateTable('publications')
    .set({ state })
    .where('study_id', '=', studyId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  if (!changed) throw problem('unknownPublication', { publication: id })
}

function summaryOf(row: Omit<Selectable<Schema['publications']>, 'content' | 'tombstone'>): PublicationSummary {
  return {
    id: row.id,
    studyId: row.study_id,
    waveId: row.wave_id,
    edition: row.edition,
    publishedOn: row.published_on,
    state: row.state,
  }
}

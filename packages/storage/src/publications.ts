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
  /** Whose respondents it is about; null for all. */
  readonly organisationId: string | null
  /** ISO date from which everybody could read it; null when only members ever could. */
  readonly publicSince: string | null
}

/** A publication as it is stored. */
export interface StoredPublication extends PublicationSummary {
  /** Canonical JSON, to the byte as it was saved; `disclosure.reopen` checks it. Empty when its term is over. */
  readonly content: string
  /** What is left of a publication whose term is over; null while it stands. */
  readonly tombstone: PublicationTombstone | null
}

/** A publication to save, who may read it, and whose respondents it is about. */
export interface NewPublication {
  readonly publication: Publication
  /** `public` when left out. */
  readonly state?: PublicationState
  /** Null, or left out: of all respondents. */
  readonly organisationId?: string | null
}

/**
 * Saves publications for good, as of an edition that of all respondents and those of parts: all of them, or none. Saving the
 * very same ones again changes nothing.
 *
 * @throws Problem `publicationExists` when an id has another content or the wave has this edition already
 */
export async function savePublications(
  db: Kysely<Schema>,
  wave: WaveReference,
  publications: readonly NewPublication[],
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const one of publications) await insertPublication(trx, wave, one)
  })
}

async function insertPublication(
  trx: Kysely<Schema>,
  wave: WaveReference,
  { publication, state = 'public', organisationId = null }: NewPublication,
): Promise<void> {
  const { id, edition, publishedOn } = publication
  const content = canonicalJson(publication)
  const taken = problem('publicationExists', { publication: id, edition })
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
  try {
    await trx
      .insertInto('publications')
      .values({
        study_id: wave.studyId,
        id,
        wave_id: wave.waveId,
        edition,
        published_on: publishedOn,
        state,
        organisation_id: organisationId,
        public_since: state === 'public' ? publishedOn : null,
        content,
      })
      .execute()
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

/** The publications of a study, by wave and edition; in each edition that of all respondents first. */
export async function listPublications(db: Kysely<Schema>, studyId: string): Promise<readonly PublicationSummary[]> {
  if (!isUuid(studyId)) return []
  const rows = await db
    .selectFrom('publications')
    .select(['study_id', 'id', 'wave_id', 'edition', 'published_on', 'state', 'organisation_id', 'public_since'])
    .where('study_id', '=', studyId)
    .orderBy('wave_id')
    .orderBy('edition')
    .orderBy('organisation_id', (order) => order.asc().nullsFirst())
    .execute()
  return rows.map(summaryOf)
}

/**
 * Shows or takes back a publication; its content never changes.
 *
 * @param on ISO date
 * @throws Problem `unknownPublication`
 */
export async function setPublicationState(
  db: Kysely<Schema>,
  studyId: string,
  id: string,
  { state, on }: { readonly state: PublicationState; readonly on: string },
): Promise<void> {
  const changed = await db
    .updateTable('publications')
    .set((eb) => ({
      state,
      ...(state === 'public' ? { public_since: eb.fn.coalesce('public_since', eb.val(on)) } : {}),
    }))
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
    organisationId: row.organisation_id,
    publicSince: row.public_since,
  }
}

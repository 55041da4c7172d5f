import {
  canonicalJson,
  problem,
  type EditionCorrection,
  type Publication,
  type PublicationState,
  type PublicationTombstone,
  type Withdrawal,
} from '@klankbord/model'
import type { Kysely, Selectable } from 'kysely'
import { breaks } from './database-problem.ts'
import type { Schema } from './schema.ts'
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
  /** From when everybody may read it, of an embargoed one; null of any other. */
  readonly embargoUntil: Date | null
  /** Null while it was not withdrawn, and of one whose term is over. */
  readonly withdrawal: Withdrawal | null
  /** Why it takes the place of the edition before; null of a first one, of older ones and of one whose term is over. */
  readonly correction: EditionCorrection | null
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
  /** Of an embargoed one: from when everybody may read it. */
  readonly embargoUntil?: Date
  /** Null, or left out: of all respondents. */
  readonly organisationId?: string | null
}

/**
 * Saves publications for good, as of an edition that of all respondents and those of parts: all of them, or none. Saving the
 * very same ones again changes nothing. Drafts of the same edition of the wave make place: nobody but the staff of the study
 * knew them, and what was compared with them would be compared with nothing.
 *
 * @throws Problem `publicationExists` when an id has another content or the wave has this edition already
 */
export async function savePublications(
  db: Kysely<Schema>,
  wave: WaveReference,
  publications: readonly NewPublication[],
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await discardDrafts(trx, wave, Math.max(...publications.map(({ publication }) => publication.edition)))
    for (const one of publications) await insertPublication(trx, wave, one)
  })
}

/** Deletes the drafts of a wave up to an edition, with their addresses. */
async function discardDrafts(trx: Kysely<Schema>, { studyId, waveId }: WaveReference, edition: number): Promise<void> {
  const drafts = await trx
    .deleteFrom('publications')
    .where('study_id', '=', studyId)
    .where('wave_id', '=', waveId)
    .where('state', '=', 'draft')
    .where('edition', '<=', edition)
    .returning('id')
    .execute()
  for (const { id } of drafts) await trx.deleteFrom('publication_addresses').where('id', '=', id).execute()
}

async function insertPublication(
  trx: Kysely<Schema>,
  wave: WaveReference,
  { publication, state = 'public', embargoUntil, organisationId = null }: NewPublication,
): Promise<void> {
  const { id, edition, publishedOn, correction } = publication
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
        embargo_until: state === 'embargoed' ? (embargoUntil?.toISOString() ?? null) : null,
        correction: correction === undefined ? null : JSON.stringify(correction),
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
    .select(['embargo_until', 'withdrawal', 'correction'])
    .where('study_id', '=', studyId)
    .orderBy('wave_id')
    .orderBy('edition')
    .orderBy('organisation_id', (order) => order.asc().nullsFirst())
    .execute()
  return rows.map(summaryOf)
}

/** What becomes of a publication. */
export interface PublicationChange {
  readonly state: PublicationState
  /** ISO date: of a public one, from when everybody can read it, if they could not before. */
  readonly on: string
  /** As what it was known to whoever decided; another decision in between is not undone. Any when left out. */
  readonly from?: PublicationState
  /** ISO date from which everybody could read it, where it opened by a moment that nobody wrote down. */
  readonly openSince?: string | null
  /** Of an embargoed one. */
  readonly embargoUntil?: Date
  /** Of a withdrawn one. */
  readonly withdrawal?: Withdrawal
}

/**
 * Shows or takes back a publication; its content never changes. The parts of an edition that was a draft are for their
 * members as soon as it is no draft any more.
 *
 * @throws Problem `unknownPublication`; `readersNotPossible` when it is not as it was known to be any more
 */
export async function setPublicationState(
  db: Kysely<Schema>,
  studyId: string,
  id: string,
  change: PublicationChange,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const before = await trx
      .selectFrom('publications')
      .select(['state', 'wave_id', 'edition', 'organisation_id'])
      .where('study_id', '=', studyId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!before) throw problem('unknownPublication', { publication: id })
    if (change.from !== undefined && change.from !== before.state)
      throw problem('readersNotPossible', { publication: id, from: before.state, to: change.state })
    await changeRow(trx, studyId, id, change)
    if (before.state !== 'draft' || before.organisation_id !== null) return
    await trx
      .updateTable('publications')
      .set({ state: 'members' })
      .where('study_id', '=', studyId)
      .where('wave_id', '=', before.wave_id)
      .where('edition', '=', before.edition)
      .where('state', '=', 'draft')
      .execute()
  })
}

async function changeRow(trx: Kysely<Schema>, studyId: string, id: string, change: PublicationChange): Promise<void> {
  const { state, on, openSince = null, embargoUntil, withdrawal } = change
  const since = openSince ?? (state === 'public' ? on : null)
  await trx
    .updateTable('publications')
    .set((eb) => ({
      state,
      embargo_until: embargoUntil?.toISOString() ?? null,
      ...(since === null ? {} : { public_since: eb.fn.coalesce('public_since', eb.val(since)) }),
      ...(withdrawal === undefined ? {} : { withdrawal: JSON.stringify(withdrawal) }),
    }))
    .where('study_id', '=', studyId)
    .where('id', '=', id)
    .execute()
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
    embargoUntil: row.state === 'embargoed' ? row.embargo_until : null,
    withdrawal: row.withdrawal,
    correction: row.correction,
  }
}

import { randomUUID } from 'node:crypto'
import { problem, type PaperEntryState, type PaperEntryWay } from '@klankbord/model'
import { sql, type Kysely } from 'kysely'
import { isUuid } from '../is-uuid.ts'
import type { Schema } from '../schema.ts'
import type { Arrival, StoreOutcome } from '../storing/arrival.ts'
import { storeResponse } from '../storing/store-responses.ts'
import type { WaveReference } from '../waves.ts'

/** A paper form of a wave, known by a keyed hash of the number or code that stands on it. */
export interface PaperForm extends WaveReference {
  readonly formHash: string
}

/** What one person typed of a form, sealed. */
export interface PaperEntry {
  readonly id: string
  readonly waveId: string
  readonly formHash: string
  readonly enteredBy: string
  readonly sealed: Buffer
  readonly state: PaperEntryState
}

/** What is to be done with what somebody types now: keep it, in which state, or store it as a response. */
export type PaperDecision = { readonly keep: PaperEntryState; readonly sealed: Buffer } | { readonly store: Arrival }

/**
 * Takes what somebody typed of a form. Others who type the same form at the same moment wait, so of two that could both
 * be the second one is. What is stored is stored and the entries of the form are gone, or neither.
 *
 * @param decide looks at what this person and the other one typed before, and says what becomes of it; what it throws
 *   leaves everything as it was
 * @returns the state it was kept in, or what storing gave
 * @throws Problem `paperFormTaken` when two others typed it, and those of `storeResponse`
 */
export async function enterPaperForm(
  db: Kysely<Schema>,
  form: PaperForm,
  enteredBy: string,
  decide: (
    trx: Kysely<Schema>,
    typed: { readonly own: PaperEntry | null; readonly other: PaperEntry | null },
  ) => Promise<PaperDecision>,
): Promise<PaperEntryState | StoreOutcome> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${keyOf(form)}, 0))`.execute(trx)
    const entries = await paperEntriesOf(trx, form)
    const own = entries.find((entry) => entry.enteredBy === enteredBy) ?? null
    const other = entries.find((entry) => entry.enteredBy !== enteredBy) ?? null
    if (own === null && entries.length === 2) throw problem('paperFormTaken', {})
    const decision = await decide(trx, { own, other })
    if ('keep' in decision) return keep(trx, form, { own, enteredBy, hasOther: other !== null, ...decision })
    const outcome = await storeResponse(trx, decision.store)
    await entriesAt(trx, form).execute()
    return outcome
  })
}

const keyOf = ({ studyId, waveId, formHash }: PaperForm): string => `paper ${studyId} ${waveId} ${formHash}`

interface Kept {
  readonly own: PaperEntry | null
  readonly enteredBy: string
  readonly hasOther: boolean
  readonly keep: PaperEntryState
  readonly sealed: Buffer
}

async function keep(trx: Kysely<Schema>, form: PaperForm, kept: Kept): Promise<PaperEntryState> {
  const { studyId, waveId, formHash } = form
  const { own, enteredBy, hasOther, keep: state, sealed } = kept
  if (own === null) {
    await sql`
      insert into paper_entries (study_id, id, wave_id, form_hash, pass, entered_by, sealed, state)
      select ${studyId}, ${randomUUID()}, ${waveId}, ${formHash}, coalesce(3 - max(pass), 1), ${enteredBy}, ${sealed}, ${state}
      from paper_entries where study_id = ${studyId} and wave_id = ${waveId} and form_hash = ${formHash}`.execute(trx)
  } else {
    await trx
      .updateTable('paper_entries')
      .set({ sealed })
      .where('study_id', '=', studyId)
      .where('id', '=', own.id)
      .execute()
  }
  if (hasOther) {
    await trx
      .updateTable('paper_entries')
      .set({ state })
      .where('study_id', '=', studyId)
      .where('wave_id', '=', waveId)
      .where('form_hash', '=', formHash)
      .execute()
  }
  return state
}

function entriesAt(db: Kysely<Schema>, { studyId, waveId, formHash }: PaperForm) {
  return db
    .deleteFrom('paper_entries')
    .where('study_id', '=', studyId)
    .where('wave_id', '=', waveId)
    .where('form_hash', '=', formHash)
}

/** Everything that was typed of a form: nothing, once, or twice. For whoever decides what a typist may see of it. */
export async function paperEntriesOf(
  db: Kysely<Schema>,
  { studyId, waveId, formHash }: PaperForm,
): Promise<readonly PaperEntry[]> {
  return db
    .selectFrom('paper_entries')
    .select(COLUMNS)
    .where('study_id', '=', studyId)
    .where('wave_id', '=', waveId)
    .where('form_hash', '=', formHash)
    .orderBy('pass')
    .execute()
}

/** What one person typed in a study and still waits, in no order of time. */
export async function ownPaperEntries(
  db: Kysely<Schema>,
  studyId: string,
  enteredBy: string,
): Promise<readonly PaperEntry[]> {
  return db
    .selectFrom('paper_entries')
    .select(COLUMNS)
    .where('study_id', '=', studyId)
    .where('entered_by', '=', enteredBy)
    .orderBy('id')
    .execute()
}

const COLUMNS = [
  'id',
  'wave_id as waveId',
  'form_hash as formHash',
  'entered_by as enteredBy',
  'sealed',
  'state',
] as const

/**
 * Forgets what somebody typed of a form; what another person typed of it waits for a second time again.
 *
 * @returns whether it was there and theirs
 */
export async function deletePaperEntry(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
  { id, enteredBy }: { readonly id: string; readonly enteredBy: string },
): Promise<boolean> {
  if (!isUuid(id)) return false
  const { rows } = await sql`
    with gone as (
      delete from paper_entries where study_id = ${studyId} and wave_id = ${waveId} and id = ${id}
        and entered_by = ${enteredBy} returning form_hash
    ), alone as (
      update paper_entries set state = 'waits'
      where study_id = ${studyId} and wave_id = ${waveId} and form_hash in (select form_hash from gone) and id <> ${id}
    )
    select from gone`.execute(db)
  return rows.length > 0
}

/**
 * Forgets all typed forms of a wave that never matched, when it ends. They were never counted.
 *
 * @returns how many there were
 */
export async function forgetPaperEntries(db: Kysely<Schema>, { studyId, waveId }: WaveReference): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('paper_entries')
    .where('study_id', '=', studyId)
    .where('wave_id', '=', waveId)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Whether the paper forms of a wave are typed twice. @throws Problem `unknownWave` */
export async function findPaperEntryWay(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
): Promise<PaperEntryWay> {
  const row = await db
    .selectFrom('waves')
    .select('paper_entry')
    .where('study_id', '=', studyId)
    .where('id', '=', waveId)
    .executeTakeFirst()
  if (row === undefined) throw problem('unknownWave', { wave: waveId })
  return row.paper_entry
}

/** Says whether the paper forms of a wave are typed twice. What waits already still does. */
export async function savePaperEntryWay(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
  way: PaperEntryWay,
): Promise<void> {
  await db
    .updateTable('waves')
    .set({ paper_entry: way })
    .where('study_id', '=', studyId)
    .where('id', '=', waveId)
    .execute()
}

import { randomUUID } from 'node:crypto'
import { problem } from '@klankbord/model'
import type { Kysely } from 'kysely'
import { paddedJson, seal, unseal, type Bond } from '../contacts/contact-cipher.ts'
import { findStudyKey, keptStudyKey, type ContactStore } from '../contacts/study-key.ts'
import type { Schema } from '../schema.ts'
import type { WaveReference } from '../waves.ts'
import type { RequestedForm } from './fieldwork-tables.ts'

/** Somebody wants paper, a telephone call or a talk with a peer. */
export interface NewFormRequest {
  readonly form: RequestedForm
  /** Who, and how they are reached, as they said it. */
  readonly name: string
  readonly reach: string
  /** When it suits them; left out when nothing was said. */
  readonly when?: string
}

export interface FormRequest extends NewFormRequest {
  readonly id: string
  readonly done: boolean
}

/**
 * Keeps a request, sealed with the key of the study's contacts. It has no day and no code, and lies apart from answers: it
 * says who asked, so nothing may tell what they answer.
 *
 * @throws Problem `contactKeyWrong`
 */
export async function addFormRequest(
  store: ContactStore,
  { studyId, waveId }: WaveReference,
  { form, ...said }: NewFormRequest,
): Promise<string> {
  const id = randomUUID()
  await store.db.transaction().execute(async (trx) => {
    const key = await keptStudyKey(trx, store, studyId)
    const sealed = seal(paddedJson(said), key, bondOf(studyId, id), store.random)
    await trx
      .insertInto('contact.form_requests')
      .values({ study_id: studyId, id, wave_id: waveId, form, sealed })
      .execute()
  })
  return id
}

/** The requests of a wave, opened; those to be done first. @throws Problem `contactKeyWrong`, `contactAltered` */
export async function listFormRequests(
  store: Pick<ContactStore, 'db' | 'key'>,
  { studyId, waveId }: WaveReference,
): Promise<readonly FormRequest[]> {
  const key = await findStudyKey(store.db, store, studyId)
  if (key === null) return []
  const rows = await store.db
    .selectFrom('contact.form_requests')
    .select(['id', 'form', 'sealed', 'done'])
    .where('study_id', '=', studyId)
    .where('wave_id', '=', waveId)
    .orderBy('done')
    .orderBy('id')
    .execute()
  return rows.map(({ id, form, sealed, done }) => {
    const opened = unseal(sealed, key, bondOf(studyId, id))
    if (opened === null) throw problem('contactAltered', { contact: id })
    return { id, form, done, ...(JSON.parse(opened.toString('utf8')) as Omit<NewFormRequest, 'form'>) }
  })
}

/** Says that a request was met. @returns whether there is such a request */
export async function formRequestDone(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
  id: string,
): Promise<boolean> {
  const row = await db
    .updateTable('contact.form_requests')
    .set({ done: true })
    .where('study_id', '=', studyId)
    .where('wave_id', '=', waveId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** How many requests of a study there are. Needs no key. */
export async function countFormRequests({ db }: Pick<ContactStore, 'db'>, studyId: string): Promise<number> {
  const row = await db
    .selectFrom('contact.form_requests')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('study_id', '=', studyId)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** How many people of a wave still wait for another form. Needs no key. */
export async function countWaitingRequests(db: Kysely<Schema>, { studyId, waveId }: WaveReference): Promise<number> {
  const row = await db
    .selectFrom('contact.form_requests')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('study_id', '=', studyId)
    .where('wave_id', '=', waveId)
    .where('done', '=', false)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

const bondOf = (studyId: string, id: string): Bond => ['klankbord-form-request/1', studyId, id]

import { problem } from '@klankbord/model'
import type { Kysely, Selectable } from 'kysely'
import { isUuid } from '../is-uuid.ts'
import type { Schema } from '../schema.ts'
import type { WaveReference } from '../waves.ts'
import type { QuoteState } from './quote-state.ts'

/** Somebody of the staff, as they were called then. */
export interface StaffName {
  readonly id: string
  readonly name: string
}

/** Words that somebody proposes to publish, and the answer that they are from. */
export interface NewQuote extends WaveReference {
  readonly responseId: string
  readonly variable: string
  readonly text: string
  readonly by: StaffName
  /** ISO date. */
  readonly on: string
}

/** A quote on its way, or published. */
export interface Quote extends Omit<NewQuote, 'studyId'> {
  readonly id: string
  readonly state: QuoteState
  /** Who released, refused or took it back, and when; null while nobody did. */
  readonly decided: { readonly by: StaffName; readonly on: string } | null
}

/** What somebody decides about a quote, and when. */
export interface QuoteDecision {
  readonly state: Exclude<QuoteState, 'proposed'>
  readonly by: StaffName
  /** ISO date. */
  readonly on: string
}

/**
 * Proposes words to publish.
 *
 * @returns the id of the quote
 * @throws Problem `unknownResponse` when the response is not there any more
 */
export async function proposeQuote(db: Kysely<Schema>, quote: NewQuote): Promise<string> {
  return db.transaction().execute(async (trx) => {
    // Whoever withdraws it waits, and finds this quote then.
    const response = await trx
      .selectFrom('responses')
      .select('id')
      .where('study_id', '=', quote.studyId)
      .where('wave_id', '=', quote.waveId)
      .where('id', '=', quote.responseId)
      .forShare()
      .executeTakeFirst()
    if (response === undefined) throw problem('unknownResponse', { wave: quote.waveId })
    return insertQuote(trx, quote)
  })
}

async function insertQuote(trx: Kysely<Schema>, quote: NewQuote): Promise<string> {
  const { id } = await trx
    .insertInto('quotes')
    .values({
      study_id: quote.studyId,
      wave_id: quote.waveId,
      response_id: quote.responseId,
      variable: quote.variable,
      quoted: quote.text,
      state: 'proposed',
      proposed_by: quote.by.id,
      proposer: quote.by.name,
      proposed_on: quote.on,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/**
 * Releases, refuses or takes back a quote. Released or refused is what was proposed, by somebody else than who proposed it;
 * taken back is anything that is not refused, by anybody.
 *
 * @throws Problem `unknownQuote`, `quoteDecided`, `quoteOfYourOwn`
 */
export async function decideQuote(
  db: Kysely<Schema>,
  studyId: string,
  id: string,
  { state, by, on }: QuoteDecision,
): Promise<Quote> {
  if (!isUuid(studyId) || !isUuid(id)) throw problem('unknownQuote', { quote: id })
  return db.transaction().execute(async (trx) => {
    const query = trx.selectFrom('quotes').selectAll().where('study_id', '=', studyId).where('id', '=', id)
    const known = await query.forUpdate().executeTakeFirst()
    if (known === undefined) throw problem('unknownQuote', { quote: id })
    const open: readonly QuoteState[] = state === 'takenBack' ? ['proposed', 'released'] : ['proposed']
    if (!open.includes(known.state)) throw problem('quoteDecided', { quote: id, state: known.state })
    if (state !== 'takenBack' && known.proposed_by === by.id) throw problem('quoteOfYourOwn', { quote: id })
    const row = await trx
      .updateTable('quotes')
      .set({ state, decided_by: by.id, decider: by.name, decided_on: on })
      .where('study_id', '=', studyId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    return quoteOf(row)
  })
}

/** All quotes of a study, those that somebody proposed last at the end. */
export async function listQuotes(db: Kysely<Schema>, studyId: string): Promise<readonly Quote[]> {
  if (!isUuid(studyId)) return []
  const rows = await db
    .selectFrom('quotes')
    .selectAll()
    .where('study_id', '=', studyId)
    .orderBy('proposed_on')
    .orderBy('id')
    .execute()
  return rows.map(quoteOf)
}

/** The released quotes of a wave whose responses are still there, for its next edition. */
export async function releasedQuotes(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
): Promise<readonly Quote[]> {
  const rows = await db
    .selectFrom('quotes')
    .innerJoin('responses', (join) =>
      join.onRef('responses.study_id', '=', 'quotes.study_id').onRef('responses.id', '=', 'quotes.response_id'),
    )
    .selectAll('quotes')
    .where('quotes.study_id', '=', studyId)
    .where('quotes.wave_id', '=', waveId)
    .where('quotes.state', '=', 'released')
    .orderBy('quotes.id')
    .execute()
  return rows.map(quoteOf)
}

function quoteOf(row: Selectable<Schema['quotes']>): Quote {
  const { decided_by: by, decider, decided_on: on } = row
  return {
    id: row.id,
    waveId: row.wave_id,
    responseId: row.response_id,
    variable: row.variable,
    text: row.quoted,
    state: row.state,
    by: { id: row.proposed_by, name: row.proposer },
    on: row.proposed_on,
    decided: by === null || decider === null || on === null ? null : { by: { id: by, name: decider }, on },
  }
}

import { canonicalJson, type Answers } from '@klankbord/model'
import { sql } from 'kysely'
import type { ServerContext } from '../../src/context.ts'
import { withdrawalHash } from '@klankbord/pages'
import type { SimulatedResponse } from './simulated-run.ts'

/** What became of simulated responses; every number but the first four has to be 0. */
export interface RunAccount {
  readonly begun: number
  readonly stored: number
  /** Stored, without anybody hearing of it: nothing on the device held it any more when the acknowledgement could have come. */
  readonly storedUnheard: number
  /** Stored, while a tab says that it is on its way, or that the server has something newer. */
  readonly storedStillWaiting: number
  /** Stored, while the device holds it and says neither. */
  readonly storedUnsaid: number
  /** "Stored", and not there. */
  readonly lost: number
  /** "Saved up to", and neither in a draft nor in a response. */
  readonly savedAndLost: number
  readonly doubled: number
  /** Stored with other answers than were sent, or with half of them, or without being sent. */
  readonly damaged: number
  /** "Erased", and still there. */
  readonly notErased: number
  /** Not on the server, while the open tab says nothing of it. */
  readonly unseen: number
}

interface Row {
  readonly id: string
  readonly answers: Answers
  readonly hash: string | null
}

/** Holds what the database has against what people typed and were told. */
export async function accountOfRuns(
  { database: { db } }: ServerContext,
  all: readonly SimulatedResponse[],
): Promise<RunAccount> {
  const responses = (
    await sql<Row>`
      select id, answers, withdrawal_hash as hash from responses
      union all select id, answers, withdrawal_hash from pending_responses`.execute(db)
  ).rows
  const drafts = (await sql<Row>`select id, answers, null as hash from drafts`.execute(db)).rows
  const stored = new Map(responses.map((row) => [row.id, row]))
  const kept = new Map(drafts.map((row) => [row.id, row]))
  const count = (holds: (response: SimulatedResponse) => boolean): number => all.filter(holds).length
  const isUnheard = ({ id, toldStored }: SimulatedResponse): boolean => stored.has(id) && !toldStored
  return {
    begun: all.length,
    stored: count(({ id }) => stored.has(id)),
    storedUnheard: count((response) => isUnheard(response) && response.isGone),
    storedStillWaiting: count((response) => isUnheard(response) && isWaiting(response)),
    storedUnsaid: count((response) => isUnheard(response) && !response.isGone && !isWaiting(response)),
    lost: count(({ id, toldStored }) => toldStored && !stored.has(id)),
    savedAndLost: count((response) =>
      isSavedAndLost(response, (stored.get(response.id) ?? kept.get(response.id))?.answers),
    ),
    doubled: responses.length - stored.size,
    damaged: count((response) => isDamaged(response, stored.get(response.id))) + strangers(responses, all),
    notErased: count(
      ({ id, toldErased }) => toldErased && (stored.has(id) || Object.keys(kept.get(id)?.answers ?? {}).length > 0),
    ),
    unseen: count((response) =>
      isUnseen(response, { isStored: stored.has(response.id), draft: kept.get(response.id) }),
    ),
  }
}

function isWaiting({ isGone, last }: SimulatedResponse): boolean {
  return !isGone && last.some(({ final, refusal }) => final === 'waiting' || refusal === 'newer')
}

function isSavedAndLost({ told, wantedErased }: SimulatedResponse, answers: Answers | undefined): boolean {
  if (wantedErased) return false
  return [...told].some(([name, change]) => changeOf(answers?.[name]) < change)
}

function isDamaged({ closings, wantedErased }: SimulatedResponse, row: Row | undefined): boolean {
  if (row === undefined) return false
  return (
    wantedErased ||
    !closings.some(
      ({ answers, withdrawalCode }) =>
        canonicalJson(answers) === canonicalJson(row.answers) && withdrawalHash(withdrawalCode) === row.hash,
    )
  )
}

function strangers(rows: readonly Row[], all: readonly SimulatedResponse[]): number {
  const known = new Set(all.map(({ id }) => id))
  return rows.filter(({ id }) => !known.has(id)).length
}

/** Whether the last that was typed, or that it was sent, is not on the server and no open tab shows that. */
function isUnseen(
  { last, typed, closings, wantedErased, isOpenedAgain, isGone }: SimulatedResponse,
  { isStored, draft }: { readonly isStored: boolean; readonly draft: Row | undefined },
): boolean {
  // A second tab that is left knows nothing of what the first one sent and lost.
  if (last.length === 0 || isStored || isGone) return false
  if (last.some(({ elsewhere, refusal }) => elsewhere || refusal !== null)) return false
  if (wantedErased) return last.every(({ erased }) => erased === 'no')
  if (closings.length > 0 && last.some(({ final }) => final === 'waiting')) return false
  // Opened again it may be on its way no more, and shows questions.
  if (closings.length > 0 && !isOpenedAgain) return true
  const newest = typed.at(-1)
  const isThere = newest === undefined || canonicalJson(draft?.answers) === canonicalJson(newest)
  return !isThere && last.every(({ waiting }) => waiting.length === 0)
}

function changeOf(text: unknown): number {
  return typeof text === 'string' ? Number.parseInt(text, 10) : -1
}

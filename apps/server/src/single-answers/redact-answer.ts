import { problem, textHash } from '@klankbord/model'
import { openAnswers, personalDataFlags, redactedAnswers, type Span } from '@klankbord/questionnaire'
import {
  deletingFrom,
  findSingleAnswers,
  findVersion,
  holdForRedaction,
  listBackups,
  redactResponse,
  type SingleAnswers,
  type Wave,
} from '@klankbord/storage'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import type { StaffSession } from '../http/route.ts'
import { clearUp, type ClearedUp } from '../sealing/clear-up.ts'
import { audit } from '../staff/audit.ts'
import { refuseTryOut } from '../waves/refuse-try-out.ts'
import { editionsQuoting, type QuotingEdition } from './editions-quoting.ts'

/** What is made unreadable, and why. */
export interface RedactionOrder {
  readonly response: string
  readonly variable: string
  /** Stretches in their order; null for the whole text. */
  readonly spans: readonly Span[] | null
  /** Hash of the text as it was read; null: whatever it is. */
  readonly digest: string | null
  readonly why: string
  readonly by: string
}

/** What became of it, and what still holds the words. */
export interface RedactedNow extends ClearedUp {
  /** How many backups were made before: they hold what was made unreadable until they are deleted. */
  readonly backups: number
  /** Publications in which words of the answer stand as a quote. They are not changed. */
  readonly editions: readonly QuotingEdition[]
}

/**
 * Makes stretches of an open answer unreadable, or all of it, for good: in the answer, and in what was to be quoted of it.
 * That it was done is written down, not what it said; its bytes are taken out of the files. Who sends the same response
 * again is told that it is stored, and brings nothing back.
 *
 * @param staff null for a command on the machine of the server
 * @throws Problem `waveIsTryOut`, `studyHeld`, `unknownResponse`, `notAnOpenAnswer`, `answerChanged`, `stretchNotUsable`
 */
export async function redactAnswer(
  context: ServerContext,
  staff: StaffSession | null,
  wave: Wave,
  order: RedactionOrder,
): Promise<RedactedNow> {
  refuseTryOut(wave)
  const { db } = context.database
  const place = { studyId: wave.studyId, waveId: wave.id }
  const { variable, why, by } = order
  const whole = order.spans === null
  const original = await deletingFrom(db, wave.studyId, async (trx) => {
    await holdForRedaction(trx, place)
    const found = await findSingleAnswers(trx, place, order.response)
    if (found === null) throw problem('unknownResponse', { wave: wave.id })
    const redacted = await redactedResponse(context, wave, found, order)
    const on = todayAt(context.clock.now()).today
    await redactResponse(trx, place, { id: found.id, ...redacted.response }, { variable, whole, why, by, on })
    return redacted.original
  })
  await audit(context, staff, {
    action: 'answer.redacted',
    studyId: wave.studyId,
    // Why is kept with the redaction: it may name somebody.
    details: { wave: wave.id, variable, whole, by },
  })
  const editions = await editionsQuoting(context, wave, variable, original)
  return { backups: (await listBackups(db)).length, editions, ...(await clearUp(context)) }
}

async function redactedResponse(
  { database }: ServerContext,
  { studyId }: Wave,
  { version, answers }: SingleAnswers,
  { variable, spans, digest }: RedactionOrder,
): Promise<{ readonly response: Pick<SingleAnswers, 'answers' | 'flags'>; readonly original: string }> {
  const found = await findVersion(database.db, studyId, version)
  if (found === null) throw problem('unknownVersion', { version })
  const { questionnaire } = found
  const open = openAnswers(questionnaire, answers).find((answer) => answer.variable === variable)
  if (open === undefined) throw problem('notAnOpenAnswer', { variable })
  if (digest !== null && textHash(open.text) !== digest) throw problem('answerChanged', { variable })
  const changed = redactedAnswers(questionnaire, answers, variable, spans)
  if (changed === null) throw problem('stretchNotUsable', { variable })
  return {
    response: { answers: changed, flags: personalDataFlags(questionnaire, changed) },
    original: open.text,
  }
}

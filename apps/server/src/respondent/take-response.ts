import {
  isProblem,
  problem,
  type CheckedAnswers,
  type HelpKind,
  type ProblemCode,
  type Questionnaire,
  type ResponseChannel,
} from '@klankbord/model'
import { checkSent, dayBefore } from '@klankbord/pages'
import { check, maskAnswers } from '@klankbord/questionnaire'
import { findStored, type StoreOutcome } from '@klankbord/storage'
import { mayBegin, plausibleCode, storeWithCode, type Entrance } from '../access/code-entrance.ts'
import { todayAt, type Clock } from '../clock.ts'
import { RefusedRequest, refused } from '../http/refused-request.ts'
import { offeredLanguage } from './offered-language.ts'
import { notYet } from './refuse-to-begin.ts'
import { responseFields } from './store-checked.ts'
import { referenceOf } from './visit.ts'
import { wavePhase } from './wave-phase.ts'

/** A response as a program sends it. */
export interface SentResponse {
  readonly id: string
  /** Anything, as it came in. */
  readonly answers: unknown
  readonly language: string
  readonly withdrawalHash: string | null
  /** As it was typed; empty when none was sent. */
  readonly code: string
  /** How it came in; `web` when left out. */
  readonly channel?: ResponseChannel
  /** Who helped; `notKnown` when left out. */
  readonly help?: HelpKind
  /** The revision of the draft that it was made of; null, or left out, where the sender does not say. */
  readonly draftKnown?: number | null
}

/**
 * Takes a response that a program sends. An id that is known answers first, whatever there is to refuse: a client that
 * did not hear that its response was stored sends it until it does, also days after the wave was sealed, its code was
 * used, and a date in it stopped being right. Then come the wave, the code and the answers, in this order.
 *
 * @throws Problem `waveNotOpenYet`, `waveSealed`, `channelNotOffered`, `accessCodeRefused`, `staleDraft`, `quotaFull`, `tooManyRequests`, `serverBusy`, `databaseUnavailable`;
 *   RefusedRequest `answersRefused`, `bodyRefused`
 */
export async function takeResponse(entrance: Entrance, sent: SentResponse): Promise<StoreOutcome> {
  try {
    return await newResponse(entrance, sent)
  } catch (error) {
    if (!isRefusal(error)) throw error
    const known = await knownResponse(entrance, sent)
    if (known === null) throw error
    return known
  }
}

async function newResponse(entrance: Entrance, sent: SentResponse): Promise<StoreOutcome> {
  const { context, opened } = entrance
  const { wave, questionnaire } = opened
  const phase = wavePhase(wave, context.clock)
  if (phase === 'before') throw notYet(wave)
  if (phase === 'over') throw problem('waveSealed', { wave: wave.address })
  const codeHash = plausibleCode(entrance, sent.code)
  const result = checkSent(questionnaire, () => sent.answers, todayAt(context.clock.now()))
  if (!result.ok) {
    // Only who may begin learns what is wrong with answers.
    if (codeHash !== null && !(await mayBegin(entrance, codeHash))) throw problem('accessCodeRefused', {})
    throw refused('answersRefused', { findings: result.findings.length }, result.findings)
  }
  const language = offeredLanguage(opened, sent.language)
  const { id, withdrawalHash, channel = 'web', help = 'notKnown', draftKnown = null } = sent
  const { checked } = result
  return storeWithCode(entrance, { id, checked, language, withdrawalHash, codeHash, channel, help, draftKnown })
}

/** What can be wrong with a response that was right when it was first sent. */
const REFUSALS: readonly ProblemCode[] = [
  'waveNotOpenYet',
  'waveSealed',
  'channelNotOffered',
  'quotaFull',
  'accessCodeRefused',
  'tooManyRequests',
]

function isRefusal(error: unknown): boolean {
  return error instanceof RefusedRequest || (isProblem(error) && REFUSALS.includes(error.code))
}

/** The outcome for an id that was stored before; null when it was not. */
async function knownResponse({ context, opened }: Entrance, sent: SentResponse): Promise<StoreOutcome | null> {
  const stored = await findStored(context.database.db, referenceOf(opened), sent.id)
  if (stored === null || stored === 'withdrawn') return stored
  if (stored === 'elsewhere') return 'conflict'
  const { questionnaire, wave } = opened
  const { id, language, withdrawalHash } = sent
  for (const checked of acceptedLately(questionnaire, sent.answers, context.clock)) {
    const { contentHash } = responseFields(questionnaire, wave.mode, { id, checked, language, withdrawalHash })
    if (contentHash === stored.contentHash) return 'same'
  }
  return 'conflict'
}

/** For how long a client that tries again is understood where its answers are right on some days only. */
const DAYS = 8

/** The answers as they are accepted on each of the last days on which they are. */
function* acceptedLately(questionnaire: Questionnaire, answers: unknown, clock: Clock): Iterable<CheckedAnswers> {
  const masked = maskAnswers(questionnaire, answers)
  let day = todayAt(clock.now())
  for (let ago = 0; ago < DAYS; ago += 1) {
    const result = check(questionnaire, masked, day)
    if (result.ok) yield result.checked
    day = dayBefore(day)
  }
}

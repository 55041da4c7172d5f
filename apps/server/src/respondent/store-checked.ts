import { hash } from 'node:crypto'
import {
  canonicalJson,
  type CheckedAnswers,
  type HelpKind,
  type LanguageCode,
  type NewResponse,
  type Questionnaire,
  type ResponseChannel,
  type WaveMode,
} from '@klankbord/model'
import { codebook, outcomesOf, pack, personalDataFlags } from '@klankbord/questionnaire'
import type { Arrival, StoreOutcome } from '@klankbord/storage'
import { isoWeek, todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import { markTryOut } from './mark-try-out.ts'
import { offeredChannel } from './offered-channel.ts'
import type { OpenedWave } from './opened-wave.ts'
import { referenceOf } from './visit.ts'

/** Answers that were checked, with what goes along with them. */
export interface SentAnswers {
  readonly id: string
  readonly checked: CheckedAnswers
  readonly language: LanguageCode
  readonly withdrawalHash: string | null
  /** Keyed hash of the access code, in waves that ask for one. */
  readonly codeHash: string | null
  /** How it came in; `web` when left out. */
  readonly channel?: ResponseChannel
  /** Who helped; `notKnown` when left out. In no hash: what is sent again with another help is the same response. */
  readonly help?: HelpKind
  /** The revision of the draft that it was made of; null, or left out, where the sender does not say. */
  readonly draftKnown?: number | null
}

/**
 * Stores one response for good. The same response again is `same`, another one under its id `conflict`.
 *
 * @throws Problem `channelNotOffered`, `waveNotOpenYet`, `waveSealed`, `quotaFull`, `accessCodeRefused`, `staleDraft`, `serverBusy`, `databaseUnavailable`
 */
export async function storeChecked(
  context: ServerContext,
  opened: OpenedWave,
  sent: SentAnswers,
): Promise<StoreOutcome> {
  await markTryOut(context, opened)
  return context.writer.write(arrivalOf(context, opened, sent))
}

/** A response as it stands at the door: packed, dated to the week, with its code. */
export function arrivalOf({ clock }: Pick<ServerContext, 'clock'>, opened: OpenedWave, sent: SentAnswers): Arrival {
  const channel = offeredChannel(opened.wave, sent.channel ?? 'web')
  const packed = pack(codebook(opened.questionnaire), sent.checked)
  const response: NewResponse = {
    ...packed,
    ...responseFields(opened.questionnaire, opened.wave.mode, sent),
    channel,
    help: sent.help ?? 'notKnown',
    week: isoWeek(clock.now()),
  }
  return {
    place: referenceOf(opened),
    response,
    codeHash: sent.codeHash,
    today: todayAt(clock.now()).today,
    byStaff: false,
    draftKnown: sent.draftKnown ?? null,
  }
}

/**
 * What a response says apart from its codes, its channel, who helped and its week. The same body gives the same hash, in which
 * nothing stands but what stays stored: of an answer that does not, its outcome, and in an anonymous wave not the language,
 * which could be found out by trying the few that there are.
 */
export function responseFields(
  questionnaire: Questionnaire,
  mode: WaveMode,
  { id, checked, language, withdrawalHash }: Pick<SentAnswers, 'id' | 'checked' | 'language' | 'withdrawalHash'>,
): Omit<NewResponse, 'codes' | 'numbers' | 'channel' | 'help' | 'week'> {
  const { answers, empties } = checked
  const outcomes = outcomesOf(questionnaire, checked)
  return {
    id,
    answers,
    empties,
    language,
    withdrawalHash,
    flags: personalDataFlags(questionnaire, answers),
    contentHash: hashOf({
      answers,
      ...(mode !== 'codeAnonymous' && { language }),
      withdrawalHash,
      ...(Object.keys(outcomes).length > 0 && { outcomes }),
    }),
  }
}

/** The same as `contentHash`, in a tenth of its time: that one has to work in a browser too. */
function hashOf(content: unknown): string {
  return hash('sha256', canonicalJson(content), 'hex')
}

import {
  contentHash,
  type CheckedAnswers,
  type LanguageCode,
  type NewResponse,
  type ResponseChannel,
} from '@klankbord/model'
import { codebook, pack } from '@klankbord/questionnaire'
import { storeResponse, type StoreOutcome } from '@klankbord/storage'
import { isoWeek } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import { markTryOut } from './mark-try-out.ts'
import type { OpenedWave } from './opened-wave.ts'
import { referenceOf } from './visit.ts'

/** Answers that were checked, with what goes along with them. */
export interface SentAnswers {
  readonly id: string
  readonly checked: CheckedAnswers
  readonly language: LanguageCode
  readonly withdrawalHash: string | null
}

/**
 * Stores one response for good. The same response again is `same`, another one under its id `conflict`.
 *
 * @throws Problem `waveClosed`, `databaseUnavailable`
 */
export async function storeChecked(
  context: ServerContext,
  opened: OpenedWave,
  sent: SentAnswers,
): Promise<StoreOutcome> {
  const packed = pack(codebook(opened.questionnaire), sent.checked)
  const response: NewResponse = {
    ...packed,
    ...responseFields(sent),
    channel: 'web',
    week: isoWeek(context.clock.now()),
  }
  await markTryOut(context, opened)
  return storeResponse(context.database.db, referenceOf(opened), response)
}

/** What a response says apart from its codes, its channel and its week. The same body gives the same hash. */
export function responseFields({
  id,
  checked,
  language,
  withdrawalHash,
}: SentAnswers): Omit<NewResponse, 'codes' | 'numbers' | 'channel' | 'week'> & { readonly channel?: ResponseChannel } {
  const { answers, empties } = checked
  return {
    id,
    answers,
    empties,
    language,
    withdrawalHash,
    contentHash: contentHash({ answers, language, withdrawalHash }),
  }
}

import { textHash, type CheckedAnswers, type HelpKind, type NewResponse, type Questionnaire } from '@klankbord/model'
import { codebook, pack } from '@klankbord/questionnaire'
import { uuidFrom } from '../randomness.ts'
import { responseFields } from '../respondent/store-checked.ts'

/** How made-up answers came in. */
export interface SampleArrival {
  readonly language: string
  /** ISO week. */
  readonly week: string
  readonly channel: NewResponse['channel']
  readonly help: HelpKind
  readonly withdrawalHash: string | null
}

/**
 * A made-up response as it is stored. The same made-up person has the same id, so that loading again adds nobody.
 *
 * @param who that person: a text that no other one has
 */
export function sampleResponse(
  questionnaire: Questionnaire,
  checked: CheckedAnswers,
  { language, week, channel, help, withdrawalHash }: SampleArrival,
  who: string,
): NewResponse {
  const id = uuidFrom(Buffer.from(textHash(`sample/${who}`), 'hex'), 8)
  return {
    ...pack(codebook(questionnaire), checked),
    ...responseFields(questionnaire, 'open', { id, checked, language, withdrawalHash }),
    channel,
    help,
    week,
  }
}

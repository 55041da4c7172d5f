import type { Answers, Questionnaire } from '@klankbord/model'
import { findPersonalData } from './find-personal-data.ts'
import { CITIZEN_NUMBER_MARK } from './mask-citizen-numbers.ts'
import { openAnswers } from './open-answers.ts'
import { PERSONAL_DATA_KINDS, type PersonalDataKind } from './personal-datum.ts'

/** Kinds of likely personal data by variable; a variable without any has no key. */
export type PersonalDataFlags = Readonly<Record<string, readonly PersonalDataKind[]>>

/**
 * Which open answers seem to hold personal data, and of which kinds, for redaction. Nothing of what was written is in
 * it. A masked number is still flagged. An e-mail address that was asked for as one is not.
 *
 * @example personalDataFlags(questionnaire, { story: 'Bel mevrouw Jansen' }) // { story: ['name'] }
 */
export function personalDataFlags(questionnaire: Questionnaire, answers: Answers): PersonalDataFlags {
  const flags = openAnswers(questionnaire, answers).map(({ variable, text, email }) => {
    const found = new Set(findPersonalData(text).map(({ kind }) => kind))
    if (text.includes(CITIZEN_NUMBER_MARK)) found.add('bsn')
    if (email) found.delete('email')
    return [variable, PERSONAL_DATA_KINDS.filter((kind) => found.has(kind))] as const
  })
  return Object.fromEntries(flags.filter(([, kinds]) => kinds.length > 0))
}

import { finding, type Finding, type LanguageCode, type Questionnaire } from '@klankbord/model'

/** A language in which hardly any question was written. */
export interface BarelyWritten {
  readonly language: LanguageCode
  /** How many questions have a text in it, of how many. */
  readonly questions: number
  readonly total: number
}

/** With fewer questions than this, one of them is no small part. */
const FEW = 10
const BARELY = 1 / 10

/**
 * The languages of a questionnaire that were only begun: people who choose one would read nearly everything in another.
 * Respondents are not offered them, whoever speaks them.
 */
export function barelyWritten({ language: own, languages, questions }: Questionnaire): readonly BarelyWritten[] {
  const total = questions.length
  if (total < FEW) return []
  return languages
    .filter((language) => language !== own)
    .map((language) => ({
      language,
      questions: questions.filter(({ title }) => Object.hasOwn(title, language)).length,
      total,
    }))
    .filter((written) => written.questions <= total * BARELY)
}

/** A hint for each language that is not offered because hardly any question was written in it. */
export function barelyWrittenFindings(questionnaire: Questionnaire): readonly Finding[] {
  return barelyWritten(questionnaire).map((written) =>
    finding('languageBarelyWritten', '/locale', { ...written }, { severity: 'hint' }),
  )
}

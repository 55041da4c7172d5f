import type { ConsentKind, Question, Questionnaire, Screen } from '@klankbord/model'

/** What a yes to this question agrees to; undefined for a question that is no consent. */
export function consentOf({
  consent,
  quoteConsent,
}: Pick<Question, 'consent' | 'quoteConsent'>): ConsentKind | undefined {
  return consent ?? (quoteConsent === true ? 'quote' : undefined)
}

/** The screen with the consents, the first of all; null where none are asked there. */
export function consentScreen({ screens }: Pick<Questionnaire, 'screens'>): Screen | null {
  return screens.find(({ consents }) => consents === true) ?? null
}

/**
 * The consents that somebody gives before the first question, in order. An interviewer also asks whether the talk may be
 * recorded; nobody else does.
 *
 * @example sheetConsents(questionnaire, 'self').map(({ consent }) => consent) // ['participation', 'quote']
 */
export function sheetConsents(questionnaire: Questionnaire, by: 'self' | 'interviewer'): readonly Question[] {
  const names = new Set(consentScreen(questionnaire)?.questions)
  return questionnaire.questions.filter(
    ({ name, consent }) => names.has(name) && (by === 'interviewer' || consent !== 'recording'),
  )
}

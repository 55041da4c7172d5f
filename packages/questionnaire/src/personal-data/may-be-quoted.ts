import type { Answers, Questionnaire } from '@klankbord/model'

/**
 * Whether who gave these answers agreed to be quoted: the questionnaire asks it (`quoteConsent`), and every question that
 * does was answered with yes. Nobody agrees by not being asked.
 *
 * @example mayBeQuoted(questionnaire, { story: 'Fijn', quote: true }) // true
 */
export function mayBeQuoted({ questions }: Questionnaire, answers: Answers): boolean {
  const asking = questions.filter(({ quoteConsent }) => quoteConsent === true)
  return asking.length > 0 && asking.every(({ name }) => answers[name] === true)
}

import type { Answers, Questionnaire } from '@klankbord/model'
import { consentOf } from '../consent/consent-of.ts'

/**
 * Whether who gave these answers agreed to be quoted: the questionnaire asks it (a consent to `quote`), and every question that
 * does was answered with yes. Nobody agrees by not being asked.
 *
 * @example mayBeQuoted(questionnaire, { story: 'Fijn', quote: true }) // true
 */
export function mayBeQuoted({ questions }: Questionnaire, answers: Answers): boolean {
  const asking = questions.filter((question) => consentOf(question) === 'quote')
  return asking.length > 0 && asking.every(({ name }) => answers[name] === true)
}

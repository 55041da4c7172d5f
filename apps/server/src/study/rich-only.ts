import { finding, type Finding, type Questionnaire } from '@klankbord/model'
import { refused } from '../http/refused-request.ts'

const RICH_ONLY: ReadonlySet<string> = new Set(['paneldynamic', 'signaturepad'])

/** The questions that a page without a script cannot ask, each as a finding at its place in the definition. */
export function richOnlyFindings(
  { questions }: Questionnaire,
  severity: Finding['severity'] = 'block',
): readonly Finding[] {
  return questions
    .filter(({ type }) => RICH_ONLY.has(type))
    .map(({ name, path }) => finding('needsRichRunner', path, { questions: [name] }, { severity }))
}

/**
 * Lets through what can be asked on the web. All waves are filled in there as long as there is no runner for
 * interviewers and kiosks.
 *
 * @throws RefusedRequest `needsRichRunner` with a finding per question
 */
export function refuseRichOnly(questionnaire: Questionnaire): void {
  const findings = richOnlyFindings(questionnaire)
  if (findings.length === 0) return
  throw refused('needsRichRunner', { questions: findings.flatMap(questionNames) }, findings)
}

function questionNames({ details }: Finding): readonly string[] {
  return 'questions' in details && Array.isArray(details.questions) ? details.questions.map(String) : []
}

import {
  finding,
  pointer,
  type Answers,
  type AnswerValue,
  type CheckedAnswers,
  type Empties,
  type Finding,
  type Question,
  type Questionnaire,
} from '@klankbord/model'
import { checkAnswer } from './check-answer.ts'
import { route } from './route.ts'

/** The answers exactly as they came, or everything that is wrong with them. */
export type Checked =
  | { readonly ok: true; readonly checked: CheckedAnswers }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/**
 * Checks a whole response against a closed world: every key a question that was asked, every answer one that
 * its question takes. Never repairs, drops or invents. An absent key is an answer too: the question was
 * skipped, or not asked; required questions may be skipped.
 *
 * @param answers anything, as it came in
 */
export function check(questionnaire: Questionnaire, answers: unknown): Checked {
  const given = readGiven(questionnaire.questions, answers)
  if (!given.ok) return given
  const { asked } = route(questionnaire, given.answers)
  const unasked = Object.keys(given.answers).filter((name) => !asked.has(name))
  if (unasked.length > 0) return { ok: false, findings: unasked.map(notAsked) }
  return { ok: true, checked: { answers: given.answers, empties: emptiesOf(questionnaire, given.answers, asked) } }
}

export const notAsked = (name: string): Finding => finding('answerNotAsked', pointer('/answers', name), { name })

function emptiesOf(questionnaire: Questionnaire, answers: Answers, asked: ReadonlySet<string>): Empties {
  const empties: Record<string, 'notAsked' | 'skipped'> = {}
  for (const { name } of questionnaire.questions)
    if (!Object.hasOwn(answers, name)) empties[name] = asked.has(name) ? 'skipped' : 'notAsked'
  return empties
}

/** What came in as answers to these questions, each of which is right by itself. */
export type Given =
  { readonly ok: true; readonly answers: Answers } | { readonly ok: false; readonly findings: readonly Finding[] }

/** Far more than a person makes, and little to write. */
const MOST_FINDINGS = 100

/** Checks each answer by itself and copies them, so that nothing that is read later can differ. */
export function readGiven(questions: readonly Question[], given: unknown): Given {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return { ok: false, findings: [finding('answersNotObject', '/answers', { found: kindOf(given) })] }
  const byName = new Map(questions.map((question) => [question.name, question]))
  const findings: Finding[] = []
  const answers: Record<string, AnswerValue> = {}
  for (const name of Reflect.ownKeys(given)) {
    const question = typeof name === 'string' ? byName.get(name) : undefined
    const answer: unknown = Reflect.get(given, name)
    if (!question) findings.push(unknown(name))
    else if (answer !== undefined) {
      const found = checkAnswer(question, answer)
      findings.push(...found)
      if (found.length === 0) answers[question.name] = copyOf(answer as AnswerValue)
    }
    if (findings.length >= MOST_FINDINGS) break
  }
  return findings.length > 0 ? { ok: false, findings } : { ok: true, answers }
}

const copyOf = (answer: AnswerValue): AnswerValue => (Array.isArray(answer) ? [...answer] : answer)

/** A key that is no name could hold anything, so it is not repeated. */
function unknown(key: string | symbol): Finding {
  const name = typeof key === 'string' && /^[a-z_][a-z0-9_]{0,63}$/.test(key) ? key : '(not a name)'
  return finding('unknownAnswer', pointer('/answers', name), { name })
}

const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`

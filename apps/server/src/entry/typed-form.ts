import { createHash, createHmac } from 'node:crypto'
import {
  canonicalJson,
  commentKey,
  problem,
  type Answers,
  type Clock,
  type HelpKind,
  type PaperDifference,
  type PaperMark,
  type Question,
  type Questionnaire,
  type TypedWords,
} from '@klankbord/model'
import { fillIn } from '@klankbord/questionnaire'
import type { WaveReference } from '@klankbord/storage'
import { uuidFrom } from '../randomness.ts'
import { entryQuestion, type Asked } from './entry-screen.ts'

/** What stands on a paper form, as one person typed it. */
export interface TypedForm {
  readonly answers: Answers
  /** By the name of a variable, or of a question for all of its variables. */
  readonly marks: Readonly<Record<string, PaperMark>>
  readonly language: string
  readonly help: HelpKind
  /** Its number; null where it has a code, which is kept nowhere. */
  readonly form: string | null
}

/** Which of two people typed what stands on the paper, by the key of a difference. */
export type Choices = Readonly<Record<string, 'own' | 'other'>>

/** @throws Problem `unknownMark` for what is no question, nor a row or an item of one */
export function refuseUnknownMarks({ questions }: Questionnaire, marks: TypedForm['marks']): void {
  const known = new Set(questions.flatMap(variablesOf))
  for (const variable of Object.keys(marks)) if (!known.has(variable)) throw problem('unknownMark', { variable })
}

function variablesOf(question: Question): readonly string[] {
  const parts = question.type === 'matrix' ? question.rows : question.type === 'multipletext' ? question.items : []
  return [question.name, ...parts.map(({ name }) => `${question.name}__${name}`)]
}

/**
 * Where two people did not type the same. The order in which several options were typed, and spaces around words, are not
 * what stands on the paper and make no difference.
 */
export function differencesOf(
  questionnaire: Questionnaire,
  own: TypedForm,
  other: TypedForm,
  clock: Clock,
): readonly PaperDifference[] {
  const differ = (key: string, read: (form: TypedForm) => unknown): boolean =>
    canonicalJson([key, read(own) ?? null]) !== canonicalJson([key, read(other) ?? null])
  const said = (['help', 'language'] as const)
    .filter((about) => differ(about, (form) => form[about]))
    .map((about) => ({
      key: `:${about}`,
      title: '',
      own: { words: [own[about]], marks: [] },
      other: { words: [other[about]], marks: [] },
    }))
  const same = { questionnaire, language: own.language, clock, paper: true }
  const asked = (form: TypedForm): Asked => ({ ...same, answers: form.answers })
  const answered = questionnaire.questions
    .filter((question) => differ(question.name, (form) => contentOf(question, form)))
    .map((question) => ({
      key: question.name,
      title: entryQuestion(asked(own), question).title,
      own: wordsOf(asked(own), question, own.marks),
      other: wordsOf(asked(other), question, other.marks),
    }))
  return [...said, ...answered]
}

/** What was typed at a question, in one form for what means the same. */
function contentOf(question: Question, { answers, marks }: TypedForm): unknown {
  const answer = answers[question.name]
  const unordered = question.type === 'checkbox' && Array.isArray(answer)
  const plain = unordered
    ? [...(answer as readonly unknown[])].map((one) => JSON.stringify(one)).toSorted()
    : tidy(answer)
  const own = variablesOf(question).filter((name) => Object.hasOwn(marks, name))
  return {
    answer: plain ?? null,
    words: tidy(answers[commentKey(question.name)]) ?? null,
    marks: own.map((name) => `${name} ${marks[name]}`),
  }
}

function tidy(answer: unknown): unknown {
  if (typeof answer === 'string') return answer.normalize('NFC').trim().replace(/\s+/g, ' ')
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return answer
  return Object.fromEntries(Object.entries(answer).map(([part, value]) => [part, tidy(value)]))
}

function wordsOf(asked: Asked, question: Question, marks: TypedForm['marks']): TypedWords {
  const { questionnaire, language, answers, clock } = asked
  const { fields } = entryQuestion(asked, question)
  const show = (pipe: string): string => fillIn(questionnaire, { [language]: `{${pipe}}` }, answers, language, clock)
  const answer = answers[question.name]
  const words = fields.flatMap(({ part, label }) => {
    if (answer === undefined) return []
    if (part === undefined) return [show(question.name)]
    return Object.hasOwn(answer as object, part) ? [`${label}: ${show(`${question.name}.${part}`)}`] : []
  })
  const marked = [{ variable: question.name, label: '' }, ...fields].flatMap(({ variable, label }, at) => {
    const mark = marks[variable]
    return mark === undefined || (at > 0 && variable === question.name) ? [] : [{ label, mark }]
  })
  return { words, marks: marked }
}

/** The form as it is decided: what this person typed, but what the other one typed where that was chosen. */
export function decided(questionnaire: Questionnaire, own: TypedForm, other: TypedForm, choices: Choices): TypedForm {
  const chosen = (key: string): TypedForm => (choices[key] === 'other' ? other : own)
  const answers = questionnaire.questions.flatMap(({ name }) =>
    [name, commentKey(name)].flatMap((key) => {
      const answer = chosen(name).answers[key]
      return answer === undefined ? [] : [[key, answer] as const]
    }),
  )
  const marks = questionnaire.questions.flatMap((question) =>
    variablesOf(question).flatMap((variable) => {
      const mark = chosen(question.name).marks[variable]
      return mark === undefined ? [] : [[variable, mark] as const]
    }),
  )
  return {
    answers: Object.fromEntries(answers),
    marks: Object.fromEntries(marks),
    help: chosen(':help').help,
    language: chosen(':language').language,
    form: own.form,
  }
}

/** Names what somebody typed, without saying anything of it: sealed anew, the same words have another name. */
export function nameOfSealed(sealed: Uint8Array): string {
  return createHash('sha256').update(sealed).digest('hex')
}

/** The number on a form as it is compared: "  a 12" and "A12" are one. @throws Problem `paperFormUnnamed` */
export function formNumber(typed: string): string {
  const number = typed.normalize('NFKC').toUpperCase().replace(/\s+/g, '')
  if (number === '' || number.length > 40) throw problem('paperFormUnnamed', {})
  return number
}

/** All that is stored of a number; without the key of the installation nobody can try numbers on it. */
export function formHash(key: Uint8Array, { studyId, waveId }: WaveReference, number: string): string {
  return createHmac('sha256', key).update(`paper form/${studyId}/${waveId}/${number}`).digest('hex')
}

/**
 * The id of the response that a numbered form becomes, so that the same number is never entered twice. Only in waves without
 * codes: there a code sees to it, and nothing may lead from a form to answers.
 */
export function idOfForm(key: Uint8Array, wave: WaveReference, number: string): string {
  const bytes = createHmac('sha256', key)
    .update(`response of ${formHash(key, wave, number)}`)
    .digest()
  return uuidFrom(bytes, 8)
}

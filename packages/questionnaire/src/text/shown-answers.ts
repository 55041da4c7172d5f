import {
  commentKey,
  localize,
  type Answers,
  type AnswerParts,
  type AnswerValue,
  type LanguageCode,
  type LocalizedText,
  type Question,
  type Questionnaire,
} from '@klankbord/model'
import { showAnswer, showPart, type Showing } from './show-answer.ts'

/** An answer in words, under the question as it is asked. */
export interface ShownAnswer {
  /** Of the question. */
  readonly name: string
  /** With the row, the item or the panel that it is about, where there are several. */
  readonly title: string
  readonly shown: string
}

/**
 * All answers of one response in words, in the order of the questionnaire. What was not answered is not among them, nor is
 * a signature, which has no words.
 *
 * @example shownAnswers(questionnaire, { q1: 4 }, 'nl') // [{ name: 'q1', title: 'Hoe gaat het?', shown: 'Goed' }]
 */
export function shownAnswers(
  questionnaire: Questionnaire,
  answers: Answers,
  language: LanguageCode,
): readonly ShownAnswer[] {
  const told: Told = { language, source: questionnaire.language }
  return questionnaire.questions.flatMap((question) => shownOf(question, answers, told))
}

type Told = Pick<Showing, 'language' | 'source'>

function shownOf(question: Question, answers: Answers, told: Told): readonly ShownAnswer[] {
  const { name } = question
  const answer = answers[name]
  if (answer === undefined) return []
  const title = textIn(question.title, told)
  const words = answers[commentKey(name)]
  const showing: Showing = {
    ...told,
    words: typeof words === 'string' ? words : undefined,
    fill: (text) => text,
  }
  if (question.type === 'paneldynamic') return shownPanels(question.questions, answer, { name, title }, told)
  if (question.type !== 'matrix' && question.type !== 'multipletext')
    return entry(name, title, showAnswer(question, answer, showing))
  const parts =
    question.type === 'matrix'
      ? question.rows.map((row) => [row.name, row.text] as const)
      : question.items.map((item) => [item.name, item.title] as const)
  return parts.flatMap(([part, text]) =>
    entry(name, `${title} – ${textIn(text, told)}`, showPart(question, part, answer, showing)),
  )
}

function shownPanels(
  questions: readonly Question[],
  answer: AnswerValue,
  of: Pick<ShownAnswer, 'name' | 'title'>,
  told: Told,
): readonly ShownAnswer[] {
  const panels = Array.isArray(answer) ? (answer as readonly AnswerParts[]) : []
  return panels.flatMap((panel, at) =>
    questions
      .flatMap((inner) => shownOf(inner, panel, told))
      .map(({ title, shown }) => ({ name: of.name, title: `${of.title} ${at + 1} – ${title}`, shown })),
  )
}

const entry = (name: string, title: string, shown: string | undefined): readonly ShownAnswer[] =>
  shown === undefined ? [] : [{ name, title, shown }]

const textIn = (text: LocalizedText, { language, source }: Told): string => localize(text, language, source)

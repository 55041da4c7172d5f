import { canonicalJson, hasOptions, type Option, type Question, type Questionnaire } from '@klankbord/model'
import { bilingual, code, table } from './markdown.ts'

/** The answers that can be chosen, of a question that has any. */
export function optionsOf(question: Question): readonly Option[] {
  if (question.type === 'matrix') return question.columns
  return hasOptions(question) || question.type === 'ranking' ? question.options : []
}

/** A list of answers that more than one question has, so that a page shows it once. */
export interface AnswerList {
  readonly letter: string
  readonly options: readonly Option[]
  readonly questions: readonly string[]
}

const keyOf = (options: readonly Option[]): string =>
  canonicalJson(options.map(({ code: number, text, pictogram }) => [number, text, pictogram]))

/** The lists of answers that return in a questionnaire, named A, B and so on in their order. */
export function returningLists({ questions }: Questionnaire): readonly AnswerList[] {
  const lists = new Map<string, { readonly options: readonly Option[]; readonly questions: string[] }>()
  for (const question of questions) {
    const options = optionsOf(question)
    if (options.length === 0) continue
    const list = lists.get(keyOf(options)) ?? { options, questions: [] }
    list.questions.push(question.name)
    lists.set(keyOf(options), list)
  }
  return [...lists.values()]
    .filter((list) => list.questions.length > 1)
    .map((list, place) => ({ letter: String.fromCodePoint(65 + place), ...list }))
}

/** Answers with their codes; kinds of empty are below 0, and a drawing is named. */
export function answerTable(options: readonly Option[]): string {
  return table(
    ['code', 'Nederlands', 'English'],
    options.map(({ code: number, text, pictogram }) =>
      bilingual(pictogram === undefined ? code(number) : `${code(number)} ${pictogram}`, text),
    ),
  )
}

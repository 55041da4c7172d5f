import {
  EMPTY_CODES,
  type Codebook,
  type EmptyKind,
  type Question,
  type Questionnaire,
  type Variable,
} from '@klankbord/model'
import { emptyKindsOf } from '@klankbord/questionnaire'

/** What a variable has beside its description in the codebook, for whoever reads it elsewhere. */
export interface VariableDetails {
  /** As the author knows it: `month` is a date that has no day. */
  readonly format: Variable['type'] | 'month'
  /** Of a number, a date, words or several answers, as the question has them. */
  readonly limits: Readonly<Record<string, number | string>>
  /** Of a duration. */
  readonly unit?: 'days'
  /** The kinds of empty that it can hold, with their codes. */
  readonly empties: Partial<Readonly<Record<EmptyKind, number>>>
  /** Codes of the options that stand alone. */
  readonly exclusive: readonly number[]
}

/** Looks up what the question of a variable says beside its options. */
export function variableDetails(variable: Variable, book: Codebook, questionnaire: Questionnaire): VariableDetails {
  const question = questionOf(variable, questionnaire)
  return {
    format: variable.months ? 'month' : variable.type,
    limits: question ? limitsOf(question, variable) : {},
    ...(variable.type === 'duration' && { unit: 'days' as const }),
    empties: Object.fromEntries(emptyKindsOf(book, variable).map((kind) => [kind, EMPTY_CODES[kind]])),
    exclusive: question?.type === 'checkbox' && variable.type === 'multiple' ? aloneIn(question) : [],
  }
}

/** The question itself, the item, or the question in a panel; limits of a whole do not hold for its parts. */
function questionOf({ source }: Variable, { questions }: Questionnaire): Question | undefined {
  const question = questions.find(({ name }) => name === source.name)
  if (question?.type === 'multipletext') return question.items.find(({ name }) => name === source.part)
  if (question?.type === 'paneldynamic' && source.kind !== 'panels')
    return question.questions.find(({ name }) => name === source.part)
  return question
}

const LIMITS = ['min', 'max', 'step', 'maxLength', 'minSelected', 'maxSelected', 'minPanels', 'maxPanels']

function limitsOf(question: Question, { source }: Variable): Readonly<Record<string, number | string>> {
  const own: Readonly<Record<string, unknown>> =
    source.kind === 'comment' ? { ...('other' in question ? question.other : {}) } : { ...question }
  return Object.fromEntries(
    LIMITS.flatMap((name) => {
      const value = own[name]
      return typeof value === 'number' || typeof value === 'string' ? [[name, value]] : []
    }),
  )
}

function aloneIn(question: Question & { readonly type: 'checkbox' }): readonly number[] {
  return question.options
    .filter(({ exclusive, empty }) => exclusive === true || empty !== undefined)
    .map(({ code }) => code)
}

import {
  commentKey,
  pointer,
  type CalculatedValue,
  type Operand,
  type Question,
  type Questionnaire,
  type Validator,
} from '@klankbord/model'
import { allVariables, type VariableOutline } from '../codebook/variables-of.ts'
import { variablesIn } from '../condition/variables-in.ts'
import { isConditional, type Conditional } from './scope.ts'

/** Where an answer belongs, and what a finding about it says of its place. */
export interface Place {
  readonly question: Question
  /** Place of the question among all. */
  readonly index: number
  /** Key in the answers. */
  readonly key: string
  /** The key of the words beside "other", where there are such. */
  readonly words?: string
  /** Name of the variable. */
  readonly name: string
  readonly path: string
  /** Whether what is offered depends on other answers. */
  readonly conditional: boolean
  /** Whether it is checked once more when the whole is known. */
  readonly late: boolean
}

/** What can be worked out of a questionnaire once, for all responses to it. */
export interface Plan {
  readonly places: readonly Place[]
  /** By key in the answers, those of words beside "other" included. */
  readonly byKey: ReadonlyMap<string, Place>
  /** By the place of the last question that they need; `BEFORE_ALL` for those that need none. */
  readonly calculated: ReadonlyMap<number, readonly CalculatedValue[]>
  /** Names of the questions and the outcomes that each calculated value and each shown value needs, also by way of others. */
  readonly needs: ReadonlyMap<string, ReadonlySet<string>>
  readonly variables: readonly VariableOutline[]
  /** Whether some answer is not stored. */
  readonly hasUnstored: boolean
}

/** The place of what is known before the first question: conditions of that question can read it. */
export const BEFORE_ALL = -1

const PLANS = new WeakMap<Questionnaire, Plan>()

/** Compiled questionnaires never change, so that a plan is kept as long as its questionnaire. */
export function planOf(questionnaire: Questionnaire): Plan {
  const known = PLANS.get(questionnaire)
  if (known) return known
  const plan = makePlan(questionnaire)
  PLANS.set(questionnaire, plan)
  return plan
}

function makePlan(questionnaire: Questionnaire): Plan {
  const places = questionnaire.questions.map(placeOf)
  const byKey = new Map<string, Place>()
  for (const place of places) {
    byKey.set(place.key, place)
    if (place.words !== undefined) byKey.set(place.words, wordsPlace(place, place.words))
  }
  const hasUnstored = questionnaire.questions.some(({ outcomeOnly }) => outcomeOnly)
  return { places, byKey, ...calculatedOf(questionnaire, byKey), variables: allVariables(questionnaire), hasUnstored }
}

function placeOf(question: Question, index: number): Place {
  const { name } = question
  const conditional = isConditionalInside(question)
  return {
    question,
    index,
    key: name,
    ...('other' in question && question.other ? { words: commentKey(name) } : {}),
    name,
    path: pointer('/answers', name),
    conditional,
    late: conditional || hasExpression(question),
  }
}

const wordsPlace = (place: Place, key: string): Place => ({
  ...place,
  key,
  name: `${place.name}__other`,
  path: pointer('/answers', key),
  late: true,
})

/** Whether some option, row, item or question inside depends on other answers. */
export function isConditionalInside(question: Question): boolean {
  return partsOf(question).some(isConditional) || insideOf(question).some((inner) => isConditionalInside(inner))
}

function partsOf(question: Question): readonly Conditional[] {
  if (question.type === 'matrix') return [...question.rows, ...question.columns]
  return 'options' in question ? question.options : insideOf(question)
}

function insideOf(question: Question): readonly Question[] {
  if (question.type === 'multipletext') return question.items
  return question.type === 'paneldynamic' ? question.questions : []
}

const isExpression = ({ type }: Validator): boolean => type === 'expression'

const hasExpression = (question: Question): boolean =>
  question.validators?.some(isExpression) === true || insideOf(question).some(hasExpression)

function calculatedOf(
  { calculatedValues = [], notes = [] }: Questionnaire,
  byKey: ReadonlyMap<string, Place>,
): Pick<Plan, 'calculated' | 'needs'> {
  const calculated = new Map<number, CalculatedValue[]>()
  const needs = new Map<string, ReadonlySet<string>>()
  const outcomes = new Set<string>()
  const lasts = new Map<string, number>()
  const needed = (value: Operand): readonly string[] =>
    [...variablesIn(value)].flatMap((name) => (outcomes.has(name) ? name : [...(needs.get(name) ?? [name])]))
  for (const value of calculatedValues) {
    const places = [...variablesIn(value.value)].map((name) => lasts.get(name) ?? byKey.get(name)?.index ?? BEFORE_ALL)
    const last = Math.max(BEFORE_ALL, ...places)
    calculated.set(last, [...(calculated.get(last) ?? []), value])
    needs.set(value.name, new Set(needed(value.value)))
    lasts.set(value.name, last)
    if (value.outcome) outcomes.add(value.name)
  }
  for (const note of notes) if (note.type === 'expression') needs.set(note.name, new Set(needed(note.value)))
  return { calculated, needs }
}

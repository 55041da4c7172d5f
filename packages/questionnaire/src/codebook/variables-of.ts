import {
  hasOptions,
  type ChoiceQuestion,
  type InputQuestion,
  type Option,
  type PanelDynamicQuestion,
  type Question,
  type Questionnaire,
  type RankingQuestion,
  type ValueType,
  type VariableSource,
  type VariableType,
} from '@klankbord/model'

/** What is known of a variable before its labels and its place in packed answers. */
export interface VariableOutline {
  readonly name: string
  readonly type: VariableType
  readonly source: VariableSource
}

/**
 * All variables of a questionnaire in the order of its codebook: those of its questions, then values that are worked
 * out and kept, then durations.
 */
export function allVariables(questionnaire: Questionnaire): readonly VariableOutline[] {
  return [
    ...questionnaire.questions.flatMap(variablesOf),
    ...derivedVariables(questionnaire),
    ...(questionnaire.durations ?? []).map(({ name, amount, unit }): VariableOutline => {
      const of = 'question' in unit ? [amount, unit.question] : [amount]
      return { name, type: 'duration', source: { name, kind: 'duration', of } }
    }),
  ]
}

/**
 * The variables of one question, with the part of its answer that each holds.
 *
 * | question | variables |
 * |---|---|
 * | choice | `q`, and `q__other` for the words beside the option "other" |
 * | number, date, month, text, comment, email, signature | `q` |
 * | matrix | `q__ROW` for each row |
 * | multipletext | `q__ITEM` for each item |
 * | ranking | `q__OPTION` for each option: the place it was given, from 1 |
 * | paneldynamic | `q__count`, the number of panels; then `q__1__NAME` and so on, as often as there may be panels |
 *
 * OPTION is the value of the option where every option of the ranking has one that can stand in a name, since values
 * survive a change of order; else it is the place of the option from 1.
 *
 * A question that is `outcomeOnly` has none: its answer is not stored.
 *
 * @example variablesOf(matrix).map(({ name }) => name) // ['care__listened', 'care__quick']
 */
export function variablesOf(question: Question): readonly VariableOutline[] {
  return question.outcomeOnly === true ? [] : answeredVariables(question)
}

/** The variables that a question has, or would have if its answer were stored. */
export function answeredVariables(question: Question): readonly VariableOutline[] {
  const { name } = question
  switch (question.type) {
    case 'matrix':
      return question.rows.map((row) => ({
        name: `${name}__${row.name}`,
        type: 'single',
        source: { name, kind: 'row', part: row.name },
      }))
    case 'multipletext':
      return question.items.map((item) => ({
        name: `${name}__${item.name}`,
        type: typeOf(item),
        source: { name, kind: 'item', part: item.name },
      }))
    case 'ranking':
      return ranksOf(question)
    case 'paneldynamic':
      return [{ name: `${name}__count`, type: 'numeric', source: { name, kind: 'panels' } }, ...panelsOf(question)]
    case 'signaturepad':
      return [{ name, type: 'text', source: { name, kind: 'question' } }]
    default:
      return [
        { name, type: typeOf(question), source: { name, kind: 'question' } },
        ...otherWords(question, name, { name, kind: 'comment' }),
      ]
  }
}

/** Values that are worked out and kept: those of `calculatedValues` that say so, and those shown that are no words. */
export function derivedVariables({ calculatedValues = [], notes = [] }: Questionnaire): readonly VariableOutline[] {
  const kept = calculatedValues.filter((value) => value.kept)
  const shown = notes.filter((note) => note.type === 'expression').filter((note) => note.valueType !== 'string')
  return [...kept, ...shown].map(({ name, valueType }) => ({
    name,
    type: DERIVED[valueType],
    source: { name, kind: 'derived' },
  }))
}

const DERIVED: Readonly<Record<ValueType, VariableType>> = {
  number: 'numeric',
  string: 'text',
  boolean: 'single',
  date: 'date',
}

function typeOf(question: ChoiceQuestion | InputQuestion): VariableType {
  if (question.type === 'checkbox') return 'multiple'
  if (hasOptions(question)) return 'single'
  if (question.type === 'number') return 'numeric'
  return question.type === 'date' || question.type === 'month' ? 'date' : 'text'
}

function otherWords(
  question: ChoiceQuestion | InputQuestion,
  name: string,
  source: VariableSource,
): readonly VariableOutline[] {
  if (!hasOptions(question) || !question.other) return []
  return [{ name: `${name}__other`, type: 'text', source }]
}

function ranksOf({ name, options }: RankingQuestion): readonly VariableOutline[] {
  const named = options.every((option) => canStandInName(option))
  return options.map(({ value }, place) => ({
    name: `${name}__${named ? String(value) : place + 1}`,
    type: 'single',
    source: { name, kind: 'rank', part: rankedValue(value) },
  }))
}

const canStandInName = ({ value }: Option): boolean => /^[a-z0-9]+(_[a-z0-9]+)*$/.test(String(value))

/** Only a boolean has options that are neither words nor numbers, and it cannot be ranked. */
const rankedValue = (value: Option['value']): string | number => (typeof value === 'boolean' ? String(value) : value)

function panelsOf({ name, questions, maxPanels }: PanelDynamicQuestion): readonly VariableOutline[] {
  const panels = Array.from({ length: maxPanels }, (_, index) => index + 1)
  return panels.flatMap((panel) =>
    questions.flatMap((question): readonly VariableOutline[] => {
      const own = `${name}__${panel}__${question.name}`
      const source = { name, part: question.name, panel }
      return [
        { name: own, type: typeOf(question), source: { ...source, kind: 'in' } },
        ...otherWords(question, own, { ...source, kind: 'comment' }),
      ]
    }),
  )
}

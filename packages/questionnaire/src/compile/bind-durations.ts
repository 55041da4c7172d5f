import {
  DAYS_OF,
  hasOptions,
  pointer,
  type Condition,
  type Duration,
  type DurationUnit,
  type Question,
} from '@klankbord/model'
import type { Names } from '../condition/scope.ts'
import type { ConditionSource } from './condition-source.ts'
import { shown, type FindingList } from './finding-list.ts'
import type { DraftDuration } from './read-durations.ts'

const UNITS = Object.keys(DAYS_OF) as readonly DurationUnit[]

/**
 * Durations whose amount is a number question and whose unit is fixed or a question about units. Others are reported
 * and left out.
 *
 * @param condition binds `censoredIf`, which may look at the whole questionnaire
 */
export function bindDurations(
  drafts: readonly DraftDuration[],
  names: Names,
  condition: (source: ConditionSource) => Condition | undefined,
  list: FindingList,
): readonly Duration[] {
  return drafts.flatMap((draft) => {
    const { name, path, title } = draft
    const amount = reference(draft, 'amount', 'a text with inputType number', isNumber, names, list)
    const unit = unitOf(draft, names, list)
    const censoredIf = draft.censoredIf && condition(draft.censoredIf)
    if (amount !== undefined) reportBelowZero(amount, draft, names, list)
    if (!amount || !unit) return []
    return { name, path, title, amount, unit, ...(censoredIf && { censoredIf }) }
  })
}

/** Whatever took less than no time would come out as a duration of less than no days. */
function reportBelowZero(amount: string, { path, element }: DraftDuration, { known }: Names, list: FindingList): void {
  const found = known.get(amount)
  if (found?.kind !== 'question' || found.question.type !== 'number') return
  const { min = -1 } = found.question
  if (min < 0)
    list.block('amountBelowZero', pointer(path, 'amount'), { name: shown(amount), element }, () => '"min": 0')
}

const isNumber = (question: Question): boolean => question.type === 'number'

/** A word of the four is that unit, also where a question has it as its name. */
function unitOf(draft: DraftDuration, names: Names, list: FindingList): Duration['unit'] | undefined {
  const fixed = UNITS.find((unit) => unit === draft.unit)
  if (fixed) return { fixed }
  const expected = `${UNITS.join(', ')}, or a question with one answer whose options have these as values`
  const question = reference(draft, 'unit', expected, asksUnit, names, list)
  return question === undefined ? undefined : { question }
}

function asksUnit(question: Question): boolean {
  if (!hasOptions(question) || question.type === 'checkbox') return false
  return question.options.every(({ value, empty }) => empty !== undefined || UNITS.some((unit) => unit === value))
}

/** The name of the question that a property names, if there is one and it fits. */
function reference(
  draft: DraftDuration,
  property: 'amount' | 'unit',
  expected: string,
  fits: (question: Question) => boolean,
  names: Names,
  list: FindingList,
): string | undefined {
  const name = draft[property]
  if (name === undefined) return undefined
  const { element } = draft
  const path = pointer(draft.path, property)
  const { known, others } = names
  const found = known.get(name)
  if (found === null) return undefined
  if (found?.kind === 'question' && fits(found.question)) return name
  if (found || others?.has(name))
    list.block('unusableReference', path, { name: shown(name), property, element, expected })
  else
    list.block('unknownReference', path, { name: shown(name), property, element }, (near) =>
      near(name, property === 'unit' ? [...UNITS, ...known.keys()] : [...known.keys()]),
    )
  return undefined
}

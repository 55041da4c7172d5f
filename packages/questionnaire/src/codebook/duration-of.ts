import {
  DAYS_OF,
  type Answers,
  type Clock,
  type Duration,
  type DurationUnit,
  type DurationValue,
  type Questionnaire,
} from '@klankbord/model'
import { holds, type Scope } from '../answers/scope.ts'
import { walk } from '../answers/walk.ts'

/** A duration as it was answered, and in days. */
export interface AnsweredDuration extends DurationValue {
  readonly amount: number
  readonly unit: DurationUnit
}

/**
 * What somebody answered about how long something took, or null where the amount or the unit has no answer, or is not
 * asked. Days are of the mean lengths in `DAYS_OF`.
 *
 * @param answers answers of one response that passed `check`
 * @throws Problem `clockMissing` when `censoredIf` or a condition needs the date and there is no clock
 * @example durationOf(waiting, questionnaire, { wait: 3, wait_unit: 'month', still: true })
 * // { amount: 3, unit: 'month', days: 91.310625, censored: true }
 */
export function durationOf(
  duration: Duration,
  questionnaire: Questionnaire,
  answers: Answers,
  clock?: Clock,
): AnsweredDuration | null {
  return durationIn(duration, walk(questionnaire, answers, clock).scope)
}

/** All durations of a response that can be worked out, by name; undefined where there are none. */
export function durationsOf(
  { durations = [] }: Questionnaire,
  scope: Scope,
): Readonly<Record<string, DurationValue>> | undefined {
  const known = durations.flatMap((duration): readonly [string, DurationValue][] => {
    const answered = durationIn(duration, scope)
    return answered ? [[duration.name, { days: answered.days, censored: answered.censored }]] : []
  })
  return known.length > 0 ? Object.fromEntries(known) : undefined
}

function durationIn(duration: Duration, scope: Scope): AnsweredDuration | null {
  const { answers } = scope
  const amount = answers[duration.amount]
  const unit = 'fixed' in duration.unit ? duration.unit.fixed : answers[duration.unit.question]
  if (typeof amount !== 'number' || !isUnit(unit)) return null
  const censored = duration.censoredIf !== undefined && holds(duration.censoredIf, scope)
  return { amount, unit, days: amount * DAYS_OF[unit], censored }
}

const isUnit = (value: unknown): value is DurationUnit => typeof value === 'string' && Object.hasOwn(DAYS_OF, value)

import type { Answers, AnswerValue, Clock, Primitive, Questionnaire } from '@klankbord/model'
import { compute } from '../condition/compute.ts'
import { BEFORE_ALL, planOf, type Plan } from './plan.ts'
import { holds, type Scope } from './scope.ts'
import { choosesOther, standing } from './standing.ts'

/** What a walk through all questions in their order finds. */
export interface Walk {
  readonly plan: Plan
  /** By place of the question. */
  readonly visible: readonly boolean[]
  readonly enabled: readonly boolean[]
  /** The answers that stand. */
  readonly answers: Answers
  /** What conditions see of them. */
  readonly scope: Scope
  /** Calculated values that have a value. */
  readonly calculated: Readonly<Record<string, Primitive>>
  /** Of a stored response; else they are worked out like other values. */
  readonly outcomes: Outcomes | undefined
}

/** What is stored of answers that are not, by the name of each outcome: null for whom nothing about it was asked. */
export type Outcomes = ReadonlyMap<string, boolean | null>

/**
 * Walks through the questionnaire in its order. A condition sees only answers that stand, to questions that are asked
 * themselves: what was filled in behind a door that is now closed opens no other door.
 *
 * @param outcomes of a stored response, which does not hold what they were worked out from
 * @throws Problem `clockMissing` when an expression needs the date and there is no clock
 */
export function walk(questionnaire: Questionnaire, given: Answers, clock?: Clock, outcomes?: Outcomes): Walk {
  const plan = planOf(questionnaire)
  const visible: boolean[] = []
  const enabled: boolean[] = []
  const answers: Record<string, AnswerValue> = {}
  const seen = plan.calculated.size === 0 ? answers : ({} as Record<string, AnswerValue>)
  const calculated: Record<string, Primitive> = {}
  const scope: Scope = { answers: seen, clock }
  const workOut = (index: number): void => {
    for (const { name, value, outcome } of plan.calculated.get(index) ?? []) {
      const result = outcome && outcomes ? (outcomes.get(name) ?? null) : compute(value, seen, clock)
      if (result === null || typeof result === 'object') continue
      seen[name] = result
      calculated[name] = result
    }
  }
  workOut(BEFORE_ALL)
  for (const { question, index, key, words, conditional } of plan.places) {
    const shown = holds(question.visibleIf, scope)
    const open = holds(question.enableIf, scope)
    visible.push(shown)
    enabled.push(open)
    const own = shown && open && Object.hasOwn(given, key) ? given[key] : undefined
    const stays = own !== undefined && conditional ? standing(question, own, scope) : own
    if (stays !== undefined) {
      answers[key] = stays
      seen[key] = stays
      const beside = words !== undefined && Object.hasOwn(given, words) ? given[words] : undefined
      if (words !== undefined && beside !== undefined && choosesOther(question, stays)) answers[words] = beside
    }
    workOut(index)
  }
  return { plan, visible, enabled, answers, scope, calculated, outcomes }
}

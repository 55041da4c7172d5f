import {
  canonicalJson,
  PLAN_PARTS,
  type Breakdown,
  type PlanPart,
  type PublishedPlan,
  type ReportPlan,
} from '@klankbord/model'

/** A plan as it was fixed for a wave, as far as it fits the questionnaire. */
export interface FixedPlan extends Omit<PublishedPlan, 'changedSince'> {
  readonly plan: ReportPlan
}

/**
 * What a publication says of the plan that was fixed: from when it is, and in what parts the plan that was used differs from it.
 *
 * @param used the plan that the publication is made from
 * @example planSinceFixed({ ...fixed, plan }, { ...plan, headline: 't2' }).changedSince // ['headline']
 */
export function planSinceFixed({ plan, hash, fixedOn, beforeResults }: FixedPlan, used: ReportPlan): PublishedPlan {
  const [then, now] = [partsOf(plan), partsOf(used)]
  const names = new Set([...then.keys(), ...now.keys()])
  const differing = new Set([...names].filter((name) => then.get(name) !== now.get(name)).map(partNamed))
  return { hash, fixedOn, beforeResults, changedSince: PLAN_PARTS.filter((part) => differing.has(part)) }
}

/** Each part of a plan in words that can be compared; what breakdowns take together stands apart from what they split by. */
function partsOf({ breakdowns, ...rest }: ReportPlan): ReadonlyMap<string, string> {
  const taken = (what: 'bands' | 'merges'): readonly (Breakdown['bands'] | Breakdown['merges'])[] =>
    breakdowns.map((breakdown) => breakdown[what] ?? [])
  const parts: Readonly<Record<string, unknown>> = {
    ...rest,
    breakdowns: breakdowns.map(({ bands: _, merges: __, ...breakdown }) => breakdown),
    ...(taken('bands').some((bands) => bands?.length) && { bands: taken('bands') }),
    ...(taken('merges').some((merges) => merges?.length) && { merges: taken('merges') }),
  }
  return new Map(
    Object.entries(parts)
      .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
      .map(([name, value]) => [name, canonicalJson(value)]),
  )
}

/** A part that was added to plans later, and has no words of its own yet, is "other". */
function partNamed(name: string): PlanPart {
  return PLAN_PARTS.find((part) => part === name) ?? 'other'
}

import { protect, suggestMerges, type MergeSearch, type Solving, type SuggestedMerge } from '@klankbord/disclosure'
import { breakdownName, type Breakdown, type LocalizedText } from '@klankbord/model'
import { mergedBreakdown } from './merged-breakdown.ts'
import { plannedFrame } from './planned-frame.ts'
import type { PublishInput } from './publish-input.ts'
import { routingsOf } from './routings-of.ts'
import { routingsOfGroups } from './routings-of-groups.ts'
import { selectVariables } from './select-variables.ts'
import { tabulate, withPopulations } from './tabulate.ts'

/** A merge with what the breakdown is called. */
export interface NamedMerge extends SuggestedMerge {
  readonly label: LocalizedText
  /** What to put in the plan in the place of the breakdown; null where no merge says it, as of bands with a gap between them. */
  readonly planned: Breakdown | null
}

/** As many as can be tried while somebody waits. */
const MOST_TRIED = 12

/**
 * Which groups of its breakdowns to merge so that a publication can show more. For who decides on the plan, before anything
 * is published; it changes nothing.
 *
 * @throws faults of the plan, and what `protect` throws, as `publish` does
 */
export async function suggestedMerges(input: PublishInput, solving: Solving): Promise<readonly NamedMerge[]> {
  const selected = selectVariables(input.dataset, input.plan)
  const counted = withPopulations(tabulate(selected), plannedFrame(input.frame, input.plan.breakdowns))
  const routings = routingsOfGroups(routingsOf(input.questionnaire), input.plan)
  const protects: MergeSearch['protects'] = async (tables) =>
    (await protect(tables, input.policy, solving, routings)).tables
  const labels = new Map(selected.breakdowns.map(({ variable }) => [variable.name, variable.label]))
  const merges = await suggestMerges(counted, await protects(counted), {
    breakdowns: selected.breakdowns.map(({ variable }) => ({
      name: variable.name,
      ordered: variable.measurement !== 'nominal',
    })),
    protects,
    mostTried: MOST_TRIED,
    leastGroup: input.policy.leastGroup,
  })
  return merges.map((merge) => {
    const breakdown = input.plan.breakdowns.find((one) => breakdownName(one) === merge.by)
    const planned = breakdown === undefined ? null : mergedBreakdown(breakdown, merge)
    return { ...merge, label: labels.get(merge.by) ?? {}, planned }
  })
}

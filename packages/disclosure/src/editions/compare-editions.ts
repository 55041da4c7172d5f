import { finding, pointer, type DisclosurePolicy, type Finding, type ReleasedTable } from '@klankbord/model'
import { auditRouting } from '../audit/audit-routing.ts'
import type { Solving } from '../hiding/cell-system.ts'
import type { Routing } from '../routing.ts'
import type { Edition } from './edition-system.ts'
import { hiddenOnce, type NamedFigure } from './hidden-once.ts'
import { closeFigures } from './like-figures.ts'
import { openedByUnion } from './opened-by-union.ts'
import { otherGroups } from './other-groups.ts'

/**
 * What an earlier edition of the same wave beside a new one would give away. The same people are in both:
 *
 * - a figure that both show may stay the same or change by at least the least group: a smaller change says what a
 *   few people answered. So may the people whom no group shows, everybody minus the groups that are shown;
 * - a group or cell that one of them hides the other may not show, whatever its change: answers are only added, so
 *   a later count with all around it shown tells the earlier one;
 * - who was asked a routed question in one may not tell what the other hides;
 * - groups and answers may not be put together in another way: what other bands or merges have in common with those before
 *   cannot be judged from figures.
 *
 * Tables are matched by their id, groups and categories by their codes, so a code must not change its meaning.
 *
 * @param routings who is asked the questions of both editions
 * @returns findings `editionTooClose` and `editionsNotComparable`, each with a pointer into `next`; none means that the
 *   new edition may stand beside this one: `compareAllEditions` tells of more than two
 */
export function compareEditions(
  previous: readonly ReleasedTable[],
  next: readonly ReleasedTable[],
  policy: DisclosurePolicy,
  routings: readonly Routing[] = [],
): readonly Finding[] {
  const other = otherGroups(previous, next)
  const routed = auditRouting([previous, next], routings, policy).map(({ table, cell }) => ({ table, figure: cell }))
  const close = [...hiddenOnce(previous, next), ...closeFigures(previous, next, policy.leastGroup), ...routed]
  return [
    ...other.map((one) => finding('editionsNotComparable', placeOf(one, next), { ...one })),
    ...close.map((one) => tooClose(one, next, policy)),
  ]
}

/**
 * What all editions of a wave tell together, the new one last: its numbers and those that are hidden in any of them as one system
 * of sums, the parts of organisations included. A hidden number stays as open as it is in its own edition, or as its reason asks
 * for; and how many people came to a row or left it is not known to be few.
 *
 * @param editions oldest first; withdrawn ones as well, which people may have kept
 * @returns findings `editionTooClose`, each with a pointer into the last edition, or without where it has no such table
 * @throws what `solving` throws
 */
export async function compareAllEditions(
  editions: readonly Edition[],
  policy: DisclosurePolicy,
  solving: Solving,
): Promise<readonly Finding[]> {
  const next = editions.at(-1)?.tables ?? []
  const opened = editions.length < 2 ? [] : await openedByUnion(editions, policy, solving)
  return opened.map((one) => tooClose(one, next, policy))
}

function tooClose({ table, figure }: NamedFigure, next: readonly ReleasedTable[], policy: DisclosurePolicy): Finding {
  return finding('editionTooClose', placeOf({ table }, next), { table, figure, least: policy.leastGroup })
}

function placeOf({ table }: Pick<NamedFigure, 'table'>, next: readonly ReleasedTable[]): string {
  const at = next.findIndex(({ id }) => id === table)
  return at < 0 ? '' : pointer('', at)
}

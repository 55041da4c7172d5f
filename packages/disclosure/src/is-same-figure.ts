import {
  canonicalJson,
  computed,
  type DisclosurePolicy,
  type Recipe,
  type ReleasedTable,
  type Verdict,
} from '@klankbord/model'
import type { TablePattern } from './pattern.ts'
import { releaseTable } from './release-table.ts'
import type { WeighedTable } from './weights/class-table.ts'
import { compareGroup, LEVEL } from './verdicts.ts'

/** What a figure needs of its publication to be made again alone. */
export interface MadeBy {
  readonly policy: DisclosurePolicy
  readonly comparisons: Recipe['comparisons']
  /** Whether the plan had its groups compared; true when left out. */
  readonly isCompared?: boolean
}

/**
 * Whether a table comes out as it was published when its records are counted again: every count, share, interval, base and
 * verdict that it shows. What it hides stays hidden, whatever its records are now, so no new table is made: the answer is
 * yes or no.
 *
 * A verdict is made again alone from how many comparisons there were and how many of them Holm's correction left; of a
 * publication that does not tell these it is taken as it stands.
 *
 * @param weighed of the same question and groups; sizes in the population are read from what was published
 * @example isSameFigure(publication.tables[0], { table }, { policy, comparisons }) // true
 */
export function isSameFigure(
  published: ReleasedTable,
  { table: counted, classes }: WeighedTable,
  made: MadeBy,
): boolean {
  const groups = counted.groups.map((group, index) => ({
    ...group,
    population: published.groups[index]?.population ?? null,
  }))
  const table: WeighedTable = { table: { ...counted, id: published.id, groups }, classes }
  const pattern = patternOf(published)
  const verdicts = published.groups.map((group, index) => {
    if (group.status === 'hidden') return 'notTested'
    return made.comparisons.significant === undefined ? group.verdict : verdictAlone(table, index, pattern, made)
  })
  return canonicalJson(releaseTable(table, pattern, verdicts, made.policy)) === canonicalJson(published)
}

function patternOf({ groups, categories }: ReleasedTable): TablePattern {
  return {
    groups: groups.map((group) => (group.status === 'hidden' ? group.reason : null)),
    cells: groups.map((group) =>
      categories.map((_, column) => {
        const cell = group.status === 'hidden' ? undefined : group.cells[column]
        return cell?.status === 'hidden' ? cell.reason : null
      }),
    ),
  }
}

/** Holm (1979) leaves a p where its product with the comparisons that are not significant is below the level. */
function verdictAlone(
  weighed: WeighedTable,
  group: number,
  pattern: TablePattern,
  { policy, comparisons: { made, significant = 0, leastDifference }, isCompared = true }: MadeBy,
): Verdict {
  const compared = weighed.table.by !== null && isCompared
  const [comparison] = compared ? compareGroup(weighed, group, pattern) : []
  if (comparison === undefined) return 'notTested'
  const { p, n1, n2, difference } = comparison
  if (n1 < policy.indicativeBelow || n2 < policy.indicativeBelow || !computed<number>(p)) return 'notTested'
  const clear = (made - significant) * p < LEVEL && Math.abs(difference / leastDifference) >= 1 && difference !== 0
  return clear ? (difference > 0 ? 'higher' : 'lower') : 'noClearDifference'
}

import { isProblem, type CountTable, type Group, type ReleasedTable } from '@klankbord/model'
import { mergeGroups, type GroupPair } from './merge-groups.ts'

/** Two groups that would show more as one. */
export interface SuggestedMerge extends GroupPair {
  /** How many figures more can be shown; at least 1. */
  readonly figures: number
}

/** How to look for merges. */
export interface MergeSearch {
  /** The breakdowns whose groups may be merged; of an ordered one only neighbours are. */
  readonly breakdowns: readonly { readonly name: string; readonly ordered: boolean }[]
  /** Protects counts as those of the publication were. */
  readonly protects: (tables: readonly CountTable[]) => Promise<readonly ReleasedTable[]>
  /** How many pairs are tried at most, the smallest first: each is protected anew. */
  readonly mostTried: number
  /** A pair of fewer people than this shows nothing, so it is not tried. */
  readonly leastGroup: number
}

/**
 * Which two groups of a breakdown to merge so that more figures can be shown, the one that wins most first. Each pair with a
 * hidden group is merged and protected anew, so that what is promised is what would be published. Says how many figures it
 * wins and never how large a group is: whoever reads this may not know that.
 *
 * @param counted the tables before protection
 * @param released the same after it
 * @example
 * const [best] = await suggestMerges(counted, tables, { breakdowns, protects, mostTried: 12, leastGroup: 10 })
 * best?.figures // 8
 */
export async function suggestMerges(
  counted: readonly CountTable[],
  released: readonly ReleasedTable[],
  { breakdowns, protects, mostTried, leastGroup }: MergeSearch,
): Promise<readonly SuggestedMerge[]> {
  const shown = figuresIn(released)
  const pairs = breakdowns
    .flatMap((breakdown) => pairsOf(counted, released, breakdown))
    .filter(({ people }) => people >= leastGroup)
  const suggested: SuggestedMerge[] = []
  for (const { pair } of pairs.toSorted((a, b) => a.people - b.people).slice(0, mostTried)) {
    const merged = await triedOf(() => protects(mergeGroups(counted, pair)))
    const figures = merged === null ? 0 : figuresIn(merged) - shown
    if (figures > 0) suggested.push({ ...pair, figures })
  }
  return suggested.toSorted((a, b) => b.figures - a.figures)
}

/** Null where merged groups cannot be protected at all. */
async function triedOf(attempt: () => ReturnType<MergeSearch['protects']>): Promise<readonly ReleasedTable[] | null> {
  try {
    return await attempt()
  } catch (error) {
    if (isProblem(error)) return null
    throw error
  }
}

interface Candidate {
  readonly pair: GroupPair
  /** In both together. */
  readonly people: number
}

function pairsOf(
  counted: readonly CountTable[],
  released: readonly ReleasedTable[],
  { name, ordered }: MergeSearch['breakdowns'][number],
): readonly Candidate[] {
  const split = counted.find((table) => table.by?.name === name)
  if (split === undefined) return []
  const hidden = hiddenGroups(released, name)
  const sizeOf = (index: number): number => split.bases[index]?.total ?? 0
  return split.groups.flatMap((one, index) =>
    split.groups.slice(index + 1, ordered ? index + 2 : undefined).flatMap((other, further): readonly Candidate[] => {
      if (!hidden.has(one.code) && !hidden.has(other.code)) return []
      return [{ pair: { by: name, groups: [one, other] }, people: sizeOf(index) + sizeOf(index + 1 + further) }]
    }),
  )
}

/** Groups of which a table hides anything. */
function hiddenGroups(released: readonly ReleasedTable[], by: string): ReadonlySet<Group['code']> {
  const hidden = released
    .filter((table) => table.by?.name === by)
    .flatMap(({ groups }) => groups)
    .filter((group) => group.status === 'hidden' || group.cells.some(({ status }) => status === 'hidden'))
  return new Set(hidden.map(({ code }) => code))
}

function figuresIn(tables: readonly ReleasedTable[]): number {
  return tables
    .flatMap(({ groups }) => groups)
    .reduce(
      (sum, group) =>
        group.status === 'hidden' ? sum : sum + group.cells.filter(({ status }) => status === 'shown').length,
      0,
    )
}

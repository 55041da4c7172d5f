import type { DisclosurePolicy, HiddenReason } from '@klankbord/model'
import { smallSets } from './combinations.ts'

/** The groups of one breakdown, as every table with that breakdown shares them. */
export interface GroupSizes {
  /** Respondents per group. */
  readonly sizes: readonly number[]
  /** Known size in the population per group, an upper bound that everybody knows; null without a frame. */
  readonly populations: readonly (number | null)[]
  /** Respondents in no group. */
  readonly ungrouped: number
  /** Whether a published table says how many are in no group. */
  readonly ungroupedKnown: boolean
}

interface Unknown {
  readonly value: number
  readonly low: number
  readonly high: number
  /** How wide its interval must stay; 0 for a partner. */
  readonly needed: number
}

/**
 * Which groups of a breakdown are hidden: those with too few respondents, and with them the smallest partners
 * that keep their sizes from being computed. Where no partner suffices the whole breakdown is hidden and no
 * group says why, because the reasons would tell.
 */
export function hideGroups(groups: GroupSizes, policy: DisclosurePolicy): readonly (HiddenReason | null)[] {
  const { sizes, ungrouped } = groups
  const small = sizes.flatMap((size, index) => (size < policy.leastGroup ? [index] : []))
  const strayFew = ungrouped > 0 && ungrouped < policy.leastGroup
  if (small.length === 0 && !strayFew) return sizes.map(() => null)
  const candidates = sizes
    .map((size, index) => ({ size, index }))
    .filter(({ size }) => size >= policy.leastGroup)
    .toSorted((a, b) => a.size - b.size)
    .map(({ index }) => index)
  for (const partners of [[], ...smallSets(candidates)]) {
    if (isProtected(groups, small, partners, policy)) {
      return sizes.map((_, index) =>
        small.includes(index) ? 'tooFew' : partners.includes(index) ? 'complementary' : null,
      )
    }
  }
  return sizes.map(() => 'complementary')
}

function isProtected(
  { sizes, populations, ungrouped, ungroupedKnown }: GroupSizes,
  small: readonly number[],
  partners: readonly number[],
  { leastGroup }: DisclosurePolicy,
): boolean {
  const most = (index: number): number => populations[index] ?? Infinity
  const hidden: Unknown[] = [
    ...small.map((index) => {
      const high = Math.min(leastGroup - 1, most(index))
      return { value: sizes[index] ?? 0, low: 0, high, needed: high }
    }),
    ...partners.map((index) => ({ value: sizes[index] ?? 0, low: leastGroup, high: most(index), needed: 0 })),
  ]
  const together = hidden.reduce((sum, { value }) => sum + value, 0)
  if (together > 0 && together < leastGroup) return false
  const few = ungrouped > 0 && ungrouped < leastGroup
  const stray: Unknown = { value: ungrouped, low: 0, high: Infinity, needed: few ? leastGroup - 1 : 0 }
  const sizesHold = isWideEnough(ungroupedKnown ? hidden : [...hidden, stray])
  return sizesHold && (!few || isWideEnough([...hidden, stray]))
}

/** Only the sum is known: each unknown moves as far as the others can make up for it. */
function isWideEnough(unknowns: readonly Unknown[]): boolean {
  return unknowns.every((unknown) => {
    const others = unknowns.filter((other) => other !== unknown)
    const othersUp = others.reduce((sum, { value, high }) => sum + high - value, 0)
    const othersDown = others.reduce((sum, { value, low }) => sum + value - low, 0)
    const rise = Math.min(unknown.high - unknown.value, othersDown)
    const fall = Math.min(unknown.value - unknown.low, othersUp)
    return rise + fall >= unknown.needed
  })
}

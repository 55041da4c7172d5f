import type { CountTable, DisclosurePolicy, HiddenReason, HidingMethod } from '@klankbord/model'
import type { Solving } from '../hiding/cell-system.ts'
import type { Family } from '../pattern.ts'
import { gonerOf } from './goner-of.ts'
import { ANY, hidingDraft, type Bounds, type HidingDraft } from './hiding-draft.ts'
import { isMostlyHidden } from './is-mostly-hidden.ts'
import { isSummed, lineAt, linesOf, worthOf, type Line, type Lines, type LineSum } from './lines.ts'

/** Which groups every table of a breakdown hides, by the name of the breakdown, in the order of its groups. */
export interface HiddenGroups {
  readonly reasons: ReadonlyMap<string, readonly (HiddenReason | null)[]>
  readonly methods: readonly HidingMethod[]
}

/**
 * Hides the groups with too few people, and with them the partners that keep their sizes from being computed: of all breakdowns,
 * crossed and nested ones together, as one program. People whom a breakdown leaves over are protected like a group. A breakdown
 * in which no partners suffice goes whole, and none of its groups says why, because reasons would tell; so does a crossed one of
 * which more than three quarters is hidden.
 */
export async function hideSizes(
  families: readonly Family[],
  policy: DisclosurePolicy,
  solving: Solving,
): Promise<HiddenGroups> {
  const splits = [
    ...new Map(families.flatMap((one) => one.splits.map((split) => [split.by?.name, split] as const))).values(),
  ]
  const [first] = families
  if (!first || splits.length === 0) return { reasons: new Map(), methods: [] }
  const told = new Set(families.map(({ whole }) => whole.subject.name))
  const sizes: Sizes = { splits, lines: linesOf(first.whole, splits), told, policy }
  const gone = new Set<string>()
  for (;;) {
    const { draft, places } = sizesDraft(sizes, gone)
    const outcome = await solving.hide(draft.task())
    const reasons = reasonsOf(sizes, gone, places, new Set(outcome.hidden))
    const going = [...gonerOf(draft.ownersOf(outcome.unmet), gone, sizes.lines), ...mostlyHidden(splits, reasons, gone)]
    if (going.length === 0) return { reasons, methods: [outcome.method] }
    for (const name of going) gone.add(name)
  }
}

function mostlyHidden(
  splits: readonly CountTable[],
  reasons: HiddenGroups['reasons'],
  gone: ReadonlySet<string>,
): readonly string[] {
  const going = splits.filter((split) => isMostlyHidden(split, reasons.get(split.by?.name ?? '') ?? []))
  return going.flatMap(({ by }) => (by && !gone.has(by.name) ? [by.name] : []))
}

interface Sizes {
  readonly splits: readonly CountTable[]
  readonly lines: Lines
  /** Names of the questions of which a table of everybody is published: it says how many are in no group. */
  readonly told: ReadonlySet<string>
  readonly policy: DisclosurePolicy
}

interface SizesDraft {
  readonly draft: HidingDraft
  /** The cell of each line. */
  readonly places: ReadonlyMap<Line, number>
}

function sizesDraft(sizes: Sizes, gone: ReadonlySet<string>): SizesDraft {
  const { lines, strays, sums } = sizes.lines
  const { leastGroup } = sizes.policy
  const draft = hidingDraft()
  const places = new Map(
    lines.map((line, at) => [line, cellOf(draft, sizes, gone, line, strays.get(line.by ?? '') === at)]),
  )
  for (const sum of sums) {
    const parts = sum.parts.map((part) => places.get(lineAt(lines, part)) ?? 0)
    draft.sum(places.get(lineAt(lines, sum.total)) ?? 0, parts)
    protectTogether(draft, sizes, gone, sum, places)
    const rest = lineAt(lines, sum.parts.at(-1) ?? 0)
    if (isFew(rest.total, leastGroup)) protectLeftOver(draft, sizes, sum, rest, places)
  }
  return { draft, places }
}

function cellOf(draft: HidingDraft, sizes: Sizes, gone: ReadonlySet<string>, line: Line, isStray: boolean): number {
  const { leastGroup } = sizes.policy
  const { by, group, total } = line
  if (by === null) return draft.known(total)
  if (group === null) return isStray && sizes.told.has(by) ? draft.known(total) : draft.open(total, ANY)
  const high = populationOf(sizes, line)
  const isSmall = total < leastGroup
  const few = { low: 0, high: Math.min(leastGroup - 1, high) }
  const cell = gone.has(by)
    ? draft.open(total, { low: 0, high })
    : isSmall
      ? draft.open(total, few)
      : draft.free(total, { low: leastGroup, high }, worthOf(sizes.lines, line, total))
  // Of a breakdown that is gone nothing is said; its groups still lie open beside those of others.
  if (isSmall && !(gone.has(by) && !isSummed(sizes.lines, line, gone))) draft.protect(cell, few.high, { by, group })
  return cell
}

/** All that is hidden of a shown sum can be worked out together, so together they have to be a group that might be shown. */
function protectTogether(
  draft: HidingDraft,
  { lines: { lines }, policy: { leastGroup } }: Sizes,
  gone: ReadonlySet<string>,
  sum: LineSum,
  places: ReadonlyMap<Line, number>,
): void {
  const total = lineAt(lines, sum.total)
  if (
    gone.has(sum.by) ||
    (total.by !== null && (total.group === null || total.total < leastGroup || gone.has(total.by)))
  )
    return
  const parts = sum.parts.map((part) => lineAt(lines, part))
  const isHidden = (line: Line): boolean => line.group === null || line.total < leastGroup
  const people = parts.filter(isHidden).reduce((all, line) => all + line.total, 0)
  if (!isFew(people, leastGroup)) return
  const together = draft.open(people, ANY)
  const others = parts.filter((line) => !isHidden(line)).map((line) => places.get(line) ?? 0)
  draft.sum(places.get(total) ?? 0, [...others, together])
  draft.protect(together, leastGroup - 1, { by: sum.by, group: null })
}

/**
 * Few people are left over: a partner joins them. Where a table of the question itself tells how many they are, it is asked
 * for as if it did not, because their answers could be worked out alone.
 */
function protectLeftOver(
  draft: HidingDraft,
  { lines: { lines, strays }, told, policy: { leastGroup } }: Sizes,
  sum: LineSum,
  rest: Line,
  places: ReadonlyMap<Line, number>,
): void {
  const isTold = told.has(sum.by) && strays.get(sum.by) === sum.parts.at(-1)
  if (!isTold) {
    draft.protect(places.get(rest) ?? 0, leastGroup - 1, { by: sum.by, group: null })
    return
  }
  const likeness = sum.parts.slice(0, -1).map((part) => {
    const line = lineAt(lines, part)
    const twin = draft.free(line.total, { low: line.total < leastGroup ? 0 : leastGroup, high: Infinity }, 0)
    const own = places.get(line) ?? 0
    draft.follows(own, twin)
    draft.follows(twin, own)
    return twin
  })
  const untold = draft.open(rest.total, ANY)
  draft.sum(places.get(lineAt(lines, sum.total)) ?? 0, [...likeness, untold])
  draft.protect(untold, leastGroup - 1, { by: sum.by, group: null })
}

function reasonsOf(
  { splits, lines: { lines, groups }, policy }: Sizes,
  gone: ReadonlySet<string>,
  places: ReadonlyMap<Line, number>,
  hidden: ReadonlySet<number>,
): HiddenGroups['reasons'] {
  return new Map(
    splits.map((split) => {
      const by = split.by?.name ?? ''
      const reasons = (groups.get(by) ?? []).map((place): HiddenReason | null => {
        const line = lineAt(lines, place)
        if (gone.has(by)) return 'complementary'
        if (line.total < policy.leastGroup) return 'tooFew'
        return hidden.has(places.get(line) ?? -1) ? 'complementary' : null
      })
      return [by, reasons] as const
    }),
  )
}

function populationOf({ splits }: Sizes, { by, group }: Line): Bounds['high'] {
  return splits.find((split) => split.by?.name === by)?.groups[group ?? -1]?.population ?? Infinity
}

function isFew(people: number, leastGroup: number): boolean {
  return people > 0 && people < leastGroup
}

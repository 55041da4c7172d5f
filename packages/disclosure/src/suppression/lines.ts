import type { CountTable } from '@klankbord/model'
import { breakdownsAbove, sameGroupAbove } from './breakdowns-above.ts'

/** People whom readers are shown as a row, or whom they can work out: everybody, a group, or whom a breakdown leaves over. */
export interface Line {
  /** Name of the breakdown; null for everybody. */
  readonly by: string | null
  /** Place in the table; null for everybody and for people who are left over. */
  readonly group: number | null
  readonly total: number
  readonly valid: number
  readonly counts: readonly number[]
}

/** The total is the sum of its parts, by place in the list of lines. */
export interface LineSum {
  /** The breakdown whose groups are the parts. */
  readonly by: string
  readonly total: number
  /** The groups, and last whom they leave over of the total. */
  readonly parts: readonly number[]
}

/** All rows of one question, and every sum of rows that a reader can make. */
export interface Lines {
  readonly lines: readonly Line[]
  readonly sums: readonly LineSum[]
  /** Per breakdown the line of each of its groups, in the order of the table. */
  readonly groups: ReadonlyMap<string, readonly number[]>
  /** Per breakdown the line of all people who are in none of its groups. */
  readonly strays: ReadonlyMap<string, number>
}

/**
 * The rows of a question: everybody, each group of each breakdown, and whom these leave over. The groups of a breakdown add up to
 * everybody, those of two crossed ones to each of both, and those that lie within larger ones to these.
 *
 * @param splits all tables by group of the question; what a table crosses or lies within must be among them
 */
export function linesOf(whole: CountTable, splits: readonly CountTable[]): Lines {
  const lines: Line[] = [lineOf(whole, null, 0)]
  const sums: LineSum[] = []
  const groups = new Map<string, readonly number[]>()
  for (const split of splits)
    groups.set(
      breakdownName(split),
      split.groups.map((_, group) => lines.push(lineOf(split, breakdownName(split), group)) - 1),
    )
  const leftOver = (by: string, total: number, parts: readonly number[]): number => {
    const rest =
      lines.push(
        minus(
          by,
          lines[total],
          parts.map((part) => lines[part]),
        ),
      ) - 1
    sums.push({ by, total, parts: [...parts, rest] })
    return rest
  }
  const strays = new Map(
    splits.map((split) => [
      breakdownName(split),
      leftOver(breakdownName(split), 0, groups.get(breakdownName(split)) ?? []),
    ]),
  )
  const found = { splits, groups, strays, sums, leftOver }
  for (const split of splits) {
    if (split.by?.crossed) sumCrossed(found, split, split.by.crossed)
    else if (split.by?.within !== undefined) sumNested(found, split, split.by.within)
  }
  return { lines, sums, groups, strays }
}

interface Found {
  readonly splits: readonly CountTable[]
  readonly groups: ReadonlyMap<string, readonly number[]>
  readonly strays: ReadonlyMap<string, number>
  readonly sums: LineSum[]
  /** Notes the sum, and gives the line of whom it leaves over. */
  readonly leftOver: (by: string, total: number, parts: readonly number[]) => number
}

function sumCrossed(found: Found, split: CountTable, [first, second]: readonly [string, string]): void {
  const by = breakdownName(split)
  const own = found.groups.get(by) ?? []
  const restsOf = (name: string, way: 0 | 1): readonly number[] =>
    (tableOf(found, name)?.groups ?? []).flatMap(({ code }, place) => {
      const parts = own.filter((_, group) => split.groups[group]?.codes?.[way] === code)
      const total = found.groups.get(name)?.[place]
      return total === undefined || parts.length === 0 ? [] : [found.leftOver(by, total, parts)]
    })
  const [withoutSecond, withoutFirst] = [restsOf(first, 0), restsOf(second, 1)]
  const [noFirst, noSecond] = [found.strays.get(first), found.strays.get(second)]
  if (noFirst !== undefined) {
    const inNeither = found.leftOver(by, noFirst, withoutFirst)
    if (noSecond !== undefined) found.sums.push({ by, total: noSecond, parts: [...withoutSecond, inNeither] })
  }
  for (const coarser of found.splits) sumUnderCoarser(found, split, coarser)
}

/** Two crossings of the same lines, by neighbourhood and by district: the finer one adds up to the coarser one. */
function sumUnderCoarser(found: Found, split: CountTable, coarser: CountTable): void {
  const axes = split.by?.crossed
  const above = coarser.by?.crossed
  if (split === coarser || !axes || !above) return
  const ways = [
    [0, 1],
    [1, 0],
  ] as const
  const way = ways.find((order) =>
    order.every((axis, place) => breakdownsAbove(axes[axis] ?? '', found.splits).includes(above[place] ?? '')),
  )
  if (!way) return
  const own = found.groups.get(breakdownName(split)) ?? []
  for (const [place, { codes }] of coarser.groups.entries()) {
    const total = found.groups.get(breakdownName(coarser))?.[place]
    const parts = own.filter((_, group) =>
      way.every((axis, at) =>
        sameGroupAbove(
          { by: axes[axis] ?? '', code: split.groups[group]?.codes?.[axis] ?? null },
          { by: above[at] ?? '', code: codes?.[at] ?? null },
          found.splits,
        ),
      ),
    )
    if (total !== undefined && parts.length > 0) found.leftOver(breakdownName(split), total, parts)
  }
}

function sumNested(found: Found, split: CountTable, within: string): void {
  const by = breakdownName(split)
  const own = found.groups.get(by) ?? []
  const coarser = tableOf(found, within)?.groups ?? []
  for (const [place, { code }] of coarser.entries()) {
    const parts = own.filter((_, group) => split.groups[group]?.within === code)
    const total = found.groups.get(within)?.[place]
    if (total !== undefined && parts.length > 0) found.leftOver(by, total, parts)
  }
  const outside = own.filter((_, group) => !coarser.some(({ code }) => code === (split.groups[group]?.within ?? null)))
  const stray = found.strays.get(within)
  if (stray !== undefined && outside.length > 0) found.leftOver(by, stray, outside)
}

function tableOf({ splits }: Found, name: string): CountTable | undefined {
  return splits.find((split) => breakdownName(split) === name)
}

/** Name of the breakdown of a table; empty of the table of everybody. */
export function breakdownName({ by }: CountTable): string {
  return by?.name ?? ''
}

function lineOf(table: CountTable, by: string | null, group: number): Line {
  const { total = 0, valid = 0 } = table.bases[group] ?? {}
  return { by, group: by === null ? null : group, total, valid, counts: table.counts[group] ?? [] }
}

function minus(by: string, line: Line | undefined, parts: readonly (Line | undefined)[]): Line {
  const less = (pick: (line: Line) => number): number =>
    parts.reduce((left, part) => left - (part ? pick(part) : 0), line ? pick(line) : 0)
  return {
    by,
    group: null,
    total: less(({ total }) => total),
    valid: less(({ valid }) => valid),
    counts: (line?.counts ?? []).map((_, column) => less(({ counts }) => counts[column] ?? 0)),
  }
}

/** The line at this place. @throws RangeError for a place that no sum of these lines names */
export function lineAt(lines: readonly Line[], place: number): Line {
  const line = lines[place]
  if (!line) throw new RangeError(`no line ${place} (there are ${lines.length})`)
  return line
}

/**
 * What hiding a number of this line takes from readers: the binary logarithm of the number, for one large number less is better
 * than many small ones, and that once more for every row of another table that adds up to it. So what is crossed goes before
 * what it is crossed from.
 */
export function worthOf({ lines, sums }: Lines, line: Line, count: number): number {
  const rows = sums.filter(({ by, total }) => by !== line.by && lines[total] === line)
  return Math.log2(2 + count) * (1 + rows.reduce((all, { parts }) => all + parts.length - 1, 0))
}

/** Whether the groups of a breakdown that is not gone add up to this line. */
export function isSummed({ lines, sums }: Lines, line: Line, gone: ReadonlySet<string>): boolean {
  return sums.some(({ by, total }) => lines[total] === line && !gone.has(by))
}

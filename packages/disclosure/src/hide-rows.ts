import type { CountTable, DisclosurePolicy, HiddenReason } from '@klankbord/model'
import { smallSets } from './combinations.ts'
import { remainderOf } from './pattern.ts'

/** A table with what is already decided about its rows. */
export interface RowTask {
  readonly whole: CountTable
  readonly split: CountTable
  /** Reasons of the groups that are hidden in every table of the breakdown. */
  readonly everywhere: readonly (HiddenReason | null)[]
  /** Further rows that must go from this table, because their cells could not be protected. */
  readonly extra: ReadonlySet<number>
  /** Whether a row in which everyone gave the same answer must go. */
  readonly sensitive: boolean
}

/**
 * Which rows of one table are hidden: groups hidden everywhere, groups with too few substantive answers to this
 * question, groups of which everyone gave the same sensitive answer, and the smallest partners that these need.
 * Null when no partners suffice: then the whole table has to go.
 *
 * A row of which everyone gave the same answer is called complementary, because its own reason would tell.
 */
export function hideRows(task: RowTask, policy: DisclosurePolicy): readonly (HiddenReason | null)[] | null {
  const { split, everywhere, extra, sensitive } = task
  const valid = split.bases.map((base) => base.valid)
  const free = split.groups.flatMap((_, group) => (everywhere[group] === null ? [group] : []))
  const few = free.filter((group) => (valid[group] ?? 0) < policy.leastGroup)
  const uniform = free.filter((group) => sensitive && !few.includes(group) && isUniform(split, group))
  const primary = new Set([...few, ...uniform, ...extra])
  const candidates = free.filter((group) => !primary.has(group)).toSorted((a, b) => (valid[a] ?? 0) - (valid[b] ?? 0))
  for (const partners of [[], ...smallSets(candidates)]) {
    const hidden = [...primary, ...partners]
    if (hidden.length > 0 && hidden.length === free.length) return null
    if (!basesAreProtected(task, few, hidden, policy)) continue
    if (!sameAnswersAreProtected(task, uniform, hidden, policy)) continue
    return split.groups.map((_, group) => {
      if (everywhere[group]) return everywhere[group]
      if (few.includes(group)) return 'tooFew'
      return hidden.includes(group) ? 'complementary' : null
    })
  }
  return null
}

/** Whether everyone with an answer gave the same one. In a multiple table options are judged one by one instead. */
export function isUniform(table: CountTable, group: number): boolean {
  const valid = table.bases[group]?.valid ?? 0
  return table.kind === 'single' && valid > 0 && (table.counts[group] ?? []).includes(valid)
}

/**
 * Can each small base be anything below the least group, by trading answers for empties with the other hidden rows?
 * The people in no shown group are such a row, too: what they answered is everybody minus the rows that are shown.
 */
function basesAreProtected(
  { whole, split, everywhere }: RowTask,
  few: readonly number[],
  hidden: readonly number[],
  { leastGroup }: DisclosurePolicy,
): boolean {
  const rest = remainderOf(whole, split, (group) => everywhere[group] === null)
  const lines = hidden.map((group) => {
    const { total, valid } = split.bases[group] ?? { total: 0, valid: 0 }
    const small = few.includes(group)
    const up = Math.min(total - valid, small ? leastGroup - 1 - valid : Infinity)
    return { up, down: small ? valid : valid - leastGroup, small }
  })
  lines.push({ up: rest.empty, down: rest.valid, small: rest.valid > 0 && rest.valid < leastGroup })
  const together = hidden.reduce((sum, group) => sum + (split.bases[group]?.valid ?? 0), rest.valid)
  if (together > 0 && together < leastGroup) return false
  return lines.every((line) => {
    if (!line.small) return true
    const others = lines.filter((other) => other !== line)
    const othersUp = others.reduce((sum, other) => sum + other.up, 0)
    const othersDown = others.reduce((sum, other) => sum + other.down, 0)
    return Math.min(line.up, othersDown) + Math.min(line.down, othersUp) >= leastGroup - 1
  })
}

/** Could a good part of each such row have answered otherwise? Also asked of the people in no shown group together. */
function sameAnswersAreProtected(
  { whole, split, everywhere, sensitive }: RowTask,
  uniform: readonly number[],
  hidden: readonly number[],
  { leastGroup }: DisclosurePolicy,
): boolean {
  if (!sensitive || whole.kind === 'multiple') return true
  const rest = remainderOf(whole, split, (group) => everywhere[group] === null)
  const rows = [...hidden.map((group) => split.counts[group] ?? []), rest.counts]
  const together = rest.counts.map((_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0))
  if (hidden.length > 0 && together.filter((count) => count > 0).length === 1) return false
  const mustHold = new Set(uniform.map((group) => split.counts[group]))
  if (rest.valid > 0 && rest.counts.includes(rest.valid)) mustHold.add(rest.counts)
  return [...mustHold].every((row) => {
    const same = (row ?? []).findIndex((count) => count > 0)
    const otherwise = rows
      .filter((other) => other !== row)
      .reduce((sum, other) => sum + other.reduce((all, count, index) => (index === same ? all : all + count), 0), 0)
    return otherwise >= leastGroup - 1
  })
}

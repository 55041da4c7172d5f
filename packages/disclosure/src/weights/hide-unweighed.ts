import type { CountTable, DisclosurePolicy } from '@klankbord/model'
import { hideAll, type Family, type TablePattern } from '../pattern.ts'
import type { Routing } from '../routing.ts'
import { rowsTogether, type ClassRow, type ClassTable, type Weighing } from './class-table.ts'

type Patterns = ReadonlyMap<string, TablePattern>

/** What is known beside the patterns, for judging what weighted shares would add to them. */
export interface WeighedTables {
  readonly families: readonly Family[]
  readonly routings: readonly Routing[]
  readonly policy: DisclosurePolicy
}

/**
 * Hides the tables of which weighted shares would tell of few people; without the table of everybody none of its question
 * stays.
 *
 * Whoever knows the weights can solve a table of answers by class of weight from weighted shares beside counts. So shares are
 * taken to publish that table whole: of each row that is shown, and of those whom no shown row holds taken together, each
 * class has nobody or enough people and answers to be a row of its own. Then a share tells nothing that the policy would
 * not let be told, whatever is subtracted, and nothing of how people in hidden rows are divided among these, since any
 * division fits the same classes. Where everybody in each shown row, and all others together, weigh the same, shares are
 * those that were counted. A cell that is hidden within a shown row, and groups within larger or crossed ones, are not
 * looked at that closely: such a table goes.
 *
 * A table goes whole and not by row: one row alone would come back by subtraction.
 */
export function hideUnweighed(tables: WeighedTables, patterns: Patterns, weighing: Weighing | null): Patterns {
  if (weighing === null) return patterns
  const going = tables.families.flatMap(({ whole, splits, sensitive }) => {
    const members = [whole, ...splits]
    const unfit = members.filter((table) => {
      const classes = weighing.tables.get(table.id)
      const careful = weighing.sensitive || sensitive(table.by === null ? null : table)
      return classes === undefined || !mayBeWeighed(table, classes, patterns.get(table.id), careful, tables)
    })
    return unfit.includes(whole) ? members : unfit
  })
  const gone = going.filter(({ id }) => !isGone(patterns.get(id)))
  if (gone.length === 0) return patterns
  return new Map([...patterns, ...gone.map((table) => [table.id, hideWhole(table, patterns, tables)] as const)])
}

function mayBeWeighed(
  table: CountTable,
  { groups, rest }: ClassTable,
  pattern: TablePattern | undefined,
  careful: boolean,
  { routings, policy }: WeighedTables,
): boolean {
  if (pattern === undefined || pattern.cells.flat().some((reason) => reason !== null)) return false
  const hidden = (group: number): boolean => (pattern.groups[group] ?? null) !== null
  const shown = groups.filter((_, group) => !hidden(group))
  if (shown.length === 0) return true
  if (table.by?.crossed !== undefined || table.by?.within !== undefined) return false
  const others = rowsTogether([rest, ...groups.filter((_, group) => hidden(group))])
  if (!careful && [...shown, others].every(isOfOneClass)) return true
  const names = [table.subject.name, table.by?.name]
  if (routings.some(({ question, sensitive }) => sensitive && names.includes(question))) return false
  return [...shown, others].every((row) => isFit(row, careful, table.kind === 'multiple', policy))
}

/** Whether all who are in a row weigh the same. */
function isOfOneClass({ total }: ClassRow): boolean {
  return total.filter((people) => people > 0).length <= 1
}

/** Whether each class might be a row of its own. */
function isFit(
  row: ClassRow,
  careful: boolean,
  severalAnswers: boolean,
  { leastGroup, sensitiveCell }: DisclosurePolicy,
): boolean {
  const nobody = row.total.every((people) => people === 0)
  return row.total.every((people, at) => {
    if (people === 0) return nobody || !careful
    const valid = row.valid[at] ?? 0
    if (people < leastGroup || valid < leastGroup) return false
    if (!careful) return true
    return (row.counts[at] ?? []).every((count) => {
      const small = count > 0 && count <= sensitiveCell
      const left = valid - count
      return !small && left > 0 && (!severalAnswers || left > sensitiveCell)
    })
  })
}

function isGone(pattern: TablePattern | undefined): boolean {
  return pattern?.groups.every((reason) => reason !== null) ?? false
}

/** Groups with too few people keep their reason, which the other tables of the breakdown give, too. */
function hideWhole(table: CountTable, patterns: Patterns, { routings, policy }: WeighedTables): TablePattern {
  const { by } = table
  if (by === null || by.crossed !== undefined || by.within !== undefined) return hideAll(table, 'complementary')
  const routed = routings.some(({ question }) => question === by.name)
  const known = (patterns.get(table.id)?.groups ?? []).map((reason, group) =>
    !routed && (table.bases[group]?.total ?? 0) < policy.leastGroup ? reason : null,
  )
  return hideAll(table, 'complementary', known)
}

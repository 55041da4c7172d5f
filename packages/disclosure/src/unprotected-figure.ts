import type { DisclosurePolicy, Publication, ReleasedGroup, ReleasedTable } from '@klankbord/model'

/**
 * The first figure that no protected table shows: a row of too few people or answers, or a rare answer where it is sensitive.
 * It says what was never protected, not whether the rest is safe: that is for the audit, before anything is sealed.
 */
export function unprotectedFigure({
  tables,
  disclosure,
}: Pick<Publication, 'tables' | 'disclosure'>): { readonly table: string; readonly figure: string } | null {
  for (const table of tables) {
    for (const group of table.groups) {
      const fault = faultOf(table, group, disclosure.policy)
      const row = table.by ? `group ${group.code}` : 'everybody'
      if (fault !== null) return { table: table.id, figure: `${row}${fault}` }
    }
  }
  return null
}

function faultOf(
  { kind, subject, by, categories }: ReleasedTable,
  group: ReleasedGroup,
  { leastGroup, sensitiveCell }: DisclosurePolicy,
): string | null {
  if (group.status === 'hidden') return null
  const { total, valid } = group.base
  if (total < leastGroup || valid < leastGroup) return ''
  if (!subject.sensitive && by?.sensitive !== true) return null
  const rare = (count: number): boolean => count > 0 && count <= sensitiveCell
  const at = group.cells.findIndex(
    (cell) => cell.status === 'shown' && (rare(cell.count) || (kind === 'multiple' && rare(valid - cell.count))),
  )
  return at < 0 ? null : `, category ${categories[at]?.code}`
}

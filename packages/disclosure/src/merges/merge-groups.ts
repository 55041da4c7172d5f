import type { Base, CountTable, Group, LocalizedText } from '@klankbord/model'

/** Two groups of a breakdown that become one, under the code of the first. */
export interface GroupPair {
  /** Name of the breakdown. */
  readonly by: string
  readonly groups: readonly [Group, Group]
}

/** The same counts with two groups of a breakdown as one, also where that breakdown is a question of its own. */
export function mergeGroups(tables: readonly CountTable[], { by, groups }: GroupPair): readonly CountTable[] {
  const [first, second] = groups
  return tables.map((table) => {
    if (table.by?.name === by) return withRowsMerged(table, first, second)
    return table.subject.name === by && table.kind === 'single' ? withColumnsMerged(table, first, second) : table
  })
}

function withRowsMerged(table: CountTable, first: Group, second: Group): CountTable {
  const [at, gone] = [first, second].map(({ code }) => table.groups.findIndex((group) => group.code === code))
  if (at === undefined || gone === undefined || at < 0 || gone < 0) return table
  const merged = <T>(rows: readonly T[], join: (one: T, other: T) => T): readonly T[] =>
    rows.flatMap((row, index) => {
      const other = rows[gone]
      if (index === gone) return []
      return index === at && other !== undefined ? [join(row, other)] : [row]
    })
  return {
    ...table,
    groups: merged(table.groups, together),
    counts: merged(table.counts, (one, other) => one.map((count, index) => count + (other[index] ?? 0))),
    bases: merged(table.bases, summed),
  }
}

function withColumnsMerged(table: CountTable, first: Group, second: Group): CountTable {
  const [at, gone] = [first, second].map(({ code }) => table.categories.findIndex((one) => one.code === code))
  if (at === undefined || gone === undefined || at < 0 || gone < 0) return table
  return {
    ...table,
    categories: table.categories.filter((_, index) => index !== gone),
    counts: table.counts.map((row) =>
      row.flatMap((count, index) => (index === gone ? [] : [index === at ? count + (row[gone] ?? 0) : count])),
    ),
  }
}

function together(one: Group, other: Group): Group {
  const population = one.population === null || other.population === null ? null : one.population + other.population
  return { ...one, label: both(one.label, other.label), population }
}

/** Only for telling groups apart while trying: people read the two labels, joined in words of their language. */
function both(one: LocalizedText, other: LocalizedText): LocalizedText {
  return Object.fromEntries(
    Object.entries(one).map(([language, text]) => [language, `${text} / ${other[language] ?? ''}`]),
  )
}

function summed(one: Base, other: Base): Base {
  const kinds = new Set([...Object.keys(one.empties), ...Object.keys(other.empties)] as (keyof Base['empties'])[])
  return {
    total: one.total + other.total,
    asked: one.asked + other.asked,
    answered: one.answered + other.answered,
    valid: one.valid + other.valid,
    empties: Object.fromEntries(
      [...kinds].map((kind) => [kind, (one.empties[kind] ?? 0) + (other.empties[kind] ?? 0)]),
    ),
  }
}

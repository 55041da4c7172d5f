import { canonicalJson, type Publication, type PublishedChanges } from '@klankbord/model'

/**
 * How many figures have another value than in the edition before, are shown now and were not, and were shown and are not any
 * more. A figure is one answer of one group, the size of a group, or the number of a group. Both editions can be read, so
 * anybody can count this.
 */
export function figureChanges(
  before: Pick<Publication, 'tables' | 'numbers'>,
  now: Pick<Publication, 'tables' | 'numbers'>,
): NonNullable<PublishedChanges['figures']> {
  const [old, current] = [figuresOf(before), figuresOf(now)]
  const kept = [...current].filter(([name]) => old.has(name))
  return {
    changed: kept.filter(([name, value]) => old.get(name) !== value).length,
    appeared: current.size - kept.length,
    gone: old.size - kept.length,
  }
}

function figuresOf({ tables, numbers = [] }: Pick<Publication, 'tables' | 'numbers'>): ReadonlyMap<string, string> {
  const shares = tables.flatMap(({ id, categories, groups }) =>
    groups.flatMap((group): readonly (readonly [string, string])[] => {
      if (group.status === 'hidden') return []
      const cells = group.cells.flatMap((cell, place) =>
        cell.status === 'hidden'
          ? []
          : [[`${id} ${group.code} ${categories[place]?.code}`, String(cell.count)] as const],
      )
      return [[`${id} ${group.code}`, String(group.base.total)], ...cells]
    }),
  )
  const means = numbers.flatMap(({ id, groups }) =>
    groups.flatMap((group): readonly (readonly [string, string])[] => {
      if (group.status === 'hidden') return []
      const { n, mean, median = null, ninetieth = null } = group
      return [[`number ${id} ${group.code}`, canonicalJson([n, mean, median, ninetieth])]]
    }),
  )
  return new Map([...shares, ...means])
}

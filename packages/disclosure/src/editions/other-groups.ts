import type { LocalizedText, ReleasedTable } from '@klankbord/model'

/** A table that two editions put together in different ways. */
export interface OtherGroups {
  readonly table: string
  /** Name of the variable whose values are not the same groups or answers. */
  readonly variable: string
}

interface Value {
  readonly code: number | null
  readonly label: LocalizedText
}

/**
 * Variables of which an edition and an earlier one have other groups or answers: other codes, or other words for a code in a
 * language of both. Bands with other ends and merges overlap in people of whom no figure says how many they are.
 */
export function otherGroups(
  previous: readonly ReleasedTable[],
  next: readonly ReleasedTable[],
): readonly OtherGroups[] {
  const before = valuesIn(previous)
  return [...valuesIn(next)].flatMap(([key, { table, variable, values }]) => {
    const old = before.get(key)
    return old === undefined || isSame(old.values, values) ? [] : [{ table, variable }]
  })
}

type Values = OtherGroups & { readonly values: readonly Value[] }

function valuesIn(tables: readonly ReleasedTable[]): ReadonlyMap<string, Values> {
  const values = new Map<string, Values>()
  for (const { id, subject, by, categories, groups } of tables) {
    values.set(`answers to ${subject.name}`, { table: id, variable: subject.name, values: categories })
    if (by) values.set(`groups by ${by.name}`, { table: id, variable: by.name, values: groups })
  }
  return values
}

function isSame(old: readonly Value[], values: readonly Value[]): boolean {
  return (
    old.length === values.length &&
    values.every(({ code, label }) => {
      const before = old.find((one) => one.code === code)
      return (
        before !== undefined && Object.entries(label).every(([tag, words]) => (before.label[tag] ?? words) === words)
      )
    })
  )
}

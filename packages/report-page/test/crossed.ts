import type { Publication, ReleasedTable, Split } from '@klankbord/model'
import {
  AGE,
  AGES,
  changedTable,
  DISTRICT,
  DISTRICTS,
  QUESTIONS,
  samplePublication,
  tableOf,
  type GroupSpec,
} from '@klankbord/testing/sample-publication'

const BOTH: Split = {
  name: 'district×age',
  label: { nl: `${DISTRICT.label['nl'] ?? ''} × ${AGE.label['nl'] ?? ''}` },
  sensitive: false,
  crossed: ['district', 'age'],
}

/** Every pair of a district and an age; the smallest are hidden, and for them two more. */
const PAIRS: readonly (GroupSpec & { readonly codes: readonly [number, number] })[] = DISTRICTS.flatMap((district) =>
  AGES.map((age) => {
    const answers = Math.round((district.answers * age.answers) / 594)
    const hidden = answers < 10 ? 'tooFew' : answers < 12 ? 'complementary' : undefined
    return {
      code: district.code * 100_000 + age.code,
      codes: [district.code, age.code],
      label: { nl: `${district.label['nl'] ?? ''} · ${age.label['nl'] ?? ''}` },
      people: Math.round((district.people * age.people) / 1400),
      answers,
      ...(hidden && { hidden }),
    }
  }),
)

function crossedTable(name: string): ReleasedTable {
  const spec = QUESTIONS.find((question) => question.name === name)
  if (!spec) throw new Error(`no question ${name}`)
  const lower = spec.lower && { group: 'Zuidoost · 65 tot en met 79 jaar', hundredths: spec.lower.hundredths }
  const table = tableOf({ ...spec, ...(lower && { lower }) }, BOTH, PAIRS)
  return changedTable(table, {}, (group) => ({
    codes: PAIRS.find(({ code }) => code === group.code)?.codes,
    ...(group.status === 'indicative' && { verdict: 'notTested' }),
  }))
}

/** The tables of three questions by district and age at once: one with a clear difference, one without, one that has no positive answers. */
export const CROSSED: readonly ReleasedTable[] = ['quick', 'good', 'contact'].map(crossedTable)

/** The fixture, with these beside its other tables. */
export function crossedPublication(): Publication {
  const { tables } = samplePublication()
  return samplePublication({ tables: [...tables, ...CROSSED] })
}

import {
  contentHash,
  variableOf,
  type AnswerValue,
  type Dataset,
  type MultipleColumn,
  type Questionnaire,
  type SingleColumn,
  type Variable,
} from '@klankbord/model'
import { check, codebook, compile, datasetBuilder, pack } from '@klankbord/questionnaire'
import {
  crossTabulations,
  frequencies,
  rowsWhere,
  type CountedVariable,
  type Frequencies,
  type RowCondition,
} from '@klankbord/statistics'
import {
  copyPacked,
  createStudy,
  openWave,
  publishVersion,
  storeResponses,
  type Arrival,
  type PackedPlace,
  type PackedSink,
  type Wave,
} from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import fc from 'fast-check'
import { sql, type RawBuilder } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waveDataset } from '../../src/waves/wave-dataset.ts'

const AREAS = ['noord', 'oost', 'zuid']
const YEARS = [2024, 2025, 2026]
const KINDS_OF_HELP = Array.from({ length: 18 }, (_, at) => `hulp${at + 1}`)
const UNKNOWN = { value: 'weet_niet', text: 'Weet ik niet', missingReason: 'dontKnow' }

const QUESTIONNAIRE = compile({
  title: 'Hulp',
  pages: [
    {
      name: 'een',
      elements: [
        { type: 'radiogroup', name: 'area', title: 'Waar woont u?', choices: AREAS },
        { type: 'radiogroup', name: 'year', title: 'In welk jaar?', choices: YEARS },
        { type: 'checkbox', name: 'help', title: 'Welke hulp?', choices: [...KINDS_OF_HELP, UNKNOWN] },
        {
          type: 'radiogroup',
          name: 'quick',
          title: 'Snel?',
          visibleIf: "{area} != 'zuid'",
          choices: [1, 2, 3, 4, 5, UNKNOWN],
        },
        { type: 'text', inputType: 'number', name: 'hours', title: 'Hoeveel uur?', min: 0, max: 20 },
      ],
    },
  ],
}).questionnaire as Questionnaire
const BOOK = codebook(QUESTIONNAIRE)
const COUNTED = ['area', 'year', 'help', 'quick']

const oneOf = (values: readonly AnswerValue[]): fc.Arbitrary<AnswerValue | undefined> =>
  fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: fc.constant(undefined) })
const somebody = fc
  .record({
    area: oneOf(AREAS),
    year: oneOf(YEARS),
    help: fc.oneof(
      { weight: 6, arbitrary: fc.subarray(KINDS_OF_HELP, { minLength: 1 }) },
      { weight: 1, arbitrary: fc.constantFrom(['weet_niet'], undefined) },
    ),
    quick: oneOf([1, 2, 3, 4, 5, 'weet_niet']),
    hours: oneOf([0, 1, 2.5, 4, 8, 20]),
  })
  .map(({ quick, ...rest }) => ({ ...rest, ...(rest.area === 'zuid' ? {} : { quick }) }))
  .map((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)))

let database: TestDatabase
let wave: Wave

beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  const study = await createStudy(db, {
    title: { nl: 'Hulp' },
    organisation: { name: 'Voorbeeldstad' },
    sample: true,
    tryOut: false,
    definitionText: '{}',
    plan: { questions: [], breakdowns: [] },
  })
  const { version } = await publishVersion(db, study.id, { questionnaire: QUESTIONNAIRE, definition: '{}' })
  wave = await openWave(db, study.id, { title: { nl: 'Ronde' }, version, mode: 'open', frame: null })
  await storeResponses(db, arrivals(fc.sample(somebody, { seed: 20261123, numRuns: 1500 })), 500)
})
afterAll(() => database.drop())

const placeOf = ({ studyId, id: waveId, version }: Wave): PackedPlace => ({ studyId, waveId, version })

function arrivals(people: readonly Readonly<Record<string, unknown>>[], from = 0): readonly Arrival[] {
  return people.map((given, nth) => {
    const at = from + nth
    const result = check(QUESTIONNAIRE, given)
    if (!result.ok) throw new Error(result.findings[0]?.message)
    const { answers, empties } = result.checked
    const response = {
      id: `00000000-0000-4000-8000-${String((at * 7919) % 100_003).padStart(12, '0')}`,
      answers,
      empties,
      ...pack(BOOK, result.checked),
      language: 'nl',
      channel: 'web',
      week: '2026-W18',
      withdrawalHash: null,
      contentHash: contentHash(answers),
    } as const
    return { place: placeOf(wave), response, codeHash: null, today: '2026-05-01', byStaff: false }
  })
}

/** The answer to a question as SQL finds it in what was sent, without our codes. */
const answer = (name: string): RawBuilder<unknown> => sql`answers -> ${sql.lit(name)}`
const json = (value: unknown): RawBuilder<unknown> => sql`${sql.lit(JSON.stringify(value))}::jsonb`

function gave({ name, type }: Variable, value: unknown): RawBuilder<unknown> {
  return type === 'multiple' ? sql`${answer(name)} @> ${json([value])}` : sql`${answer(name)} = ${json(value)}`
}

const WEIGHT = sql`case answers ->> 'area' when 'noord' then 0.5 when 'oost' then 2 when 'zuid' then 1.25 else 0 end`
const WEIGHT_OF_CODE = [0.5, 2, 1.25]

interface Where {
  readonly title: string
  readonly condition: RowCondition
  readonly plain: RawBuilder<unknown>
}

const EVERYBODY: Where = { title: 'everybody', condition: { and: [] }, plain: sql`true` }
const codeOf = (name: string, value: unknown): number =>
  variableOf(BOOK, name).categories.find((category) => category.value === value)?.code ?? Number.NaN
const FILTERS: readonly Where[] = [
  EVERYBODY,
  {
    title: 'people in two years with few hours of help',
    condition: {
      and: [
        { variable: 'year', anyOf: [2024, 2026].map((year) => codeOf('year', year)) },
        { variable: 'hours', from: 1, to: 8 },
      ],
    },
    plain: sql`answers -> 'year' in ('2024', '2026') and (answers ->> 'hours')::float8 between 1 and 8`,
  },
  {
    title: 'people with one of two kinds of help, or who were not asked or did not say how quick it was',
    condition: {
      or: [
        { variable: 'help', anyOf: ['hulp2', 'hulp17'].map((kind) => codeOf('help', kind)) },
        { variable: 'quick', empty: ['notAsked', 'skipped'] },
      ],
    },
    plain: sql`answers -> 'help' @> '["hulp2"]' or answers -> 'help' @> '["hulp17"]' or not answers ? 'quick'`,
  },
  {
    title: 'all but people who know how quick it was, or gave no hours',
    condition: {
      not: {
        or: [
          { variable: 'quick', from: 1, to: 5 },
          { variable: 'hours', empty: 'any' },
        ],
      },
    },
    plain: sql`not (answers -> 'quick' in ('1', '2', '3', '4', '5') is true or not answers ? 'hours')`,
  },
]

/** Counts and weights of one question, of one group, as SQL has them. */
async function bySql(variable: Variable, group: RawBuilder<unknown>, filter: Where): Promise<object> {
  const [options, unknown] = [
    variable.categories.filter(({ empty }) => empty === undefined),
    variable.categories.find(({ empty }) => empty === 'dontKnow')?.value,
  ]
  const asked = sql`empties ->> ${sql.lit(variable.name)}`
  const parts = [
    ...options.map(({ value }) => gave(variable, value)),
    sql`true`,
    sql`${asked} = 'notAsked'`,
    sql`${asked} = 'skipped'`,
    unknown === undefined ? sql`false` : gave(variable, unknown),
  ]
  const { rows } = await sql<{ counts: readonly string[]; sums: readonly string[] }>`
    select array[${sql.join(parts.map((part) => sql`count(*) filter (where ${part})::text`))}] as counts,
      array[${sql.join(parts.map((part) => sql`coalesce(sum(${WEIGHT}) filter (where ${part}), 0)::text`))}] as sums
    from responses where study_id = ${wave.studyId} and wave_id = ${wave.id} and (${filter.plain}) and (${group})`.execute(
    database.db,
  )
  const read = (values: readonly string[] = []): object => {
    const numbers = values.map(Number)
    const [total = 0, notAsked = 0, skipped = 0, dontKnow = 0] = numbers.slice(options.length)
    const answered = total - notAsked - skipped
    return {
      counts: numbers.slice(0, options.length),
      total,
      asked: total - notAsked,
      answered,
      valid: answered - dontKnow,
    }
  }
  return { counted: read(rows[0]?.counts), weighted: read(rows[0]?.sums) }
}

function told({ counts, base, weighted }: Frequencies): object {
  const flat = (of: Pick<Frequencies, 'counts' | 'base'>): object => {
    const { total, asked, answered, valid } = of.base
    return { counts: of.counts, total, asked, answered, valid }
  }
  return { counted: flat({ counts, base }), weighted: weighted && flat(weighted) }
}

describe('the answers of a wave', () => {
  it('are gone on with when more people answered, and are then those of everybody', async () => {
    const { db } = database
    let builder = datasetBuilder(BOOK)
    const into: PackedSink = {
      restart: (rows) => (builder = datasetBuilder(BOOK, { rows })),
      add: (rows) => builder.addRows(rows),
    }
    const before = await copyPacked(db, placeOf(wave), BOOK, null, into)
    const known = builder.dataset()
    await storeResponses(db, arrivals(fc.sample(somebody, { seed: 7, numRuns: 40 }), 50_000))
    builder = datasetBuilder(BOOK, { from: known })
    await copyPacked(db, placeOf(wave), BOOK, before, into)
    const grown = builder.dataset()
    const afresh = await waveDataset({ database }, wave, BOOK)
    expect([known.rows, grown.rows]).toEqual([1500, 1540])
    const counted = ({ columns }: Dataset): readonly unknown[] =>
      COUNTED.map((name) =>
        frequencies(columns[name] as SingleColumn | MultipleColumn, variableOf(BOOK, name).categories),
      )
    expect(counted(grown)).toEqual(counted(afresh))
  })
})

describe('tables of a wave', () => {
  it.each(FILTERS)('are cell by cell what SQL counts in the answers as they were sent: $title', async (filter) => {
    const dataset = await waveDataset({ database }, wave, BOOK)
    const { area } = dataset.columns as { readonly area: SingleColumn }
    const weights = Float64Array.from(
      area.codes,
      (code) => WEIGHT_OF_CODE[AREAS.findIndex((name) => codeOf('area', name) === code)] ?? 0,
    )
    const restriction = { selection: rowsWhere(dataset, filter.condition), weights }
    const variables = COUNTED.map((name) => variableOf(BOOK, name))
    const counted = variables.map(({ name, categories }): CountedVariable => ({
      column: dataset.columns[name] as SingleColumn | MultipleColumn,
      categories,
    }))
    const groups = { column: area, codes: AREAS.map((name) => codeOf('area', name)) }
    const totals = crossTabulations(counted, null, restriction)
    const tables = crossTabulations(counted, groups, restriction)
    for (const [at, variable] of variables.entries()) {
      expect(totals[at]?.map(told)).toEqual([await bySql(variable, sql`true`, filter)])
      const plain = await Promise.all(
        AREAS.map((name) => bySql(variable, gave(variableOf(BOOK, 'area'), name), filter)),
      )
      expect(tables[at]?.map(told)).toEqual(plain)
      expect(plain).not.toContainEqual(expect.objectContaining({ counted: expect.objectContaining({ total: 0 }) }))
    }
  })
})

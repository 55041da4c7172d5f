import { columnOf, EMPTY_CODES, variableOf, type Dataset, type EmptyKind, type SingleColumn } from '@klankbord/model'
import {
  allFrequencies,
  crossTabulation,
  rowsWhere,
  type CountedVariable,
  type Frequencies,
  type Restriction,
  type RowCondition,
} from '@klankbord/statistics'
import { duckTable } from './duck-table.ts'
import { makeResponses, NEIGHBOURHOODS, QUESTIONS, YEARS, type MadeResponses } from './made-responses.ts'

const SEED = 20261123
const ROWS = 1_000_000
const ROUNDS = 15
const WARMING_UP = 5

/** What a bench counts, kinds of empty included; 0 where it weighs nothing. */
type Cell = readonly [group: number, code: number, count: number, weight: number]

/** What is tabulated, the same in DuckDB, and how much of its time it may take. */
interface Task {
  readonly figure: string
  readonly most: number
  ours(made: MadeResponses): readonly Cell[]
  readonly queries: readonly string[]
}

const FILTERS: RowCondition = {
  and: [
    { variable: 'q7', anyOf: [1, 2] },
    { variable: 'q9', from: 1 },
    { variable: 'year', from: 2023, to: 2025 },
  ],
}
const AREAS = Array.from({ length: NEIGHBOURHOODS }, (_, at) => at + 1)

const TASKS: readonly Task[] = [
  {
    figure: `all frequencies of ${QUESTIONS} questions`,
    most: 1,
    ours: ({ dataset }) => {
      const questions = Array.from({ length: QUESTIONS }, (_, at) => question(dataset, `q${at + 1}`))
      return allFrequencies(questions).flatMap((each, at) => cellsOf(at, question(dataset, `q${at + 1}`), each))
    },
    queries: Array.from(
      { length: QUESTIONS },
      (_, at) => `select ${at}, q${at + 1}, count(*), 0.0 from t group by q${at + 1}`,
    ),
  },
  {
    figure: `a crosstab by ${NEIGHBOURHOODS} neighbourhoods`,
    most: 1,
    ours: ({ dataset }) => crosstab(dataset, 'area', AREAS, {}),
    queries: ['select area, q5, count(*), 0.0 from t group by area, q5'],
  },
  {
    figure: `a trend over ${YEARS.length} years`,
    most: 1,
    ours: ({ dataset }) => crosstab(dataset, 'year', YEARS, {}),
    queries: ['select year, q5, count(*), 0.0 from t group by year, q5'],
  },
  {
    figure: `a crosstab by ${NEIGHBOURHOODS} neighbourhoods with three filters and weights`,
    most: 1.5,
    ours: ({ dataset, weights }) =>
      crosstab(dataset, 'area', AREAS, { selection: rowsWhere(dataset, FILTERS), weights }),
    queries: [
      `select area, q5, count(*), sum(weight) from t
        where q7 in (1, 2) and q9 >= 1 and year between 2023 and 2025 group by area, q5`,
    ],
  },
]

const made = makeResponses(ROWS, SEED)
const bytes = bytesPerAnswer(made.dataset)
print({
  figure: 'room for an answer with a code',
  value: bytes,
  unit: 'bytes',
  beside: { 'at most': 2 },
  ratio: bytes / 2,
})
const duck = await duckTable(made)
for (const task of TASKS) await besideDuck(task)
duck.close()
const tenTimes = makeResponses(10 * ROWS, SEED)
for (const task of TASKS) await besideTenTimes(task)

/** Both in the same minute, turn by turn. */
async function besideDuck({ figure, most, ours, queries }: Task): Promise<void> {
  const statements = await Promise.all(queries.map((query) => duck.prepare(query)))
  const theirs = async (): Promise<readonly Cell[]> => {
    const cells: Cell[] = []
    for (const statement of statements)
      for (const row of (await statement.runAndReadAll()).getRows()) cells.push(row.map(Number) as unknown as Cell)
    return cells
  }
  requireSame(ours(made), await theirs())
  const pairs = []
  for (let round = -WARMING_UP; round < ROUNDS; round += 1) {
    const pair = { ours: await cpuOf(() => ours(made)), theirs: await cpuOf(theirs) }
    if (round >= 0) pairs.push(pair)
  }
  print({
    figure: `${figure}, ${ROWS} responses (at most ${most} of DuckDB)`,
    value: median(pairs.map((pair) => pair.ours)),
    unit: 'CPU milliseconds',
    beside: { 'DuckDB, one thread': median(pairs.map((pair) => pair.theirs)) },
    ratio: median(pairs.map((pair) => pair.ours / pair.theirs)),
  })
}

/** A row of ten times as many beside a row of these. */
async function besideTenTimes({ figure, ours }: Task): Promise<void> {
  const pairs = []
  for (let round = -1; round < ROUNDS; round += 1) {
    // As many rows of each, so that both have the same chance of being in somebody's way.
    let few = 0
    for (let times = 0; times < 10; times += 1) few += await cpuOf(() => ours(made))
    const pair = { few, many: await cpuOf(() => ours(tenTimes)) }
    if (round >= 0) pairs.push(pair)
  }
  const perRow = 1e6 / (10 * ROWS)
  print({
    figure: `${figure}: a row of ${10 * ROWS} responses beside one of ${ROWS} (at most 1.3)`,
    value: median(pairs.map(({ many }) => many)) * perRow,
    unit: 'CPU nanoseconds',
    beside: { [`of ${ROWS}`]: median(pairs.map(({ few }) => few)) * perRow },
    ratio: median(pairs.map(({ few, many }) => many / few)),
  })
}

function question(dataset: Dataset, name: string): CountedVariable & { readonly column: SingleColumn } {
  const column = columnOf(dataset, name)
  if (column.type !== 'single') throw new Error(`question with one answer expected: ${name}`)
  return { column, categories: variableOf(dataset.codebook, name).categories }
}

function crosstab(dataset: Dataset, by: string, groups: readonly number[], restriction: Restriction): readonly Cell[] {
  const asked = question(dataset, 'q5')
  const found = crossTabulation(asked.column, asked.categories, question(dataset, by).column, groups, restriction)
  return found.flatMap((each, at) => cellsOf(groups[at] ?? 0, asked, each))
}

/** All that was counted, kinds of empty too. */
function cellsOf(
  group: number,
  { categories }: CountedVariable,
  { counts, base, weighted }: Frequencies,
): readonly Cell[] {
  const answers = categories.map(({ code }, at): Cell => [group, code, counts[at] ?? 0, weighted?.counts[at] ?? 0])
  const empties = Object.entries(base.empties).map(([kind, count]): Cell => [
    group,
    EMPTY_CODES[kind as EmptyKind],
    count,
    weighted?.base.empties[kind as EmptyKind] ?? 0,
  ])
  return [...answers, ...empties].filter(([, , count]) => count > 0)
}

/** A bench of something else than the same figures would say nothing. */
function requireSame(ours: readonly Cell[], theirs: readonly Cell[]): void {
  const listed = (cells: readonly Cell[]): string =>
    cells
      .map((cell) => cell.join(' '))
      .toSorted()
      .join('\n')
  if (listed(ours) !== listed(theirs)) throw new Error('DuckDB counts otherwise')
}

function bytesPerAnswer({ rows, columns }: Dataset): number {
  const all = Object.values(columns).map((column) => (column.type === 'single' ? column.codes.byteLength : Number.NaN))
  return all.reduce((sum, size) => sum + size, 0) / (rows * all.length)
}

/** Processor time of one call in milliseconds: others work on the machine, too. */
async function cpuOf(call: () => unknown): Promise<number> {
  const start = process.cpuUsage()
  await call()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function print(line: Readonly<Record<string, unknown>>): void {
  console.log(JSON.stringify(line))
}

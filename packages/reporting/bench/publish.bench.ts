import { loadSolver, solveHere, type Solving } from '@klankbord/disclosure'
import {
  DEFAULT_POLICY,
  type Dataset,
  type HiddenReason,
  type Questionnaire,
  type ReleasedTable,
  type SingleColumn,
} from '@klankbord/model'
import { codebook, compile } from '@klankbord/questionnaire'
import { publish, type PublishInput } from '@klankbord/reporting'

/**
 * A publication of thirty questions by twenty neighbourhoods, by four kinds of support and by both crossed, beside counting the same answers
 * once without a library: how long it takes, what is hidden, and what its solver was asked.
 */
const SEED = 20261123
const QUESTIONS = 30
const NEIGHBOURHOODS = 20
const SUPPORTS = 4
const CHOICES = 5
const SIZES = [
  { responses: 100_000, seconds: 10 },
  { responses: 600, seconds: 1 },
] as const

interface Asked {
  readonly what: 'hide' | 'ranges'
  readonly milliseconds: number
  readonly cells: number
}

const questionnaire = made()
const solver = solveHere(await loadSolver(), { seconds: 10, now: () => performance.now() })
for (const { responses, seconds } of SIZES) await measure(responses, seconds)

async function measure(rows: number, seconds: number): Promise<void> {
  const input = inputOf(answersOf(rows))
  const asked: Asked[] = []
  // What runs for the first time is compiled, too: a server publishes warm.
  await publish(input, solver)
  const beside = await cpuOf(() => counted(input.dataset))
  const tables: ReleasedTable[] = []
  const took = await cpuOf(async () => tables.push(...(await publish(input, watched(solver, asked))).tables))
  const [cells, hidden] = [cellsIn(tables, () => true), cellsIn(tables, (reason) => reason !== null)]
  const primaries = tooSmall(input.dataset)
  print({
    figure: `a publication of ${QUESTIONS} questions by ${NEIGHBOURHOODS} neighbourhoods and ${SUPPORTS} kinds of support, ${rows} responses (at most ${seconds} s)`,
    value: took,
    unit: 'CPU milliseconds',
    beside: { 'counting the same answers': beside },
    ratio: took / beside,
    tables: tables.length,
    cells,
    primaries,
    hidden,
    limit: seconds * 1000,
    isWithin: took <= seconds * 1000,
    solver: {
      asked: asked.length,
      milliseconds: asked.reduce((sum, one) => sum + one.milliseconds, 0),
      largest: asked.reduce((most, { what, cells: size }) => (what === 'hide' ? Math.max(most, size) : most), 0),
    },
  })
  if (primaries < cells / 20) throw new Error(`only ${primaries} of ${cells} cells are too small to be shown`)
}

/** How many cells may not be shown for what they are: of groups under ten, and of one to four in a sensitive question. */
function tooSmall({ rows, columns }: Dataset): number {
  const codesOf = (name: string): Int16Array => (columns[name] as SingleColumn).codes
  const [area, support] = [codesOf('area'), codesOf('support')]
  const groupings = [
    { of: (row: number) => area[row] ?? 0, groups: NEIGHBOURHOODS },
    { of: (row: number) => support[row] ?? 0, groups: SUPPORTS },
    { of: (row: number) => ((area[row] ?? 0) - 1) * SUPPORTS + (support[row] ?? 0), groups: NEIGHBOURHOODS * SUPPORTS },
  ]
  let small = 0
  for (const { of, groups } of groupings) {
    for (let question = 1; question <= QUESTIONS; question += 1) {
      const counts = new Int32Array(groups * CHOICES)
      const answers = codesOf(`q${question}`)
      for (let row = 0; row < rows; row += 1) {
        const cell = (of(row) - 1) * CHOICES + (answers[row] ?? 0) - 1
        counts[cell] = (counts[cell] ?? 0) + 1
      }
      for (let group = 0; group < groups; group += 1) {
        const own = counts.subarray(group * CHOICES, (group + 1) * CHOICES)
        if (own.reduce((sum, count) => sum + count, 0) < DEFAULT_POLICY.leastGroup) small += CHOICES
        else if (isSensitive(question)) small += own.filter((count) => count > 0 && count <= 4).length
      }
    }
  }
  return small
}

function isSensitive(question: number): boolean {
  return question % 2 === 1
}

/** How many cells are hidden for such a reason, or shown; those of a hidden group are hidden with it. */
function cellsIn(tables: readonly ReleasedTable[], counts: (reason: HiddenReason | null) => boolean): number {
  const reasons = tables.flatMap(({ groups, categories }) =>
    groups.flatMap((group) =>
      group.status === 'hidden'
        ? categories.map(() => group.reason)
        : group.cells.map((cell) => (cell.status === 'hidden' ? cell.reason : null)),
    ),
  )
  return reasons.filter(counts).length
}

/** The same solver, with what it was asked written down. */
function watched({ hide, ranges }: Solving, asked: Asked[]): Solving {
  const noted = async <T>(what: Asked['what'], cells: number, work: () => Promise<T>): Promise<T> => {
    const began = performance.now()
    const outcome = await work()
    asked.push({ what, milliseconds: performance.now() - began, cells })
    return outcome
  }
  return {
    hide: (task) => noted('hide', task.cells.length, () => hide(task)),
    ranges: (task) => noted('ranges', task.cells.length, () => ranges(task)),
  }
}

function made(): Questionnaire {
  const choices = (count: number): readonly object[] =>
    Array.from({ length: count }, (_, at) => ({ value: at + 1, text: `Antwoord ${at + 1}` }))
  const element = (name: string, count: number, sensitive: boolean): object => ({
    type: 'radiogroup',
    name,
    title: `Vraag ${name}`,
    choices: choices(count),
    ...(sensitive && { sensitive: true }),
  })
  const elements = [
    element('area', NEIGHBOURHOODS, false),
    element('support', SUPPORTS, false),
    ...Array.from({ length: QUESTIONS }, (_, at) => element(`q${at + 1}`, CHOICES, isSensitive(at + 1))),
  ]
  const compiled = compile({ title: { nl: 'Groot', default: 'Groot' }, locale: 'nl', pages: [{ name: 'p', elements }] })
  if (!compiled.questionnaire) throw new Error(compiled.findings.map(({ message }) => message).join('; '))
  return compiled.questionnaire
}

/** Neighbourhoods of very different sizes; of each question the last answers are rare, the more so the larger the round. */
function answersOf(rows: number): Dataset {
  const book = codebook(questionnaire)
  const below = chance(SEED)
  const steeply = (count: number): number => 1 + Math.floor(count * (below(1_000_000) / 1_000_000) ** 3)
  const rare = (): number => (below(rows / 60) === 0 ? 4 + below(2) : 1 + below(3))
  const column = (code: () => number): SingleColumn => {
    const codes = new Int16Array(rows)
    for (let row = 0; row < rows; row += 1) codes[row] = code()
    return { type: 'single', codes }
  }
  const columns = Object.fromEntries(
    book.variables.map(({ name }) => {
      if (name === 'area') return [name, column(() => steeply(NEIGHBOURHOODS))] as const
      if (name === 'support') return [name, column(() => 1 + below(SUPPORTS))] as const
      return [name, column(rare)] as const
    }),
  )
  return { codebook: book, rows, columns }
}

function inputOf(dataset: Dataset): PublishInput {
  return {
    id: 'bench',
    edition: 1,
    publishedOn: '2026-06-30',
    study: { title: { nl: 'Groot' }, organisation: 'Voorbeeldstad', sample: true, tryOut: false },
    wave: { title: { nl: 'Voorjaar' }, mode: 'open', from: '2026-W10', to: '2026-W18' },
    questionnaire,
    version: 1,
    dataset,
    frame: null,
    plan: {
      questions: Array.from({ length: QUESTIONS }, (_, at) => `q${at + 1}`),
      breakdowns: [{ variable: 'area' }, { variable: 'support' }],
      crossings: [['area', 'support']],
    },
    policy: DEFAULT_POLICY,
    previous: [],
    modes: ['web'],
    digest: 'd'.repeat(64),
  }
}

/** Every question by neighbourhood and kind of support, as anybody would count it. */
function counted({ rows, columns }: Dataset): number {
  const codesOf = (name: string): Int16Array => (columns[name] as SingleColumn).codes
  const [area, support] = [codesOf('area'), codesOf('support')]
  let sum = 0
  for (let question = 1; question <= QUESTIONS; question += 1) {
    const codes = codesOf(`q${question}`)
    const counts = new Map<string, number>()
    for (let row = 0; row < rows; row += 1) {
      const cell = `${area[row]} ${support[row]} ${codes[row]}`
      counts.set(cell, (counts.get(cell) ?? 0) + 1)
    }
    sum += counts.size
  }
  return sum
}

async function cpuOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Marsaglia's xorshift (2003) of 32 bits: whole numbers below a limit. */
function chance(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return Math.floor(((state >>> 0) / 2 ** 32) * limit)
  }
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

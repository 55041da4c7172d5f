import { FRAME_COLUMNS, readFrameCsv, type CsvSource, type FrameCsvRow, type RefusedRow } from '@klankbord/exchange'
import type { WaveReference } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { frameOf, importFrame, type DoubleRow } from './import-frame.ts'

/** How many people of a list have something in common. */
export interface PeopleCount {
  /** Empty for people of no stratum. */
  readonly name: string
  readonly people: number
}

/** What a list comes to, in numbers and lines: nothing in it says who stands on it. */
export interface FrameReport {
  /** People who can be taken, each once. */
  readonly people: number
  /** How many were new; null when nothing was stored. */
  readonly added: number | null
  readonly strata: readonly PeopleCount[]
  /** People who may not be drawn, by the reason that the list gives. */
  readonly excluded: readonly PeopleCount[]
  readonly doubles: readonly DoubleRow[]
  /** What is wrong in which line; one that holds for the file as a whole comes alone. */
  readonly refused: readonly RefusedRow[]
  /** Whether the file as a whole cannot be taken; then nothing was. */
  readonly whole: boolean
}

/** What is to be done with a list. */
export interface ListOrder {
  /** The header in the file, by our name of the column. */
  readonly columns: Readonly<Record<string, string>>
  readonly dryRun: boolean
}

/** Names of columns that a list cannot have. */
export function unknownColumns(columns: ListOrder['columns']): readonly string[] {
  return Object.keys(columns).filter((name) => !FRAME_COLUMNS.includes(name))
}

/** Reads a list and puts its people on that of a wave; with a dry run it only says what would happen. */
export async function takeFrameList(
  context: ServerContext,
  wave: WaveReference,
  source: CsvSource,
  { columns, dryRun }: ListOrder,
): Promise<FrameReport> {
  const { rows, refused } = await readRows(source, columns)
  const whole = refused.some((row) => row.refused === 'file')
  const { people, doubles } = frameOf(context, wave.studyId, whole ? [] : rows)
  return {
    people: people.length,
    added: dryRun || whole ? null : await importFrame(context, wave, people),
    strata: countsOf(people.map(({ stratum }) => stratum)),
    excluded: countsOf(people.flatMap(({ excluded }) => excluded ?? [])),
    doubles,
    refused,
    whole,
  }
}

async function readRows(
  source: CsvSource,
  columns: ListOrder['columns'],
): Promise<{ readonly rows: readonly FrameCsvRow[]; readonly refused: readonly RefusedRow[] }> {
  const rows: FrameCsvRow[] = []
  const refused: RefusedRow[] = []
  for await (const row of readFrameCsv(source, columns)) {
    if ('contact' in row) rows.push(row)
    else refused.push(row)
  }
  return { rows, refused }
}

/** How often each value occurs, in the order of their names. */
export function countsOf(values: readonly string[]): readonly PeopleCount[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([name, people]) => ({ name, people }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
}

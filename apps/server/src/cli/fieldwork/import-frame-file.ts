import { FRAME_COLUMNS, readFrameCsv, type FrameCsvRow, type RefusedRow } from '@klankbord/exchange'
import { frameOf, importFrame, type ReadFrame } from '../../fieldwork/import-frame.ts'
import { referenceOf, waveAt } from '../../respondent/visit.ts'
import { bytesOf } from '../csv-file.ts'
import type { ExitCode } from '../exit-code.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

export interface FrameImport {
  readonly data: string
  readonly wave: string
  /** The header in the file, by our name of the column. */
  readonly column: Readonly<Record<string, string>>
  readonly dryRun?: boolean
}

/**
 * Puts the people of a file on the list of a wave, and says who stands on it twice, who may not be drawn and why; with a
 * dry run it only says so. No sentence repeats who somebody is.
 *
 * @returns 0 when every row is taken, 2 when some were refused, 1 when the file was
 */
export async function importFrameFile(place: Surroundings, file: string, order: FrameImport): Promise<ExitCode> {
  const { data, column, dryRun = false } = order
  const unknown = Object.keys(column).filter((name) => !FRAME_COLUMNS.includes(name))
  if (unknown.length > 0) {
    place.terminal.warn(say('frameColumnUnknown', { column: unknown.join(', '), known: FRAME_COLUMNS.join(', ') }))
    return 1
  }
  return inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const opened = await waveAt(context, order.wave)
    const { rows, refused, whole } = await readRows(place, file, column)
    if (whole) {
      place.terminal.warn(say('fileRefused', { file }))
      return 1
    }
    const frame = frameOf(context, opened.study.id, rows)
    for (const line of frameLines(frame)) place.terminal.print(line)
    if (dryRun) place.terminal.print(say('frameWouldTake', { count: frame.people.length, refused }))
    else {
      const added = await importFrame(context, referenceOf(opened), frame.people)
      place.terminal.print(say('imported', { stored: added, same: frame.people.length - added, refused }))
    }
    return refused > 0 ? 2 : 0
  })
}

async function readRows(
  { terminal }: Surroundings,
  file: string,
  column: FrameImport['column'],
): Promise<{ readonly rows: readonly FrameCsvRow[]; readonly refused: number; readonly whole: boolean }> {
  const rows: FrameCsvRow[] = []
  let refused = 0
  let whole = false
  const tell = ({ line, findings }: RefusedRow): void => {
    for (const { column: name, message: sentence } of findings)
      terminal.print(
        name === '' ? say('refusedLine', { line, sentence }) : say('refusedCell', { line, column: name, sentence }),
      )
  }
  for await (const row of readFrameCsv(bytesOf(file), column)) {
    if ('contact' in row) rows.push(row)
    else {
      tell(row)
      if (row.refused === 'file') whole = true
      else refused += 1
    }
  }
  return { rows, refused, whole }
}

function frameLines({ people, doubles }: ReadFrame): readonly string[] {
  const countOf = (values: readonly string[]): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>()
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
    return new Map([...counts].toSorted(([one], [other]) => (one < other ? -1 : 1)))
  }
  const strata = countOf(people.map(({ stratum }) => stratum))
  const excluded = countOf(people.flatMap(({ excluded: reason }) => reason ?? []))
  return [
    ...doubles.map(({ line, sameAs }) => say('frameDouble', { line, sameAs })),
    ...[...strata].map(([stratum, count]) => say('frameStratum', { stratum: stratum === '' ? '-' : stratum, count })),
    ...[...excluded].map(([reason, count]) => say('frameExcluded', { reason, count })),
  ]
}

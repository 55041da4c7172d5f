import { FRAME_COLUMNS } from '@klankbord/exchange'
import { takeFrameList, unknownColumns, type FrameReport } from '../../fieldwork/take-frame-list.ts'
import { referenceOf, waveAt } from '../../respondent/visit.ts'
import { audit } from '../../staff/audit.ts'
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
  const { data, column: columns, dryRun = false } = order
  const unknown = unknownColumns(columns)
  if (unknown.length > 0) {
    place.terminal.warn(say('frameColumnUnknown', { column: unknown.join(', '), known: FRAME_COLUMNS.join(', ') }))
    return 1
  }
  return inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const opened = await waveAt(context, order.wave)
    const report = await takeFrameList(context, referenceOf(opened), bytesOf(file), { columns, dryRun })
    for (const line of refusedLines(report)) place.terminal.print(line)
    if (report.whole) {
      place.terminal.warn(say('fileRefused', { file }))
      return 1
    }
    if (report.added !== null) {
      const details = { wave: opened.wave.id, count: report.added }
      await audit(context, null, { action: 'frame.imported', studyId: opened.study.id, details })
    }
    for (const line of takenLines(report)) place.terminal.print(line)
    return report.refused.length > 0 ? 2 : 0
  })
}

function refusedLines({ refused }: FrameReport): readonly string[] {
  return refused.flatMap(({ line, findings }) =>
    findings.map(({ column, message: sentence }) =>
      column === '' ? say('refusedLine', { line, sentence }) : say('refusedCell', { line, column, sentence }),
    ),
  )
}

function takenLines({ doubles, strata, excluded, people, added, refused }: FrameReport): readonly string[] {
  return [
    ...doubles.map(({ line, sameAs }) => say('frameDouble', { line, sameAs })),
    ...strata.map(({ name, people: count }) => say('frameStratum', { stratum: name === '' ? '-' : name, count })),
    ...excluded.map(({ name: reason, people: count }) => say('frameExcluded', { reason, count })),
    added === null
      ? say('frameWouldTake', { count: people, refused: refused.length })
      : say('imported', { stored: added, same: people - added, refused: refused.length }),
  ]
}

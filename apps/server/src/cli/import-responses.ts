import type { RefusedRow } from '@klankbord/exchange'
import { problem } from '@klankbord/model'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import type { OpenedWave } from '../respondent/opened-wave.ts'
import { waveAt } from '../respondent/visit.ts'
import { audit } from '../staff/audit.ts'
import type { ExitCode } from './exit-code.ts'
import { examineCsv, type CsvFile } from './csv-file.ts'
import { say } from './say.ts'
import { storeCsv, type StoredCsv } from './store-csv.ts'
import type { Surroundings } from './surroundings.ts'
import type { Terminal } from './terminal.ts'
import { inWorkplace, publicUrlOf } from './workplace.ts'

export interface ImportOptions {
  readonly data: string
  readonly wave: string
}

/** How often progress is told, in rows. */
const STEP = 1000

/**
 * Stores the good rows of a file and names the others with line, column and reason. The whole file is read before
 * anything is stored, so a file that is refused as a whole leaves nothing behind.
 *
 * @returns 0 when every row is stored, 2 when some were refused, 1 when the file was
 * @throws Problem `unknownWave`, `waveSealed`, `importWithoutCodes`
 */
export async function importResponses(place: Surroundings, file: string, options: ImportOptions): Promise<ExitCode> {
  const workplace = { data: options.data, publicUrl: publicUrlOf(place) }
  return inWorkplace(place, workplace, async ({ context }) => {
    const opened = await waveAt(context, options.wave)
    refuseToImport(opened)
    const examined = await examineCsv(file, opened.questionnaire, todayAt(context.clock.now()), {
      refused: (row) => printRefused(place.terminal, row),
      checked: every(STEP, (rows) => place.terminal.progress(say('rowsChecked', { rows }))),
    })
    if (examined.whole) {
      place.terminal.warn(say('fileRefused', { file }))
      return 1
    }
    const stored = await storeWithProgress(place.terminal, context, opened, examined)
    const refused = examined.refused + stored.refused
    const details = { wave: opened.wave.id, count: stored.created }
    await audit(context, null, { action: 'answers.imported', studyId: opened.study.id, details })
    place.terminal.print(say('imported', { stored: stored.created, same: stored.same, refused }))
    return refused > 0 ? 2 : 0
  })
}

/**
 * Rows that somebody knows, put among those of others, show what the others answered. So nothing comes into a round that
 * is over, nor among answers that came with a code.
 *
 * @throws Problem `waveSealed`, `importWithoutCodes`
 */
function refuseToImport({ wave }: OpenedWave): void {
  if (wave.state === 'sealed') throw problem('waveSealed', { wave: wave.address })
  if (wave.mode !== 'open') throw problem('importWithoutCodes', { wave: wave.address })
}

async function storeWithProgress(
  terminal: Terminal,
  context: ServerContext,
  opened: OpenedWave,
  file: CsvFile,
): Promise<StoredCsv> {
  return storeCsv(context, opened, file, {
    refused: (line, sentence) => terminal.print(say('refusedLine', { line, sentence })),
    stored: every(STEP, (rows) => terminal.progress(say('rowsStored', { rows, total: file.rows }))),
  })
}

function printRefused(terminal: Terminal, { line, findings }: RefusedRow): void {
  for (const { column, message } of findings) {
    terminal.print(
      column === ''
        ? say('refusedLine', { line, sentence: message })
        : say('refusedCell', { line, column, sentence: message }),
    )
  }
}

function every(step: number, tell: (rows: number) => void): (rows: number) => void {
  let told = 0
  return (rows) => {
    if (rows - told < step) return
    told = rows
    tell(rows)
  }
}

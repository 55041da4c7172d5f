import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { writeResponsesCsv } from '@klankbord/exchange'
import type { CheckedAnswers, Codebook, PackedAnswers } from '@klankbord/model'
import { codebook, unpack } from '@klankbord/questionnaire'
import { readAnswers } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import type { OpenedWave } from '../respondent/opened-wave.ts'
import { waveAt } from '../respondent/visit.ts'
import { toFile } from './new-file.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { readerGone } from './terminal.ts'
import { inWorkplace, publicUrlOf } from './workplace.ts'

export interface ExportOptions {
  readonly data: string
  readonly wave: string
  readonly out?: string
}

/** Writes the answers of a wave as CSV, row by row, in an order that says nothing about who came first. */
export async function exportResponses(place: Surroundings, { data, wave, out }: ExportOptions): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const opened = await waveAt(context, wave)
    if (out === undefined) return toReader(responsesCsv(context, opened), place)
    let rows = -1
    await toFile(
      each(responsesCsv(context, opened), () => (rows += 1)),
      out,
    )
    place.terminal.warn(say('exported', { rows, file: out }))
  })
}

/** The file of a wave, piece by piece: the header, then one piece for each response. */
function responsesCsv({ database }: ServerContext, { wave, questionnaire }: OpenedWave): AsyncIterable<string> {
  const rows = readAnswers(database.db, wave.studyId, wave.id, wave.version)
  const hasOutcomes = questionnaire.calculatedValues?.some(({ outcome }) => outcome) === true
  return writeResponsesCsv(questionnaire, hasOutcomes ? withOutcomes(rows, codebook(questionnaire)) : rows)
}

/** The outcomes of answers that are not stored stand in the codes of a response only. */
async function* withOutcomes(
  rows: AsyncIterable<CheckedAnswers & PackedAnswers>,
  book: Codebook,
): AsyncIterable<CheckedAnswers> {
  for await (const row of rows) yield unpack(book, row, row.answers)
}

/** A reader that has seen enough, like `head`, closes the pipe: that is no fault. */
export async function toReader(csv: AsyncIterable<string>, { terminal }: Surroundings): Promise<void> {
  try {
    await pipeline(Readable.from(csv), terminal.output as Writable, { end: false })
  } catch (error) {
    if (!readerGone(error)) throw error
  }
}

async function* each(pieces: AsyncIterable<string>, seen: () => void): AsyncIterable<string> {
  for await (const piece of pieces) {
    seen()
    yield piece
  }
}

import type { ResponseRow } from '@klankbord/exchange'
import { problem, textHash, type Codebook, type NewResponse } from '@klankbord/model'
import { codebook, pack } from '@klankbord/questionnaire'
import { storeResponses, type BatchOutcome } from '@klankbord/storage'
import { isoWeek, todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import { uuidFrom } from '../randomness.ts'
import type { OpenedWave } from '../respondent/opened-wave.ts'
import { responseFields } from '../respondent/store-checked.ts'
import { referenceOf } from '../respondent/visit.ts'
import { csvFileRows, type CsvFile } from './csv-file.ts'

/** What became of the rows that could be taken. */
export interface StoredCsv {
  readonly created: number
  /** Stored already, by an earlier import of this file. */
  readonly same: number
  readonly refused: number
}

/** Who hears of rows as they are stored. */
export interface StoreListener {
  refused(line: number, sentence: string): void
  stored(rows: number): void
}

const BATCH = 200

/**
 * Stores the good rows of a file that was examined. A row has an id that follows from the wave, the bytes of the file and its
 * line, so the same file can be imported again, also after an import that was cut off: what is there stays as it is.
 *
 * @throws Problem `databaseUnavailable`
 */
export async function storeCsv(
  context: ServerContext,
  opened: OpenedWave,
  file: CsvFile,
  listener: StoreListener,
): Promise<StoredCsv> {
  const counts = { created: 0, same: 0, refused: 0 }
  const book = codebook(opened.questionnaire)
  const place = referenceOf(opened)
  for await (const rows of batches(goodRows(file, opened), BATCH)) {
    const { today } = todayAt(context.clock.now())
    const arrivals = rows.map((row) => ({
      place,
      response: responseOf(context, opened, book, row, file),
      codeHash: null,
      today,
      byStaff: true,
    }))
    const outcomes = await storeResponses(context.database.db, arrivals)
    outcomes.forEach((outcome, at) => {
      const refusal = refusalOf(outcome)
      if (refusal !== null) listener.refused(rows[at]?.line ?? 0, refusal)
      counts[kindOf(outcome)] += 1
    })
    listener.stored(counts.created + counts.same + counts.refused)
  }
  return counts
}

async function* goodRows(file: CsvFile, { questionnaire }: OpenedWave): AsyncIterable<ResponseRow> {
  for await (const row of csvFileRows(file, questionnaire)) if ('answers' in row) yield row
}

async function* batches<T>(items: AsyncIterable<T>, size: number): AsyncIterable<readonly T[]> {
  let batch: T[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function responseOf(
  { clock }: ServerContext,
  { wave, questionnaire }: OpenedWave,
  book: Codebook,
  { line, ...checked }: ResponseRow,
  { hash }: CsvFile,
): NewResponse {
  const id = uuidFrom(Buffer.from(textHash(`import/${wave.id}/${hash}/${line}`), 'hex'), 8)
  return {
    ...pack(book, checked),
    ...responseFields(questionnaire, wave.mode, {
      id,
      checked,
      language: questionnaire.language,
      withdrawalHash: null,
    }),
    channel: 'import',
    week: isoWeek(clock.now()),
  }
}

function kindOf(outcome: BatchOutcome): 'created' | 'same' | 'refused' {
  if ('problem' in outcome) return 'refused'
  return outcome.outcome === 'created' || outcome.outcome === 'same' ? outcome.outcome : 'refused'
}

function refusalOf(outcome: BatchOutcome): string | null {
  if ('problem' in outcome) return outcome.problem.message
  if (outcome.outcome === 'withdrawn') return problem('responseWithdrawn', {}).message
  return outcome.outcome === 'conflict' ? problem('responseConflict', {}).message : null
}

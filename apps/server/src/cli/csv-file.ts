import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readResponsesCsv, type ReadOutcome, type RefusedRow } from '@klankbord/exchange'
import type { Clock, Questionnaire } from '@klankbord/model'
import { notReadable } from './read-text-file.ts'

/** What a first look at a whole file says. */
export interface CsvFile {
  readonly path: string
  /** The day that its answers are taken to be of, for conditions that read it: the same whenever the file is read. */
  readonly clock: Clock
  /** SHA-256 of its bytes. */
  readonly hash: string
  /** How many rows can be taken. */
  readonly rows: number
  /** How many rows cannot. */
  readonly refused: number
  /** Whether the file as a whole cannot be taken, wherever that came out. */
  readonly whole: boolean
}

/** Who hears of rows as they go by. */
export interface CsvListener {
  refused(row: RefusedRow): void
  checked(rows: number): void
}

/**
 * Checks a file from its first to its last byte without keeping any of it: that it is no UTF-8 can show in its
 * last line, and then nothing of it may have been stored.
 *
 * @throws Problem `fileNotReadable`
 */
export async function examineCsv(
  path: string,
  questionnaire: Questionnaire,
  clock: Clock,
  listener: CsvListener,
): Promise<CsvFile> {
  const hash = createHash('sha256')
  let rows = 0
  let refused = 0
  let whole = false
  for await (const row of readResponsesCsv(hashed(path, hash), questionnaire, clock)) {
    if ('answers' in row) rows += 1
    else if (row.refused === 'file') whole = true
    else refused += 1
    if ('findings' in row) listener.refused(row)
    listener.checked(rows + refused)
  }
  return { path, clock, hash: hash.digest('hex'), rows, refused, whole }
}

/** The rows of a file that was examined before. */
export function csvFileRows({ path, clock }: CsvFile, questionnaire: Questionnaire): AsyncIterable<ReadOutcome> {
  return readResponsesCsv(bytesOf(path), questionnaire, clock)
}

async function* hashed(path: string, hash: ReturnType<typeof createHash>): AsyncIterable<Uint8Array> {
  for await (const piece of bytesOf(path)) {
    hash.update(piece)
    yield piece
  }
}

/** The bytes of a file, piece by piece. @throws Problem `fileNotReadable` */
export async function* bytesOf(path: string): AsyncIterable<Uint8Array> {
  const stream: AsyncIterable<Uint8Array> = createReadStream(path)
  try {
    yield* stream
  } catch (error) {
    throw notReadable(path, error)
  }
}

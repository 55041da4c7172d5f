import type { Questionnaire } from '@klankbord/model'
import type { CsvSource } from '../src/csv-text.ts'
import { readResponsesCsv, type ReadOutcome } from '../src/read-responses-csv.ts'

/** Reads a whole file. */
export async function readAll(source: CsvSource, questionnaire: Questionnaire): Promise<readonly ReadOutcome[]> {
  const outcomes: ReadOutcome[] = []
  for await (const outcome of readResponsesCsv(source, questionnaire)) outcomes.push(outcome)
  return outcomes
}

/** What was refused, as "line column code". */
export function refusals(outcomes: readonly ReadOutcome[]): readonly string[] {
  return outcomes.flatMap((outcome) =>
    'findings' in outcome
      ? outcome.findings.map(({ column, code }) => [outcome.line, column, code].filter((part) => part !== '').join(' '))
      : [],
  )
}

/** The answers that were taken. */
export function taken(outcomes: readonly ReadOutcome[]): readonly unknown[] {
  return outcomes.flatMap((outcome) => ('answers' in outcome ? [outcome.answers] : []))
}

/** A text in UTF-8, in pieces of so many bytes, so that a character or a line end can fall apart. */
export async function* inPieces(text: string | Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size)
}

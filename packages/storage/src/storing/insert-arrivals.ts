import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Arrival } from './arrival.ts'

/**
 * Stores the arrivals of one study that may come in, uses up their codes and forgets their drafts: one statement, so one
 * round trip and all or nothing. Of an anonymous wave they go to the waiting room, where only sealing looks at them. The
 * statement is the function of `STORE_ARRIVALS`.
 *
 * An id that is known already, a wave that takes nothing, a code that is no good, a newer draft: such a row is left out and
 * the caller finds out why. No two arrivals may have one id or one code.
 *
 * @returns the ids that were stored, in small letters
 * @throws an error for which `isOvertaken` holds when somebody stored one of the ids with another code at the same
 *   moment: nothing was stored then
 */
export async function insertArrivals(db: Kysely<Schema>, given: readonly Arrival[]): Promise<ReadonlySet<string>> {
  // In one order on all servers, so that none waits for an id of another that waits for one of its own.
  const arrivals = given.toSorted((a, b) => (a.response.id.toLowerCase() < b.response.id.toLowerCase() ? -1 : 1))
  const [first] = arrivals
  if (first === undefined) return new Set()
  const responses = arrivals.map(({ response }) => response)
  const { rows } = await sql<{ ids: readonly string[] | null }>`
    select store_arrivals(
      ${first.place.studyId},
      ${responses.map(({ id }) => id)},
      ${arrivals.map(({ place }) => place.waveId)},
      ${arrivals.map(({ place }) => place.version)},
      ${responses.map(({ answers }) => JSON.stringify(answers))},
      ${responses.map(({ empties }) => JSON.stringify(empties))},
      ${responses.map(({ codes }) => arrayText(codes))},
      ${responses.map(({ numbers }) => arrayText(numbers))},
      ${responses.map(({ language }) => language)},
      ${responses.map(({ channel }) => channel)},
      ${responses.map(({ week }) => week)},
      ${responses.map(({ withdrawalHash }) => withdrawalHash)},
      ${responses.map(({ contentHash }) => contentHash)},
      ${responses.map(({ flags }) => (flags === undefined ? '{}' : JSON.stringify(flags)))},
      ${arrivals.map(({ codeHash }) => codeHash)},
      ${arrivals.map(({ today }) => today)},
      ${arrivals.map(({ byStaff }) => byStaff)},
      ${responses.map(({ help = 'notKnown' }) => help)},
      ${arrivals.map(({ draftKnown = null }) => draftKnown)}
    ) as ids`.execute(db)
  return new Set(rows[0]?.ids ?? [])
}

/** Whether an error of `insertArrivals` says that somebody else was first with one of the ids. */
export function isOvertaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'KB001'
}

function arrayText(numbers: readonly number[]): string {
  return `{${numbers.join(',')}}`
}

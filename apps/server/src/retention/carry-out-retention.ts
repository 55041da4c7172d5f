import { isProblem, type LegalHold } from '@klankbord/model'
import { deliverErasures, findHold, listStudies, type DeletionNotice, type Study } from '@klankbord/storage'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import { logFault } from '../http/request-log.ts'
import { clearUp, type ClearedUp } from '../sealing/clear-up.ts'
import { audit } from '../staff/audit.ts'
import { deleteDue } from './delete-due.ts'
import { dueDeletions, isDue, type DueDeletions, type RetentionPlaces } from './due-deletions.ts'

/** A study of which something was over. */
export interface OverdueStudy {
  readonly study: Study
  readonly due: DueDeletions
  /** What holds it; null: nothing. */
  readonly held: LegalHold | null
  readonly deleted: readonly DeletionNotice[]
  /** It could not be done now; the log says why. */
  readonly failed: boolean
}

/** What the job found and did. */
export interface RetentionRound extends ClearedUp {
  readonly studies: readonly OverdueStudy[]
}

/** Where contacts are kept: with the studies, until somebody gives them a server of their own. */
export function retentionPlaces({ database: { db } }: ServerContext): RetentionPlaces {
  return { db, contacts: db }
}

/**
 * Deletes everything whose term is over and that nothing holds, writes down what that was, and takes the bytes of it out
 * of the files: that of those who could not finish before, too. A study that fails is written down and tried again the next day; it stops no other.
 *
 * @param dryRun only says what would be deleted
 */
export async function carryOutRetention(
  context: ServerContext,
  { dryRun }: { readonly dryRun: boolean },
): Promise<RetentionRound> {
  const places = retentionPlaces(context)
  const { today } = todayAt(context.clock.now())
  if (!dryRun) await deliver(context)
  const studies: OverdueStudy[] = []
  for (const study of await listStudies(places.db)) {
    const due = await dueDeletions(places, study.id, today)
    if (isDue(due)) studies.push(await carryOut(context, { study, due }, dryRun))
  }
  if (dryRun) return { studies, uncleared: [], logs: [] }
  await deliver(context)
  return { studies, ...(await clearUp(context)) }
}

/** What cannot be written down stays, and is tried again the next day. */
async function deliver(context: ServerContext): Promise<void> {
  const { contacts, db } = retentionPlaces(context)
  await deliverErasures(contacts, db).catch((error: unknown) => logFault(context.log, error, 'retention'))
}

async function carryOut(
  context: ServerContext,
  { study, due }: Pick<OverdueStudy, 'study' | 'due'>,
  dryRun: boolean,
): Promise<OverdueStudy> {
  const places = retentionPlaces(context)
  const { today } = todayAt(context.clock.now())
  const held = await findHold(places.db, study.id)
  const nothing = { study, due, held, deleted: [], failed: false }
  if (held !== null || dryRun) return nothing
  try {
    const deleted = await deleteDue(places, study.id, today)
    await audit(context, null, { action: 'retention.carriedOut', studyId: study.id, details: rowsOf(deleted) })
    return { ...nothing, deleted }
  } catch (error) {
    // Somebody held it at the last moment.
    if (isProblem(error, 'studyHeld')) return { ...nothing, held: await findHold(places.db, study.id) }
    logFault(context.log, error, 'retention')
    return { ...nothing, failed: true }
  }
}

/** How many rows went, by what they were. */
function rowsOf(deleted: readonly DeletionNotice[]): Readonly<Record<string, number>> {
  const rows = new Map<string, number>()
  for (const { what, rows: more } of deleted) rows.set(what, (rows.get(what) ?? 0) + more)
  return Object.fromEntries(rows)
}

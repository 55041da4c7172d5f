import { localize } from '@klankbord/model'
import { checkAuditLog, readAuditLog, type AuditFault } from '@klankbord/storage'
import { namedInLog, type NamedEntry } from '../staff/named-in-log.ts'
import { studyNamed } from '../study/study-named.ts'
import type { ExitCode } from './exit-code.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { inWorkplace, publicUrlOf } from './workplace.ts'

/** Lines that are read at once. */
const PAGE = 1000

/**
 * Prints what staff did and saw, newest first, and whether the log is as it was written; 1 when it is not.
 *
 * @throws Problem `unknownStudy`
 */
export async function printAudit(
  place: Surroundings,
  { data, study }: { readonly data: string; readonly study?: string },
): Promise<ExitCode> {
  return inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const { db } = context.database
    const only = study === undefined ? {} : { studyId: (await studyNamed(context, study)).id }
    let entries = await readAuditLog(db, { limit: PAGE, ...only })
    while (entries.length > 0) {
      for (const entry of await namedInLog(context.database, entries)) place.terminal.print(auditLine(entry))
      entries = await readAuditLog(db, { limit: PAGE, before: entries.at(-1)?.number ?? 0, ...only })
    }
    const fault = await checkAuditLog(db)
    place.terminal.warn(faultSentence(fault))
    return fault === null ? 0 : 1
  })
}

function auditLine({ number, at, user, action, studyId, study, member, details }: NamedEntry): string {
  return say('auditLine', {
    number: String(number),
    at: at.toISOString(),
    who: user?.name ?? say('auditServer'),
    action,
    study: study === null ? (studyId ?? '–') : `${localize(study, 'en', 'nl')} (${studyId})`,
    details: JSON.stringify(member === null ? details : { ...details, member }),
  })
}

/** Whether the chain of the log holds, in words. */
export function faultSentence(fault: AuditFault | null): string {
  return fault === null ? say('auditGood') : say(`auditFault.${fault.fault}`, { number: String(fault.number) })
}

import {
  checkAuditLog,
  dataFaults,
  dueClearings,
  indexFaults,
  listWaves,
  wavesToSeal,
  type Database,
} from '@klankbord/storage'
import { todayAt } from '../../clock.ts'
import { faultSentence } from '../print-audit.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { backupVerdicts } from './backup-verdicts.ts'
import { bad, good, look, type Verdict } from './verdict.ts'

/** Whether what is stored is whole, sealed in time, and kept a second time somewhere. */
export async function dataVerdicts(place: Surroundings, db: Database['db']): Promise<readonly Verdict[]> {
  return [
    await indexVerdict(db),
    ...(await faultVerdicts(db)),
    await sealingVerdict(place, db),
    await clearingVerdict(db),
    await auditVerdict(db),
    ...(await backupVerdicts(place, db)),
  ]
}

/** Whether any wave promises that nobody can tell whose answers are whose. */
export async function hasAnonymousWave(db: Database['db']): Promise<boolean> {
  const found = await db
    .selectFrom('waves')
    .select('id')
    .where('mode', '=', 'codeAnonymous')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

async function indexVerdict(db: Database['db']): Promise<Verdict> {
  const found = await indexFaults(db)
  if (found === null) return look(say('indexesNotSeen'))
  return found.broken.length === 0
    ? good(say('indexesGood', { count: found.looked }))
    : bad(say('indexesBroken', { names: found.broken.join(', ') }))
}

async function faultVerdicts(db: Database['db']): Promise<readonly Verdict[]> {
  const faults = await dataFaults(db)
  if (faults.length === 0) return [good(say('dataGood'))]
  return faults.map(({ kind, table, rows }) => bad(say(`fault.${kind}`, { table, rows })))
}

async function sealingVerdict({ clock }: Surroundings, db: Database['db']): Promise<Verdict> {
  const { today } = todayAt(clock.now())
  const over = (await wavesToSeal(db, today)).filter(({ final }) => final)
  if (over.length === 0) return good(say('sealingGood'))
  const addresses = await Promise.all(
    over.map(async ({ studyId, waveId }) => (await listWaves(db, studyId)).find(({ id }) => id === waveId)?.address),
  )
  return bad(say('sealingOverdue', { waves: addresses.join(', ') }))
}

/** Whoever was killed after sealing or deleting left something in the files that should be gone. */
async function clearingVerdict(db: Database['db']): Promise<Verdict> {
  const count = (await dueClearings(db)).length
  return count === 0 ? good(say('clearingGood')) : bad(say('clearingDue', { count }))
}

async function auditVerdict(db: Database['db']): Promise<Verdict> {
  const fault = await checkAuditLog(db)
  return fault === null ? good(faultSentence(fault)) : bad(faultSentence(fault))
}

import { join, resolve } from 'node:path'
import { isProblem } from '@klankbord/model'
import { hasBackupList, knownKey, migrationState, serverFacts } from '@klankbord/storage'
import { pino } from 'pino'
import { dataVerdicts, hasAnonymousWave } from './doctor/data-verdicts.ts'
import { keyVerdicts } from './doctor/key-verdicts.ts'
import { mailVerdict } from './doctor/mail-verdicts.ts'
import { diskVerdict, exists, machineVerdicts } from './doctor/machine-verdicts.ts'
import { serverVerdicts } from './doctor/server-verdicts.ts'
import { standbyVerdicts } from './doctor/standby-verdicts.ts'
import { bad, good, type Verdict } from './doctor/verdict.ts'
import type { ExitCode } from './exit-code.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { openOwnDatabase, type OwnDatabase } from './workplace.ts'

/**
 * Looks at everything that the server needs and says of each whether it is good. Makes and changes nothing.
 *
 * @returns 1 when anything is bad; what somebody should only think about is none
 */
export async function examine(place: Surroundings, { data }: { readonly data: string }): Promise<ExitCode> {
  const verdicts = [
    ...(await machineVerdicts(place, data)),
    await mailVerdict(place.environment.mail),
    ...(await databaseVerdicts(place, data)),
  ]
  for (const { state, sentence } of verdicts) place.terminal.print(say(`verdict.${state}`, { sentence }))
  return verdicts.some(({ state }) => state === 'bad') ? 1 : 0
}

async function databaseVerdicts(place: Surroundings, data: string): Promise<readonly Verdict[]> {
  const embedded = place.environment.databaseUrl === null
  if (embedded && !(await exists(join(data, 'postgres')))) {
    return [bad(say('databaseLater', { folder: resolve(data) })), ...keyVerdicts(place, data, null)]
  }
  try {
    const own = await openOwnDatabase(place, data, pino({ level: 'silent' }))
    try {
      return await openedVerdicts(place, data, own)
    } finally {
      await own.close()
    }
  } catch (error) {
    if (isProblem(error)) return [bad(say('databaseBad', { reason: error.message })), ...keyVerdicts(place, data, null)]
    throw error
  }
}

async function openedVerdicts(place: Surroundings, data: string, own: OwnDatabase): Promise<readonly Verdict[]> {
  const { db } = own.database
  const facts = await serverFacts(db)
  const now = place.clock.now()
  const { missing, unknown } = await migrationState(db)
  const current = missing.length === 0 && unknown.length === 0
  const anonymous = current && (await hasAnonymousWave(db))
  const known = (await hasBackupList(db)) ? await knownKey(db) : null
  // A folder that is on another machine says nothing about the disk there.
  const folder = place.environment.databaseUrl === null ? join(data, 'postgres') : facts.folder
  return [
    migrationVerdict(missing, unknown),
    ...(folder !== null && (await exists(folder)) ? [await diskVerdict(folder)] : []),
    ...serverVerdicts(facts, now, anonymous),
    ...(await standbyVerdicts(facts, place.environment.standbys, anonymous)),
    ...keyVerdicts(place, data, known),
    ...(current ? await dataVerdicts(place, db) : []),
  ]
}

function migrationVerdict(missing: readonly string[], unknown: readonly string[]): Verdict {
  if (unknown.length > 0) return bad(say('databaseNewer', { migrations: unknown.join(', ') }))
  return missing.length > 0 ? bad(say('databaseBehind')) : good(say('databaseGood'))
}

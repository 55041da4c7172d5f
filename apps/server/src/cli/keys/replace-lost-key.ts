import {
  countAccessCodes,
  countContacts,
  hasBackupList,
  knownKey,
  listStudies,
  listWaves,
  lockDataFolder,
  replaceKey,
  type Database,
} from '@klankbord/storage'
import { eraseNow } from '../../contacts/erase-now.ts'
import type { ServerContext } from '../../context.ts'
import { inDatabase } from '../backup-database.ts'
import type { ExitCode } from '../exit-code.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

export interface KeyReplacement {
  readonly data: string
  /** Who decided it; left out, it is only said what would be lost. */
  readonly by?: string
}

/**
 * Goes on with the key that is there, or with a new one, when that of before is lost for good. What only the lost key
 * opened goes: contacts are deleted, with a proof. Codes that nobody used yet stay counted and let nobody in.
 *
 * @returns 1 when nothing was done, because it was only asked what would be lost
 * @throws Problem `dataFolderInUse` while the server runs; `studyHeld` for contacts that may not be deleted
 */
export async function replaceLostKey(place: Surroundings, { data, by }: KeyReplacement): Promise<ExitCode> {
  if (by === undefined) return sayWhatWouldBeLost(place, data)
  const lock = place.environment.databaseUrl === null ? lockDataFolder(data) : null
  try {
    const options = { data, publicUrl: publicUrlOf(place), anyKey: true }
    return await inWorkplace(place, options, async ({ context }) => replaceIn(context, place, by))
  } finally {
    lock?.release()
  }
}

async function sayWhatWouldBeLost({ terminal, ...place }: Surroundings, data: string): Promise<ExitCode> {
  return inDatabase({ terminal, ...place }, data, async ({ database: { db } }) => {
    const known = (await hasBackupList(db)) ? await knownKey(db) : null
    if (known === null) {
      terminal.print(say('keyNotKnown'))
      return 0
    }
    const { waves, people } = await losses(db)
    terminal.print(say('keyKnown', { fingerprint: known }))
    terminal.print(say('keyLosesCodes', { count: waves.length, waves: waves.join(', ') }))
    terminal.print(say('keyLosesContacts', { count: people }))
    terminal.warn(say('keyReplaceHow'))
    return 1
  })
}

async function replaceIn(context: ServerContext, { terminal }: Surroundings, by: string): Promise<ExitCode> {
  const { db } = context.database
  const { fingerprint } = context.settings.keys
  if ((await knownKey(db)) === fingerprint) {
    terminal.print(say('keyNotReplaced', { fingerprint }))
    return 0
  }
  const { waves, people, studies } = await losses(db)
  for (const study of studies) await eraseNow(context, study, {}, { why: 'erased', by })
  await replaceKey(db, fingerprint)
  terminal.print(say('keyReplaced', { fingerprint }))
  terminal.print(say('keyLostCodes', { count: waves.length, waves: waves.join(', ') }))
  terminal.print(say('contactsErased', { count: people }))
  return 0
}

interface Losses {
  /** Addresses of waves in which somebody may still come with a code. */
  readonly waves: readonly string[]
  readonly people: number
  /** Ids of studies with contacts. */
  readonly studies: readonly string[]
}

async function losses(db: Database['db']): Promise<Losses> {
  const [waves, studies]: [string[], string[]] = [[], []]
  let people = 0
  for (const { id } of await listStudies(db)) {
    const here = [...(await countContacts({ db }, id)).values()].reduce((sum, count) => sum + count, 0)
    if (here > 0) studies.push(id)
    people += here
    waves.push(...(await wavesWithCodes(db, id)))
  }
  return { waves, people, studies }
}

/** Open ones, and those that closed and have unused codes, for these let people in until the days of grace are over. */
async function wavesWithCodes(db: Database['db'], studyId: string): Promise<readonly string[]> {
  const addresses: string[] = []
  for (const wave of await listWaves(db, studyId)) {
    if (wave.mode === 'open' || wave.state === 'sealed') continue
    const { made, used } = await countAccessCodes(db, { studyId, waveId: wave.id })
    if (wave.state === 'open' || made > used) addresses.push(wave.address)
  }
  return addresses
}

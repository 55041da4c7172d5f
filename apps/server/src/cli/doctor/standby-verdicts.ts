import { isProblem } from '@klankbord/model'
import { openDatabase, serverFacts, type ServerFacts } from '@klankbord/storage'
import { say } from '../say.ts'
import { tellingSettings } from './server-verdicts.ts'
import { bad, good, look, type Verdict } from './verdict.ts'

/**
 * Whether everything that follows the database is one that sealing reaches: what it does not reach keeps the log of how
 * answers came.
 *
 * @param standbys addresses, as `KLANKBORD_STANDBYS` names them
 * @param anonymous whether there is a wave whose answers nobody may be able to tie to a code
 */
export async function standbyVerdicts(
  { slots, followers }: Pick<ServerFacts, 'slots' | 'followers'>,
  standbys: readonly string[],
  anonymous: boolean,
): Promise<readonly Verdict[]> {
  const worse = anonymous ? bad : look
  return [
    slots.length === 0 ? good(say('slotsNone')) : worse(say('slotsThere', { slots: slots.join(', ') })),
    followers > standbys.length
      ? worse(say('followersUnnamed', { followers, named: standbys.length }))
      : good(say('followersNamed', { followers })),
    ...(await Promise.all(standbys.map(async (address, at) => standbyVerdict(address, at + 1, anonymous)))),
  ]
}

/** Its address is not repeated: it may hold a password. */
async function standbyVerdict(address: string, number: number, anonymous: boolean): Promise<Verdict> {
  const database = openDatabase(address)
  try {
    const { settings, slots } = await serverFacts(database.db)
    const faults = [...tellingSettings(settings), ...slots.map((slot) => say('slotOfStandby', { slot }))]
    if (faults.length === 0) return good(say('standbyGood', { number }))
    return (anonymous ? bad : look)(say('standbyKeeps', { number, faults: faults.join(', ') }))
  } catch (error) {
    if (!isProblem(error)) throw error
    return (anonymous ? bad : look)(say('standbyAway', { number, reason: error.message }))
  } finally {
    await database.close()
  }
}

import { seededRandom } from '@klankbord/testing'
import { anotherWave } from '../fieldwork.ts'
import { answer } from './answering.ts'
import { ASKED } from './asked.ts'
import type { AttackedPlace } from './attacked-place.ts'
import { attackerOf, byHash } from './attacker.ts'
import { clientsOf, groupOf } from './clients.ts'
import { dumpOf } from './evidence.ts'
import { seal, type Protection } from './rounds.ts'

/**
 * A round to which many were asked and one came, and an attacker who was not there: only who has the list of codes and
 * what is left in the database.
 *
 * @returns of how many people the answers may be as far as the codes tell, and of how many of them they are
 */
export async function ownersOfOnlyAnswers(
  place: AttackedPlace,
  asked: number,
  omit: ReadonlySet<Protection>,
): Promise<{ readonly candidates: number; readonly right: number }> {
  const fieldwork = await anotherWave(place.fieldwork, ASKED)
  const codes = await fieldwork.handOut(asked, groupOf)
  const crowd = { wave: fieldwork.wave.address, codes, eventful: false, longWays: 0, onPages: 50 }
  const clients = clientsOf(seededRandom(7), crowd)
  const [only] = clients
  if (only === undefined) throw new Error('nobody was asked')
  const log = { lines: 'documented', unpadded: false } as const
  const attacker = attackerOf({ place, fieldwork, clients, seed: 7, log, longPages: null })
  await answer(place.proxy.port, fieldwork, only)
  await seal(attacker, { omit, portion: asked, final: true })
  const { responses, used } = await dumpOf(fieldwork)
  const hashes = used.length > 0 ? used.map(({ codeHash }) => codeHash) : [...attacker.truth.keys()]
  const owners = hashes.flatMap((codeHash) => byHash(fieldwork, clients).get(codeHash) ?? [])
  return {
    candidates: owners.length,
    right: owners.filter(({ sender }) => responses.some(({ id }) => id === sender.id)).length,
  }
}

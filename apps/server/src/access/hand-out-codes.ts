import { problem } from '@klankbord/model'
import { addAccessCodes, type Wave } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { refuseWhenClosed } from '../respondent/refuse-when-closed.ts'
import { accessCodeHash, newAccessCode, shownAccessCode } from './access-code.ts'

/** How many codes are made and stored at a time. */
const AT_A_TIME = 1000

/**
 * Makes codes for a wave and stores what lets them in. The codes themselves are given once, here, and kept nowhere.
 *
 * @param stratum the group of the list that they are for; null without groups
 * @returns the codes as they are printed, a thousand at a time, each after it was stored
 * @throws Problem `waveHasNoCodes`, `waveClosed`
 */
export async function* handOutCodes(
  context: ServerContext,
  wave: Wave,
  count: number,
  stratum: string | null,
): AsyncIterable<readonly string[]> {
  if (wave.mode === 'open') throw problem('waveHasNoCodes', { wave: wave.address })
  refuseWhenClosed(context, wave)
  const place = { studyId: wave.studyId, waveId: wave.id }
  for (let left = count; left > 0;) {
    const made = new Map<string, string>()
    while (made.size < Math.min(left, AT_A_TIME)) {
      const code = newAccessCode(context.randomness)
      made.set(accessCodeHash(context.settings.keys.accessCodes, place, code), code)
    }
    // A code that somebody has already is not handed out twice.
    const added = await addAccessCodes(
      context.database.db,
      place,
      [...made.keys()].map((codeHash) => ({ codeHash, stratum })),
    )
    yield added.flatMap((hash) => made.get(hash) ?? []).map(shownAccessCode)
    left -= added.length
  }
}

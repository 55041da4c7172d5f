import { publishWave } from '../publication/publish-wave.ts'
import { waveAt } from '../respondent/visit.ts'
import { audit } from '../staff/audit.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { knownAddress } from './known-address.ts'
import { inWorkplace, publicUrlOf } from './workplace.ts'

/** Publishes the results of a wave, for everybody or for members alone, and says where they are. */
export async function publishResults(
  place: Surroundings,
  {
    data,
    wave: address,
    members = false,
  }: { readonly data: string; readonly wave: string; readonly members?: boolean },
): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place, knownAddress(data)) }, async ({ context }) => {
    const { wave } = await waveAt(context, address)
    const { publication, leftOut } = await publishWave(context, wave, { state: members ? 'members' : 'public' })
    const { edition, id } = publication
    const details = { wave: wave.id, edition, readers: members ? 'members' : 'everybody' }
    await audit(context, null, { action: 'results.published', studyId: wave.studyId, details })
    place.terminal.print(say(members ? 'publishedForMembers' : 'published', { edition, address, id }))
    if (leftOut.length > 0) place.terminal.warn(say('planLeftOut', { names: leftOut.join(', ') }))
  })
}

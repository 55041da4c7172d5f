import { countAccessCodes } from '@klankbord/storage'
import { referenceOf, waveAt } from '../../respondent/visit.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

/** Prints how many codes of each group were handed out and used; in an anonymous wave as of the last sealed portion. */
export async function countCodes(
  place: Surroundings,
  { data, wave }: { readonly data: string; readonly wave: string },
): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const opened = await waveAt(context, wave)
    const counts = await countAccessCodes(context.database.db, referenceOf(opened))
    if (counts.length === 0) place.terminal.print(say('noCodes', { address: opened.wave.address }))
    for (const { stratum, unused, used } of counts) {
      const name = stratum ?? '-'
      place.terminal.print(say('codeCount', { stratum: name, made: unused + used, used }))
    }
    if (counts.length > 0 && opened.wave.mode === 'codeAnonymous') {
      place.terminal.warn(say('codesAsSealed', { portion: opened.wave.portion }))
    }
  })
}

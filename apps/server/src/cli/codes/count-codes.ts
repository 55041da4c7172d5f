import { countAccessCodes } from '@klankbord/storage'
import { referenceOf, waveAt } from '../../respondent/visit.ts'
import { studyPolicy } from '../../study/study-policy.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

/**
 * Prints how many codes were handed out and used; in an anonymous wave as of the last sealed portion, and of each group a
 * round number only.
 */
export async function countCodes(
  place: Surroundings,
  { data, wave }: { readonly data: string; readonly wave: string },
): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const opened = await waveAt(context, wave)
    const { leastGroup } = await studyPolicy(context, opened.wave.studyId)
    const { groups, made, used, rounded } = await countAccessCodes(context.database.db, referenceOf(opened), leastGroup)
    const tell = (line: string): void => place.terminal.print(line)
    if (groups.length === 0) return tell(say('noCodes', { address: opened.wave.address }))
    for (const group of groups)
      tell(say(rounded ? 'codeCountRounded' : 'codeCount', { ...group, stratum: group.stratum ?? '-' }))
    if (!rounded) return
    tell(say('codeTotal', { made, used }))
    const { portion } = opened.wave
    place.terminal.warn(say('codesAsSealed', { portion, needed: 2 * portion }))
  })
}

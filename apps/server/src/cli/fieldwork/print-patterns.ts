import { DEFAULT_POLICY } from '@klankbord/model'
import { codebook, toDatasetAsync } from '@klankbord/questionnaire'
import { suspectPatterns } from '@klankbord/statistics'
import { readPacked, responsesByWeek } from '@klankbord/storage'
import { referenceOf, waveAt } from '../../respondent/visit.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

/**
 * Prints signs that somebody may have answered many times or without reading, as counts of at least the least group: never
 * whose. Of an anonymous wave only what is sealed, and no bursts: its weeks are those of portions.
 */
export async function printPatterns(
  place: Surroundings,
  { data, wave }: { readonly data: string; readonly wave: string },
): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const opened = await waveAt(context, wave)
    const where = referenceOf(opened)
    const { db } = context.database
    const { leastGroup } = DEFAULT_POLICY
    const dataset = await toDatasetAsync(
      codebook(opened.questionnaire),
      readPacked(db, where.studyId, where.waveId, where.version),
    )
    const weeks = opened.wave.mode === 'codeAnonymous' ? [] : await responsesByWeek(db, where)
    const received = weeks.map(({ week: period, responses }) => ({ period, responses }))
    const { bursts, repeated, straightLines } = suspectPatterns({ dataset, received, leastGroup })
    const tell = (line: string): void => place.terminal.print(line)
    const told = (count: number | null): string => (count === null ? `< ${leastGroup}` : String(count))
    for (const { period, responses, usual } of bursts)
      tell(say('patternBurst', { period, responses, usual: told(usual) }))
    const { compared, responses, largest } = repeated
    tell(say('patternRepeated', { compared: told(compared), responses: told(responses), largest: told(largest) }))
    for (const { list, answered, responses: straight } of straightLines)
      tell(say('patternStraight', { list, answered: told(answered), responses: told(straight) }))
    tell(say('patternsMean'))
  })
}

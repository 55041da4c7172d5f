import { wavePatterns } from '../../fieldwork/wave-patterns.ts'
import { waveAt } from '../../respondent/visit.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

/** Prints signs that somebody may have answered many times or without reading, and that each of them can be innocent. */
export async function printPatterns(
  place: Surroundings,
  { data, wave }: { readonly data: string; readonly wave: string },
): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const opened = await waveAt(context, wave)
    const { bursts, repeated, straightLines, leastGroup } = await wavePatterns(context, opened.wave)
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

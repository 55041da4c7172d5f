import { countFlags, countResponses, listFlagged, type FlagCount } from '@klankbord/storage'
import { referenceOf, waveAt } from '../respondent/visit.ts'
import { audit } from '../staff/audit.ts'
import { policyOf } from '../study/study-policy.ts'
import { statedLook, writeDown } from './looks/stated-look.ts'
import { refuseTryOut } from '../waves/refuse-try-out.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { inWorkplace, publicUrlOf } from './workplace.ts'

export interface FlaggedOptions {
  readonly data: string
  /** Address of the wave. */
  readonly wave: string
  /** Why single answers of an anonymous wave are looked at. */
  readonly purpose?: string
  /** Who looks. */
  readonly by?: string
}

/**
 * Prints where open answers likely hold personal data: variable and kind, never a word of the answer. Of an anonymous
 * wave, whose single answers nobody looks at without a reason, only how many there are, unless somebody says who looks and
 * for what; that is written down first. Of one with codes nobody gets any where the group is too small to read about.
 */
export async function printFlagged(place: Surroundings, { data, wave, ...given }: FlaggedOptions): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const opened = await waveAt(context, wave)
    refuseTryOut(opened.wave)
    const { db } = context.database
    const counts = await countFlags(db, referenceOf(opened))
    const tell = (line: string): void => place.terminal.print(line)
    if (counts.length === 0) return tell(say('flaggedNone'))
    const anonymous = opened.wave.mode !== 'codeConfidential'
    const look = statedLook(given)
    if (anonymous && look === null) {
      for (const count of counts) tell(countLine(count))
      return place.terminal.warn(say('flaggedCounted'))
    }
    const { leastGroup: least } = policyOf(context, opened.study)
    if (opened.wave.mode === 'codeAnonymous' && (await countResponses(db, opened.wave.studyId, opened.wave.id)) < least)
      return place.terminal.warn(say('exportTooFew', { least }))
    const flagged = await listFlagged(db, referenceOf(opened))
    const responses = new Set(flagged.map(({ id }) => id)).size
    if (look !== null) await writeDown(context, opened, { ...look, what: 'flagged', responses })
    // What for is kept with the look: it may name somebody.
    const details = { wave: opened.wave.id, responses, ...(look === null ? {} : { by: look.by }) }
    await audit(context, null, { action: 'answers.flaggedSeen', studyId: opened.wave.studyId, details })
    for (const { id, variable, kinds } of flagged) tell(say('flaggedAnswer', { id, variable, kinds: kinds.join(', ') }))
  })
}

function countLine({ variable, kind, responses }: FlagCount): string {
  return say('flaggedCount', { variable, kind, responses })
}

import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { problem } from '@klankbord/model'
import { countFlags, listFlagged, type FlagCount } from '@klankbord/storage'
import { referenceOf, waveAt } from '../respondent/visit.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { systemReason } from './system-error.ts'
import { inWorkplace, publicUrlOf } from './workplace.ts'

export interface FlaggedOptions {
  readonly data: string
  /** Address of the wave. */
  readonly wave: string
  /** Why single answers of an anonymous wave are looked at. */
  readonly purpose?: string
}

/**
 * Prints where open answers likely hold personal data: variable and kind, never a word of the answer. Of an anonymous
 * wave, whose single answers nobody looks at without a reason, only how many there are, unless a purpose is given; that is
 * written down first.
 *
 * @throws Problem `fileNotWritable`: where it cannot be written down, nothing is shown
 */
export async function printFlagged(place: Surroundings, { data, wave, purpose }: FlaggedOptions): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const opened = await waveAt(context, wave)
    const { db } = context.database
    const counts = await countFlags(db, referenceOf(opened))
    const tell = (line: string): void => place.terminal.print(line)
    if (counts.length === 0) return tell(say('flaggedNone'))
    const anonymous = opened.wave.mode !== 'codeConfidential'
    const why = purpose?.trim() ?? ''
    if (anonymous && why === '') {
      for (const count of counts) tell(countLine(count))
      return place.terminal.warn(say('flaggedCounted', { file: FILE }))
    }
    if (why !== '')
      writeDown(data, { on: context.clock.now().toISOString().slice(0, 10), wave: opened.wave.address, why })
    for (const { id, variable, kinds } of await listFlagged(db, referenceOf(opened)))
      tell(say('flaggedAnswer', { id, variable, kinds: kinds.join(', ') }))
  })
}

const FILE = 'looked-at.log'

function countLine({ variable, kind, responses }: FlagCount): string {
  return say('flaggedCount', { variable, kind, responses })
}

/** One line for each look: the day, the wave and the purpose, as JSON. For the owner of the data only. */
function writeDown(data: string, look: { readonly on: string; readonly wave: string; readonly why: string }): void {
  const file = join(data, FILE)
  try {
    appendFileSync(file, `${JSON.stringify(look)}\n`, { mode: 0o600 })
  } catch (error) {
    throw problem('fileNotWritable', { file, reason: systemReason(error) }, { cause: error })
  }
}

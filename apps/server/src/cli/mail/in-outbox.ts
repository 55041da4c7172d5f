import { studyOutbox, staffOutbox, type Outbox } from '../../mail/outbox.ts'
import type { ServerContext } from '../../context.ts'
import { referenceOf, waveAt } from '../../respondent/visit.ts'
import type { ExitCode } from '../exit-code.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

/** Which mail a command is about. */
export interface BoxChoice {
  readonly data: string
  readonly wave?: string
  readonly staff?: boolean
}

/** Works with the mail that was named. @returns 1 when none was, or both */
export async function inOutbox(
  place: Surroundings,
  { data, wave, staff = false }: BoxChoice,
  work: (outbox: Outbox, context: ServerContext) => Promise<ExitCode>,
): Promise<ExitCode> {
  if ((wave === undefined) === !staff) {
    place.terminal.warn(say('outboxOfWhom'))
    return 1
  }
  return inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    if (wave === undefined) return work(staffOutbox(context), context)
    return work(studyOutbox(context, referenceOf(await waveAt(context, wave))), context)
  })
}

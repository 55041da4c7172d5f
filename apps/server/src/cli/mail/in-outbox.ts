import { auditOutbox, type OutboxAct } from '../../mail/audit-outbox.ts'
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

/** Mail that waits, as a command works with it. */
export interface OpenedOutbox {
  readonly outbox: Outbox
  readonly context: ServerContext
  /** Writes down what was done with how many messages. */
  readonly written: (act: OutboxAct, messages: number) => Promise<void>
}

/** Works with the mail that was named. @returns 1 when none was, or both */
export async function inOutbox(
  place: Surroundings,
  { data, wave, staff = false }: BoxChoice,
  work: (opened: OpenedOutbox) => Promise<ExitCode>,
): Promise<ExitCode> {
  if ((wave === undefined) === !staff) {
    place.terminal.warn(say('outboxOfWhom'))
    return 1
  }
  return inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const of = wave === undefined ? null : referenceOf(await waveAt(context, wave))
    const outbox = of === null ? staffOutbox(context) : studyOutbox(context, of)
    return work({
      outbox,
      context,
      written: (act, messages) => auditOutbox(context, null, of?.studyId ?? null, act, messages),
    })
  })
}

import { InvalidArgumentError } from 'commander'
import type { Span } from '@klankbord/questionnaire'
import { waveAt } from '../respondent/visit.ts'
import { redactAnswer } from '../single-answers/redact-answer.ts'
import type { ExitCode } from './exit-code.ts'
import { clearedLines } from './retention/cleared-lines.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { inWorkplace, publicUrlOf } from './workplace.ts'

export interface RedactOptions {
  readonly data: string
  /** Address of the wave. */
  readonly wave: string
  /** Id of the response. */
  readonly response: string
  readonly variable: string
  /** Where the words stand; left out for the whole text. */
  readonly stretch?: readonly Span[]
  readonly whole?: true
  readonly why: string
  readonly by: string
}

/** Makes words of an open answer unreadable for good; 1 when it was not said which. Prints no word of it. */
export async function redactByCommand(
  place: Surroundings,
  { data, wave: address, stretch, whole, ...order }: RedactOptions,
): Promise<ExitCode> {
  if ((stretch === undefined) === (whole === undefined)) {
    place.terminal.warn(say('redactWhat'))
    return 1
  }
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const { wave } = await waveAt(context, address)
    const spans = stretch ?? null
    const { backups, editions, ...cleared } = await redactAnswer(context, null, wave, { ...order, spans, digest: null })
    place.terminal.print(say('redacted', { variable: order.variable }))
    if (backups > 0) place.terminal.warn(say('redactedBackups', { backups }))
    for (const { id, edition, state } of editions) place.terminal.warn(say('redactedEdition', { id, edition, state }))
    for (const line of clearedLines(cleared)) place.terminal.warn(line)
  })
  return 0
}

/** A stretch as it was typed, after those before it. @example typedStretch('3-12') // [{ start: 3, end: 12 }] */
export function typedStretch(typed: string, before: readonly Span[] = []): readonly Span[] {
  const found = /^(\d{1,7})-(\d{1,7})$/.exec(typed)
  if (found === null) throw new InvalidArgumentError(say('notAStretch'))
  return [...before, { start: Number(found[1]), end: Number(found[2]) }]
}

import type { Answers, Empties, PackedAnswers } from './answers.ts'
import type { LanguageCode } from './language.ts'
import type { HelpKind } from './fieldwork/help-kind.ts'
import type { AnswerMode } from './study.ts'

/**
 * How a response came in. `kiosk`: on a screen that stands somewhere for everybody. `interviewer`: typed by who asked, in
 * person. `import`: from a file that does not say it. `unrecorded`: kept apart from the answers, as counts per wave,
 * because a rare channel would tell whose answers they are.
 */
export type ResponseChannel = 'web' | 'kiosk' | 'paper' | 'telephone' | 'interviewer' | 'import' | 'unrecorded'

export const RESPONSE_CHANNELS: readonly ResponseChannel[] = [
  'web',
  'kiosk',
  'paper',
  'telephone',
  'interviewer',
  'import',
  'unrecorded',
]

const MODE_OF: Readonly<Record<ResponseChannel, AnswerMode>> = {
  web: 'web',
  kiosk: 'web',
  paper: 'paper',
  telephone: 'telephone',
  interviewer: 'inPerson',
  import: 'notKnown',
  unrecorded: 'notKnown',
}

/** How somebody answered, as far as figures may differ by it: a kiosk shows the same screens as somebody's own telephone. */
export function modeOf(channel: ResponseChannel): AnswerMode {
  return MODE_OF[channel]
}

/** Kinds of personal data that an open answer is likely to hold, by the name of its variable. */
export type ResponseFlags = Readonly<Record<string, readonly string[]>>

/** A response as it is appended: checked, packed, dated to the week. */
export interface NewResponse extends PackedAnswers {
  /** Made by the client, or derived from an import; random bits, no order. */
  readonly id: string
  readonly answers: Answers
  readonly empties: Empties
  readonly language: LanguageCode
  readonly channel: ResponseChannel
  /** `notKnown` when left out. */
  readonly help?: HelpKind
  /** ISO week, "2026-W18". */
  readonly week: string
  /** SHA-256 of the withdrawal code; null where none was handed out. */
  readonly withdrawalHash: string | null
  /** `contentHash` of the answers, to tell a retry from a conflict. */
  readonly contentHash: string
  /** What somebody should look at before an open answer is read by others; none when left out. */
  readonly flags?: ResponseFlags
}

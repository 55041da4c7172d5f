import type { LocalizedText } from './language.ts'

/** Somebody to talk to about what a questionnaire touches: a help line, a client supporter, a practice. */
export interface HelpLine {
  /** As questions name it. */
  readonly name: string
  /** JSON pointer to it in the definition. */
  readonly path: string
  /** Who it is: "Cliëntondersteuning Voorbeeldstad". */
  readonly title: LocalizedText
  /** As people dial it, with spaces and hyphens as they are read. Absent: its text says how to come there. */
  readonly phone?: string
  /** When somebody answers. */
  readonly hours?: LocalizedText
  /** What they do, and for whom they work. */
  readonly text?: LocalizedText
}

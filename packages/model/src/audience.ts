import type { LocalizedText } from './language.ts'

/** For whom an edition by audience is: who gets support, who gives it, where it is given, and who pays for it. */
export const AUDIENCES = ['clients', 'professionals', 'institutions', 'municipality'] as const
export type Audience = (typeof AUDIENCES)[number]

/** What one audience gets of a publication: a selection, and never anything that everybody does not get. */
export interface AudienceSelection {
  readonly audience: Audience
  /** Names of questions, scales and numbers of the plan; all when left out. */
  readonly questions?: readonly string[]
  /** Names of breakdowns of the plan; all when left out. */
  readonly breakdowns?: readonly string[]
}

/** What authors say to one audience, in the place of what they say to everybody. */
export interface AudienceWords<Text = LocalizedText> {
  readonly audience: Audience
  /** The heading of the page. */
  readonly headline?: Text
  readonly introduction?: Text
}

import type { Finding, LanguageReview, LocalizedText, Organisation, StudySummary } from '@klankbord/model'

/** One screen of the questionnaire; its id is the name of its first question. */
export interface ScreenSummary {
  readonly id: string
  readonly title: LocalizedText
}

/** Where a text may be hard to read or to answer: an indication of the language coach, never a verdict. */
export interface Advice {
  readonly rule: string
  /** JSON pointer into the definition. */
  readonly path: string
  readonly text: string
  readonly title: LocalizedText
  readonly reason: LocalizedText
  readonly hint: LocalizedText
}

/** What the server found in a definition when it was saved. */
export interface CheckedDefinition {
  readonly findings: readonly Finding[]
  readonly screens: readonly ScreenSummary[]
  readonly languages: readonly string[]
  /** How far the review is of each language that the makers do not speak. */
  readonly reviews: readonly LanguageReview[]
  /** Absent when there is none. */
  readonly advice?: readonly Advice[]
  /** Whether the working definition differs from the latest version. */
  readonly changed: boolean
}

/** The text of a definition at one moment. */
export interface DefinitionText {
  readonly text: string
  readonly revision: number
}

/** An immutable version of the questionnaire. */
export interface VersionSummary {
  readonly version: number
  readonly hash: string
  /** ISO date or moment. */
  readonly publishedOn: string
}

/** A study with everything that its pages need. */
export interface StudyDetail extends StudySummary, CheckedDefinition {
  readonly definition: DefinitionText
  readonly versions: readonly VersionSummary[]
}

/** Who is signed in. */
export interface Session {
  readonly user: { readonly name: string }
}

/** What a new study begins with. */
export interface NewStudy {
  readonly title: LocalizedText
  /** Who asks, as respondents read it. */
  readonly organisation: Organisation
  /** Id of the questionnaire to begin with. */
  readonly instrument: string
}

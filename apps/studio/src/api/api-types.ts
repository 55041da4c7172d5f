import type {
  Breakdown,
  DisclosurePolicy,
  Finding,
  Group,
  HiddenReason,
  HidingMethod,
  LanguageReview,
  LocalizedText,
  Organisation,
  ReportPlan,
  RetentionSummary,
  StudySummary,
} from '@klankbord/model'

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
  /** How many topics that municipalities know it asks, and how many in words of its own; absent without any. */
  readonly topics?: { readonly asked: number; readonly own: number }
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

/** A plan that was fixed for a round. */
export interface FixedPlanDetail {
  readonly plan: ReportPlan
  readonly hash: string
  /** Whether nobody had looked at results yet. */
  readonly beforeResults: boolean
  /** Empty where a command did it. */
  readonly by: string
  /** ISO date. */
  readonly on: string
}

/** A study with everything that its pages need. */
export interface StudyDetail extends StudySummary, CheckedDefinition {
  readonly definition: DefinitionText
  readonly versions: readonly VersionSummary[]
  readonly retention: RetentionSummary
  /** The rules of disclosure control that hold for it. */
  readonly policy: DisclosurePolicy
}

/** What a new study begins with. */
export interface NewStudy {
  readonly title: LocalizedText
  /** Who asks, as respondents read it. */
  readonly organisation: Organisation
  /** Id of the questionnaire to begin with. */
  readonly instrument: string
}

/** The words of a consent that come with the program, in every language that there is. */
export interface ReadyConsent {
  readonly title: LocalizedText
  readonly description?: LocalizedText
}

/** Everything that people read at a question. */
export interface TopicWords {
  readonly title: LocalizedText
  readonly prompt?: LocalizedText
  readonly description?: LocalizedText
  readonly answers: readonly { readonly code: number; readonly text: LocalizedText }[]
}

/** What keeps the answers to two questions from being compared. `owner`: another organisation's, and own words. */
export type Difference = 'wording' | 'scale' | 'mode' | 'owner'

/** Whether the answers to a topic may be compared with those of a wave. */
export interface WaveComparison {
  readonly study: LocalizedText
  readonly organisation: string
  readonly wave: LocalizedText
  /** Of the same organisation. */
  readonly own: boolean
  /** Empty: they may be compared. */
  readonly differs: readonly Difference[]
}

/** How the questionnaire words one topic. */
export interface TopicWording {
  /** "T1". */
  readonly topic: string
  readonly name: string
  readonly ours: TopicWords
  readonly now: TopicWords
  /** Whether people read other words than ours. */
  readonly own: boolean
  readonly wordingHash: string
  readonly comparisons: readonly WaveComparison[]
}

/** How the working definition words the topics that municipalities know. */
export interface StudyWording {
  readonly revision: number
  /** The language in which words are compared. */
  readonly language: string
  readonly languages: readonly string[]
  readonly topics: readonly TopicWording[]
}

/** Words of a study for one topic; the answers by their code. */
export interface OwnWords {
  readonly title: LocalizedText
  readonly prompt?: LocalizedText
  readonly description?: LocalizedText
  readonly answers?: Readonly<Record<string, LocalizedText>>
}

/** How many people a questionnaire could single out, in sentences. */
export interface SingledOutAdvice {
  readonly sentences: readonly LocalizedText[]
  /** There is nothing to watch. */
  readonly calm: boolean
}

/** How many people get the questionnaire, and what follows for the design and for the latest version. */
export interface PeopleOfStudy {
  readonly people: number | null
  readonly definition: SingledOutAdvice | null
  readonly version: SingledOutAdvice | null
}

/** What publishing now would hide. Null is everybody, or all answers. */
export interface Rehearsal {
  readonly edition: number
  readonly answers: number
  readonly hidden: readonly {
    readonly by: LocalizedText | null
    readonly group: LocalizedText | null
    readonly answer: LocalizedText | null
    readonly reason: HiddenReason
    readonly questions: readonly LocalizedText[]
  }[]
  readonly weighted: boolean
  readonly method: HidingMethod | null
  /** Null where an earlier edition fixes the groups. */
  readonly merges:
    | readonly {
        readonly by: string
        readonly label: LocalizedText
        readonly groups: readonly [Group, Group]
        readonly figures: number
        readonly planned: Breakdown | null
      }[]
    | null
}

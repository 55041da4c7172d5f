import type { LocalizedText, Organisation, Role, WaveMode, WaveState } from '@klankbord/model'

/** A round as everybody sees it who works on a study. */
export interface OutlinedWave {
  readonly id: string
  readonly title: LocalizedText
  readonly mode: WaveMode
  readonly state: WaveState
  readonly answers: number
}

/** What everybody sees of a study who works on it, and what who asks is in it. */
export interface StudyOutline {
  readonly id: string
  readonly title: LocalizedText
  readonly organisation: Organisation
  readonly sample: boolean
  readonly tryOut: boolean
  readonly waves: readonly OutlinedWave[]
  /** Of the working definition; none while it does not compile. */
  readonly questions: readonly { readonly name: string; readonly title: LocalizedText }[]
  readonly roles: readonly (Role | 'administrator')[]
}

/** What somebody wants to read, and what for. */
export interface AskedLook {
  readonly purpose: string
  readonly what: 'responses' | 'openAnswers'
  readonly after: string | null
  readonly language: string
}

export interface ReadRecord {
  readonly id: string
  readonly answers: readonly { readonly name: string; readonly title: string; readonly shown: string }[]
  readonly flags: Readonly<Record<string, readonly string[]>>
}

/** An open answer apart from the rest of its response. */
export interface LooseAnswer {
  readonly key: string
  readonly variable: string
  readonly title: string
  readonly text: string
  /** Kinds of likely personal data. */
  readonly kinds: readonly string[]
}

interface Page {
  readonly total: number
  /** What to go on after; null at the end. */
  readonly next: string | null
}

/** A page of single answers. */
export type LookedAtPage =
  | (Page & { readonly what: 'responses'; readonly records: readonly ReadRecord[] })
  | (Page & { readonly what: 'openAnswers'; readonly answers: readonly LooseAnswer[] })

/** Open answers of people who agreed to be quoted; `asks`: whether the questionnaire asked. */
export interface QuoteCandidates extends Page {
  readonly asks: boolean
  readonly answers: readonly LooseAnswer[]
}

/** Somebody looked at single answers. */
export interface StudyLook {
  readonly what: 'flagged' | 'responses' | 'openAnswers'
  readonly responses: number
  readonly purpose: string
  readonly by: string
  readonly on: string
  readonly wave: LocalizedText
}

/** An open answer in which somebody may make words unreadable. */
export interface AnswerToRedact {
  readonly response: string
  readonly variable: string
  readonly title: string
  readonly text: string
  readonly digest: string
  readonly found: readonly { readonly kind: string; readonly start: number; readonly end: number }[]
}

export interface AnswersToRedact {
  readonly answers: readonly AnswerToRedact[]
  readonly next: string | null
}

/** What to make unreadable. */
export interface RedactionOrder extends Pick<AnswerToRedact, 'response' | 'variable' | 'digest'> {
  /** Null: the whole text. */
  readonly spans: readonly { readonly start: number; readonly end: number }[] | null
  readonly why: string
}

/** What still holds the words. */
export interface Redacted {
  readonly backups: number
  readonly editions: readonly { readonly id: string; readonly edition: number; readonly state: string }[]
  /** Whether they are gone from the files of the database already. */
  readonly cleared: boolean
}

export interface Redaction {
  readonly variable: string
  readonly whole: boolean
  readonly why: string
  readonly by: string
  readonly on: string
}

export interface StudyHold {
  readonly reason: string
  readonly by: string
  readonly on: string
}

export interface StudyHolds {
  readonly held: StudyHold | null
  readonly holds: readonly (StudyHold & {
    readonly released: { readonly by: string; readonly on: string } | null
  })[]
}

/** Words of an answer on their way to a publication. */
export interface StudyQuote {
  readonly id: string
  readonly waveId: string
  readonly title: string
  readonly text: string
  readonly state: 'proposed' | 'released' | 'refused' | 'takenBack'
  readonly proposer: string
  readonly on: string
  readonly mine: boolean
  readonly decided: { readonly by: string; readonly on: string } | null
  readonly kinds: readonly string[]
}

export interface StudyComment {
  readonly id: string
  readonly place: string
  readonly text: string
  readonly by: string
  readonly at: string
  readonly resolved: { readonly by: string; readonly on: string } | null
}

import type { Finding } from '../finding.ts'
import type { LocalizedText } from '../language.ts'
import type { ResponseChannel } from '../response.ts'
import type { WaveMode, WaveState } from '../study.ts'
import type { PaperMark } from './paper-mark.ts'

/** How staff bring in what somebody else answered. */
export type EntryChannel = Extract<ResponseChannel, 'paper' | 'telephone' | 'interviewer'>

/** Whether a paper form is typed once, or twice by two people until both times are the same. */
export type PaperEntryWay = 'double' | 'single'

/** What is typed in one place: an option, several, all in order, or an open answer. `unsupported`: nothing can be typed. */
export type EntryKind =
  'one' | 'several' | 'order' | 'number' | 'date' | 'month' | 'text' | 'longText' | 'email' | 'unsupported'

/** An option as it is typed: by its place on the screen, from 1. */
export interface EntryOption {
  readonly value: string | number | boolean
  readonly text: string
  /** Stands alone. */
  readonly alone?: true
  /** Words can be written beside it. */
  readonly other?: true
}

/** One place to type an answer in: a question, a row of a matrix, or an item of several short ones. */
export interface EntryField {
  /** Name of its variable, under which a `PaperMark` is kept. */
  readonly variable: string
  readonly question: string
  /** Key within the answer of the question, where it has several. */
  readonly part?: string
  readonly label: string
  readonly kind: EntryKind
  readonly options: readonly EntryOption[]
}

/** A question with its places to type in. */
export interface EntryQuestion {
  readonly name: string
  readonly title: string
  readonly prompt?: string
  readonly description?: string
  readonly fields: readonly EntryField[]
}

/** What a respondent sees at once, as plain text. */
export interface EntryScreen {
  readonly id: string
  readonly headings: readonly string[]
  /** In their order: words to read aloud, and questions. */
  readonly content: readonly ({ readonly note: string } | { readonly question: EntryQuestion })[]
}

/** Where somebody who enters answers is. */
export type EntryStep =
  | {
      readonly at: 'screen'
      readonly screen: EntryScreen
      /** Number of its last question, and how many there are as these answers lead. */
      readonly number: number
      readonly total: number
      /** What is wrong with it; empty where the screen is new, as is `unanswered`. */
      readonly findings: readonly Finding[]
      /** Questions that are to be asked once more. */
      readonly unanswered: readonly string[]
    }
  | {
      readonly at: 'end'
      /** Becomes valid by sending it. */
      readonly withdrawalCode: string
    }
  /** This person may not take part: nothing can be sent. */
  | { readonly at: 'ending'; readonly words: readonly string[] }

/** A wave as far as answers can be entered in it. */
export interface EntryWave {
  readonly id: string
  readonly title: LocalizedText
  readonly mode: WaveMode
  readonly state: WaveState
  readonly languages: readonly string[]
  readonly channels: readonly EntryChannel[]
  readonly paper: PaperEntryWay
}

/** What one person typed and what waits for somebody else. Without any answer. */
export interface OwnPaperEntry {
  readonly id: string
  readonly waveId: string
  /** The number that was written on it; null where it has an access code, which is not kept. */
  readonly form: string | null
  readonly state: PaperEntryState
}

/** `waits`: for somebody else to type it too. `differs`: somebody did, and the two are not the same. */
export type PaperEntryState = 'waits' | 'differs'

/** What somebody who came to enter answers finds. */
export interface EntryDesk {
  readonly title: LocalizedText
  readonly mayInterview: boolean
  readonly mayTypePaper: boolean
  readonly mayChoosePaper: boolean
  readonly waves: readonly EntryWave[]
  readonly own: readonly OwnPaperEntry[]
}

/** Something that two people did not type alike. */
export interface PaperDifference {
  /** The name of the question, or `:help` or `:language`. */
  readonly key: string
  /** Empty for what is no question. */
  readonly title: string
  readonly own: TypedWords
  readonly other: TypedWords
}

/** What was typed, as people read it. */
export interface TypedWords {
  readonly words: readonly string[]
  readonly marks: readonly { readonly label: string; readonly mark: PaperMark }[]
}

/** What became of a form that was typed, or how far it is. */
export type PaperFormState =
  | { readonly state: 'new' }
  | { readonly state: 'waits' }
  | {
      readonly state: 'differs'
      readonly differences: readonly PaperDifference[]
      /** Names what the other person typed, so that nobody decides about something that has changed since. */
      readonly seen: string
    }
  | { readonly state: 'stored' }

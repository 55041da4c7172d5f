import type { LocalizedText } from './language.ts'
import type { EditionCorrection } from './accountability/edition-correction.ts'
import type { WavePlan } from './fieldwork/wave-plan.ts'
import type { PublicationState, Withdrawal } from './publication-state.ts'
import type { Organisation, WaveMode, WaveState } from './study.ts'

/** One round of fieldwork, as staff see it. */
export interface WaveSummary {
  readonly id: string
  readonly title: LocalizedText
  readonly address: string
  /** The short study address: the page where people fill in, go on later, have answers erased and read results. */
  readonly frontUrl: string
  /** Of the questionnaire itself. */
  readonly url: string
  readonly mode: WaveMode
  readonly state: WaveState
  /** Whether the first day of its plan has come. */
  readonly begun: boolean
  readonly version: number
  readonly answers: number
  /** Null without a list of who could answer. */
  readonly invited: number | null
  /** How many answers at least are sealed together, where codes are anonymous. */
  readonly portion: number
  /** What was planned of it. */
  readonly plan: WavePlan
  /** ISO date on which it erases itself, where it is for trying out; null where it is in earnest. */
  readonly erasesOn: string | null
  /** Codes that were handed out, and how many of them count as used, of an anonymous wave at least; null where nobody needs one. */
  readonly codes: { readonly made: number; readonly used: number } | null
}

/** One published edition, as staff see it. */
export interface PublicationSummary {
  readonly id: string
  readonly waveId: string
  readonly edition: number
  readonly publishedOn: string
  readonly url: string
  readonly state: PublicationState
  /** Who may read it, or could before it was withdrawn; of a draft nobody but the staff of the study. */
  readonly readers: 'members' | 'everybody'
  /** ISO moment from which everybody may read an embargoed one; null of any other. */
  readonly embargoUntil: string | null
  /** Why it was withdrawn; null while it stands. */
  readonly withdrawal: Withdrawal | null
  /** Why it takes the place of the edition before; null of a first one, and of older ones. */
  readonly correction: EditionCorrection | null
  /** The organisation whose respondents alone it is about, by name; null for all. */
  readonly partOf: string | null
}

/** A study with what the list of studies shows of it. */
export interface StudySummary {
  readonly id: string
  readonly title: LocalizedText
  readonly organisation: Organisation
  readonly sample: boolean
  readonly tryOut: boolean
  /** The latest published version of the questionnaire. */
  readonly version: number | null
  readonly waves: readonly WaveSummary[]
  readonly publications: readonly PublicationSummary[]
}

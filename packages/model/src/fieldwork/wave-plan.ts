import type { LanguageCode } from '../language.ts'
import type { ResponseChannel } from '../response.ts'

/**
 * How many responses a wave takes at most: of everybody, and of who gave an answer to one single-choice question. Who had
 * begun before it was full may finish.
 */
export interface Quotas {
  readonly total?: number
  readonly by?: {
    readonly variable: string
    /** Where the variable stands among the packed codes of the wave's version, from 1. */
    readonly position: number
    /** By the code of an answer, as text; an answer that is not named has no limit. */
    readonly most: Readonly<Record<string, number>>
  }
}

/** How people may answer in a wave. What staff bring in from a file is `import` and needs no leave. */
export type OfferedChannel = Exclude<ResponseChannel, 'import' | 'unrecorded'>

export const OFFERED_CHANNELS: readonly OfferedChannel[] = ['web', 'paper', 'telephone', 'interviewer', 'kiosk']

/** What is decided of a wave beforehand, and may be changed while it goes on. */
export interface WavePlan {
  /** ISO date of the first day on which people may begin, where respondents are; null: from the moment it is made. */
  readonly opensOn: string | null
  /** ISO date of the last day on which people may begin; null: until somebody closes it. */
  readonly closesOn: string | null
  /** ISO date from which respondents can read the results; null: nobody knows yet. It is a promise, and may still be made after the wave was closed. */
  readonly resultsFrom: string | null
  /** Those that it is asked in, as far as they are released; null: all of the questionnaire. */
  readonly languages: readonly LanguageCode[] | null
  readonly channels: readonly OfferedChannel[]
  /** Null: everybody may take part. */
  readonly quotas: Quotas | null
}

/** A wave of which nothing was planned. */
export const NO_PLAN: WavePlan = {
  opensOn: null,
  closesOn: null,
  resultsFrom: null,
  languages: null,
  channels: ['web'],
  quotas: null,
}

import type { LanguageCode } from '@klankbord/model'
import type { Domain, HiddenRow, Measured } from './measured.ts'
import type { NumbersFigure } from './numbers/numbers-figure.ts'
import type { TrendFigure } from './trend/trend-figure.ts'

/** Place on the five-step scale, 1 the most negative; 3 stands apart in the middle column. */
export type ScaleStep = 1 | 2 | 3 | 4 | 5

/** One drawn part of an agreement bar. `from` and `to` are places on the domain; a negative part ends below 0. */
export interface Segment {
  readonly step: ScaleStep
  readonly label: string
  /** From 0 to 1. */
  readonly share: number
  readonly percent: number
  /** Ends of its interval in whole percents. */
  readonly low: number
  readonly high: number
  readonly from: number
  readonly to: number
}

/** A column of an agreement figure: one answer of its scale, the most negative first. */
export interface ScaleColumn {
  readonly step: ScaleStep
  readonly label: string
}

/** What stands in the table under one column: a number, the reason why not, or nothing (the question lacks this answer). */
export type TableCell =
  | { readonly status: 'shown'; readonly label: string; readonly percent: number }
  | { readonly status: 'hidden'; readonly why: string }
  | { readonly status: 'absent' }

export type AgreementRow =
  | {
      readonly label: string
      readonly status: 'shown' | 'indicative'
      /** Two answers, drawn with their words inside the bar. */
      readonly twoAnswers: boolean
      readonly segments: readonly Segment[]
      readonly cells: readonly TableCell[]
      readonly positive: Measured
      /** All negative answers together, a whole percent. */
      readonly negative: number
      readonly valid: number
      readonly noOpinion: number
      readonly skipped: number
    }
  | (HiddenRow & { readonly cells: readonly TableCell[] })

/** Questions with positive and negative answers: bars that part from a common zero. */
export interface AgreementFigure {
  readonly kind: 'agreement'
  readonly language: LanguageCode
  /** There where its shares are weighted. */
  readonly weighted?: true
  /** Name of its first question. */
  readonly name: string
  readonly prompts: readonly string[]
  /** `middle` is where the neutral part starts, apart from both sides; null when no question has one. */
  readonly domain: Domain & { readonly middle: number | null }
  readonly columns: readonly ScaleColumn[]
  /** Whether the sides may be called agreeing and disagreeing. */
  readonly agreeing: boolean
  readonly rows: readonly AgreementRow[]
}

export type ComparisonRow =
  | {
      readonly label: string
      readonly status: 'shown' | 'indicative'
      readonly value: Measured
      readonly valid: number
      readonly population: number | null
      readonly verdict: 'higher' | 'lower' | 'noClearDifference' | 'notTested'
      readonly verdictText: string
    }
  | (HiddenRow & { readonly population: number | null })

/** One question, split by a breakdown: a dot with its interval for each group, and the line of everybody. */
export interface ComparisonFigure {
  readonly kind: 'comparison'
  readonly language: LanguageCode
  /** There where its shares are weighted. */
  readonly weighted?: true
  /** Id of its table. */
  readonly name: string
  readonly subject: string
  readonly by: string
  /** The answers that count as positive, in words. */
  readonly measure: string
  readonly domain: Domain
  /** There where its plan does not compare these groups. */
  readonly uncompared?: true
  /** Null when the figure of everybody is hidden. */
  readonly everybody: (Measured & { readonly valid: number }) | null
  readonly rows: readonly ComparisonRow[]
}

export type DistributionRow =
  { readonly label: string; readonly status: 'shown' | 'indicative'; readonly value: Measured } | HiddenRow

/** How often each answer of one question was given. */
export interface DistributionFigure {
  readonly kind: 'distribution'
  readonly language: LanguageCode
  /** There where its shares are weighted. */
  readonly weighted?: true
  readonly name: string
  readonly subject: string
  readonly multiple: boolean
  readonly domain: Domain
  readonly valid: number | null
  readonly noOpinion: number
  readonly skipped: number
  readonly rows: readonly DistributionRow[]
}

export interface AccountRow {
  readonly status: 'shown'
  /** `lost`: invited and not counted; `came`: answered with an invitation; `part`: some of who answered, by way or by time. */
  readonly step: 'population' | 'invited' | 'lost' | 'reached' | 'came' | 'answered' | 'part'
  /** Starts a part of the figure under this name. */
  readonly section?: string
  readonly label: string
  readonly count: number
  /** The count is rounded down. */
  readonly atLeast: boolean
  /** Whole percent of the invited, or of the answers in a part; null where there is nothing to take it of. */
  readonly percent: number | null
  /** Where its bar begins and ends, in people: what is lost begins where the row above it ends. */
  readonly from: number
  readonly to: number
}

/** From population to answers, and how and when these came. The domain is in people. */
export interface AccountFigure {
  readonly kind: 'account'
  readonly language: LanguageCode
  readonly name: string
  readonly domain: Domain
  /** In words what the list is; null without a frame. */
  readonly source: string | null
  readonly rows: readonly AccountRow[]
}

interface Part {
  readonly count: number
  readonly percent: number
  readonly at: number
}

export type RepresentationRow =
  | {
      readonly section: string
      readonly label: string
      readonly status: 'shown'
      readonly population: Part
      /** With the ends of its interval in whole percents. */
      readonly answers: Part & { readonly low: number; readonly high: number }
      /** Whole percent of the group that answered. */
      readonly rate: number
      readonly verdict: 'under' | 'over' | 'similar'
      readonly verdictText: string
    }
  | (HiddenRow & { readonly section: string })

/** Who is missing: the share of each group among all people, beside its share among the answers. */
export interface RepresentationFigure {
  readonly kind: 'representation'
  readonly language: LanguageCode
  readonly name: string
  readonly domain: Domain
  readonly source: string
  readonly population: number
  readonly answered: number
  readonly rows: readonly RepresentationRow[]
}

/** What is shown of a publication at one place. Chart, table, sentence and labels are all made from it. */
export type Figure =
  | AgreementFigure
  | ComparisonFigure
  | DistributionFigure
  | AccountFigure
  | RepresentationFigure
  | TrendFigure
  | NumbersFigure

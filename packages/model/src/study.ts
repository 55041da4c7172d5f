import type { AudienceSelection } from './audience.ts'
import type { LocalizedText } from './language.ts'

/**
 * How people get in, chosen when a wave is made and never changed. `open`: anybody with the link, so
 * filling in twice cannot be ruled out. With a code: once per invited person.
 */
export type WaveMode = 'open' | 'codeAnonymous' | 'codeConfidential'

/**
 * How people answered: on their own screen, on paper, to an interviewer in person or by telephone. `notKnown`: from a
 * file that does not say it.
 */
export type AnswerMode = 'web' | 'paper' | 'inPerson' | 'telephone' | 'notKnown'

/**
 * `open`: people begin and finish. `closed`: nobody begins; who had begun may still send until the grace period is over.
 * `sealed`: over for good.
 */
export type WaveState = 'open' | 'closed' | 'sealed'

/** Who could have answered. Without a frame there is no response rate and no finite population. */
export interface Frame {
  /** Everybody the results speak for. */
  readonly population: number
  readonly invited: number
  /** In words: what the list is and from when. */
  readonly source: LocalizedText
  /** Known sizes: variable name to category code (as text) to number of people. */
  readonly strata: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/** Who asks. */
export interface Organisation {
  readonly name: string
  /** A person or desk to call, and until when answers can be withdrawn. */
  readonly helpPhone?: string
}

/** Groups a numeric variable: `from` inclusive, `to` exclusive; an open end is left out. */
export interface Band {
  readonly code: number
  readonly label: LocalizedText
  readonly from?: number
  readonly to?: number
}

/** Codes that are taken together, as a district takes its neighbourhoods together. */
export interface Merge {
  readonly code: number
  readonly label: LocalizedText
  /** Codes of the variable, each in at most one merge. */
  readonly of: readonly number[]
}

/** By what the results are split. */
export interface Breakdown {
  readonly variable: string
  readonly bands?: readonly Band[]
  /** Groups that take codes together; codes that are in none stay groups of their own. */
  readonly merges?: readonly Merge[]
  /** A name of its own, for a second breakdown by the same variable: that of its districts. */
  readonly as?: string
  /** What it is called then. */
  readonly label?: LocalizedText
  /** Name of the coarser breakdown of this plan in which each of these groups lies whole: neighbourhoods within districts. */
  readonly within?: string
}

/** What a breakdown goes by in the tables. */
export function breakdownName({ variable, as }: Breakdown): string {
  return as ?? variable
}

/** What a publication shows. */
export interface ReportPlan {
  /** Names of the questions to publish, in order; text questions are never published. */
  readonly questions: readonly string[]
  readonly breakdowns: readonly Breakdown[]
  /** Pairs of breakdowns by which the results are split at once: neighbourhood by kind of support. Absent in older plans. */
  readonly crossings?: readonly (readonly [string, string])[]
  /** Name of the question that leads the page. */
  readonly headline?: string
  /**
   * Names of what is told as a number: grades, numbers, durations, scales. Left out: the grades among the questions, and the
   * scales of which all items are among them.
   */
  readonly numbers?: readonly string[]
  /** Of whom every share and mean is; `counted` when left out. One for the whole plan, and never both side by side. */
  readonly basis?: PlanBasis
  /** Which groups are compared with all others; every question by every breakdown when left out. */
  readonly comparisons?: PlanComparisons
  /** Who gets an edition of their own, each once; one edition for everybody when left out. */
  readonly audiences?: readonly AudienceSelection[]
}

/**
 * `counted`: everybody counts once. `weighted`: so that those who answered are to the population what the frame says of these
 * breakdowns or questions with one answer; nobody weighs more than `trim` times the mean.
 */
export type PlanBasis = 'counted' | { readonly weighted: { readonly by: readonly string[]; readonly trim?: number } }

/** None, questions by breakdowns (all of them where left out), or pairs of a question (or number) and a breakdown. */
export type PlanComparisons =
  | 'none'
  | { readonly questions?: readonly string[]; readonly breakdowns?: readonly string[] }
  | readonly (readonly [question: string, breakdown: string])[]

/**
 * A use that questions were not made for. `rankProviders`: put single providers in an order or judge one.
 * `perInstitution`: show results of one institution. `purchasing`: decide from whom to buy care.
 */
export type PurposeLimitKind = 'rankProviders' | 'perInstitution' | 'purchasing'

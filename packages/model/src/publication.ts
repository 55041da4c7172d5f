import type { PublishedPlan } from './accountability/fixed-plan.ts'
import type { EditionCorrection } from './accountability/edition-correction.ts'
import type { PublishedChanges } from './accountability/edition-change.ts'
import type { FigureRecipe } from './accountability/figure-recipe.ts'
import type { MethodNote } from './accountability/method-note.ts'
import type { PublishedFieldwork } from './accountability/published-fieldwork.ts'
import type { PublishedTrend } from './accountability/published-trend.ts'
import type { RepresentedGroups } from './accountability/represented-groups.ts'
import type { Audience, AudienceSelection, AudienceWords } from './audience.ts'
import type { Advice, PastAction, PublishedText, ReportTexts } from './authored-texts.ts'
import type { DisclosureRecord } from './disclosure-record.ts'
import type { LanguageCode, LocalizedText } from './language.ts'
import type { ReleasedNumbers } from './publication-numbers.ts'
import type { AnswerMode, Frame, PlanComparisons, WaveMode } from './study.ts'
import type { ReleasedTable, Split } from './table.ts'

/** From population to answers. Without a frame only `answered` is known. */
export interface ResponseAccount {
  readonly answered: number
  readonly frame: Frame | null
  /** What became of invitations, and how and when answers came. Absent in older publications, and of a part. */
  readonly fieldwork?: PublishedFieldwork
}

/** How a question was asked, as two hashes: figures may be compared where both are the same, and the mode. */
export interface AskedWording {
  /** Of what people read: the question and each answer with its code, in the source language. */
  readonly wordingHash: string
  /** Of the answers alone: their codes and what they stand for. */
  readonly scaleHash: string
  /** Of the conditions under which it was asked. Absent in older publications. */
  readonly routingHash?: string
}

/** How people were weighed, so that it can be done again. */
export interface RecipeWeights {
  /** Names of breakdowns or questions, as in the frame. */
  readonly by: readonly string[]
  /** What these are called. */
  readonly labels: Readonly<Record<string, LocalizedText>>
  readonly method: 'postStratification' | 'raking'
  /** The most that anybody may weigh, in times the mean; null where that has no bound. */
  readonly trim: number | null
  /** Per name how many people there are of each code, as the frame says. */
  readonly targets: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** n·Σw²/(Σw)² of everybody (Kish 1965), and n divided by it: equally weighted people that would say as much. */
  readonly designEffect: number
  readonly effectiveSize: number
  /** Of the weights, which are 1 on average. */
  readonly smallest: number
  readonly largest: number
}

/** How the figures were made. Everything needed to make them again. */
export interface Recipe {
  /** `contentHash` of the questionnaire version. */
  readonly questionnaire: string
  readonly version: number
  readonly interval: 'wilson' | 'wilsonFinitePopulation'
  readonly level: number
  /** Weighted shares stand in the place of counted ones; counts and bases are of people as counted. */
  readonly weights: 'none' | RecipeWeights
  /**
   * Fisher's exact test against the rest, Holm over all comparisons; a clear difference is at least this share: 0.05 is five
   * points. `significant` (absent in older publications) counts what Holm leaves at 0.05, large enough or not. With it the
   * verdict of one figure can be made again alone: its p counts where (made − significant) × p is below 0.05.
   */
  readonly comparisons: {
    readonly made: number
    readonly clear: number
    readonly leastDifference: number
    readonly significant?: number
    /** What the plan restricted comparisons to. Absent where it did not, and in older publications. */
    readonly planned?: PlanComparisons
  }
  /** Rows that went in and a keyed digest of them. */
  readonly input: { readonly rows: number; readonly digest: string }
  /** By the name of each published question. Absent in older publications. */
  readonly asked?: Readonly<Record<string, AskedWording>>
  /** How people answered; with more than one, the figures of this publication are of all together. Absent as `asked`. */
  readonly modes?: readonly AnswerMode[]
  /** Whose answers alone it is of: those with this code of a variable. Absent: of all. */
  readonly part?: { readonly variable: string; readonly code: number }
}

/** Words of somebody who agreed to be quoted, which a client expert released. Nothing is said about who wrote them. */
export interface PublishedQuote {
  /** Name of the question that they answer. */
  readonly question: string
  readonly title: LocalizedText
  readonly theme?: string
  /** With […] where something was left out. */
  readonly text: string
}

/** What one audience gets of a publication: its figures, and what authors say to it. */
export type PublishedAudience = AudienceSelection & AudienceWords<PublishedText>

/** A frozen, protected result. Councils read nothing else. */
export interface Publication {
  readonly format: 'klankbord-publication/1'
  readonly id: string
  /** `contentHash` of all the rest; `disclosure.reopen` checks it. */
  readonly hash: string
  readonly study: {
    readonly title: LocalizedText
    readonly organisation: string
    /** Synthetic answers: marked on every screen. */
    readonly sample: boolean
    /** Made while trying out on a local network. */
    readonly tryOut: boolean
  }
  readonly wave: {
    readonly title: LocalizedText
    readonly mode: WaveMode
    /** ISO weeks ("2026-W18") of the first and the last answer. */
    readonly from: string
    readonly to: string
  }
  readonly edition: number
  /** ISO date. */
  readonly publishedOn: string
  readonly language: LanguageCode
  readonly languages: readonly LanguageCode[]
  readonly account: ResponseAccount
  readonly headline: string | null
  readonly breakdowns: readonly Split[]
  readonly tables: readonly ReleasedTable[]
  /** Figures that are no shares. Absent in older publications, and where the plan has none. */
  readonly numbers?: readonly ReleasedNumbers[]
  /** In the order of the questions, and by no order of people. Absent in older publications, and where nobody is quoted. */
  readonly quotes?: readonly PublishedQuote[]
  /** What authors say with the figures. This and the next two are absent in older publications, and where nobody wrote any. */
  readonly texts?: ReportTexts<PublishedText>
  readonly advice?: readonly Advice<PublishedText>[]
  /** What came of earlier advice. */
  readonly actions?: readonly PastAction<PublishedText>[]
  readonly disclosure: DisclosureRecord
  readonly recipe: Recipe
  /** By each trait of which the frame knows the sizes and the tables the answers. Absent without any, and in older publications. */
  readonly missing?: readonly RepresentedGroups[]
  /** Absent without earlier publications to read. */
  readonly trend?: PublishedTrend
  /** The methods that were used, in the order of their use. Absent in older publications. */
  readonly methods?: readonly MethodNote[]
  /** Absent for the first that readers can read. */
  readonly changes?: PublishedChanges
  /** One for each table, and for each number of all respondents. Absent in older publications. */
  readonly recipes?: readonly FigureRecipe[]
  /** The plan that was fixed before. Absent where none was, and in older publications. */
  readonly plan?: PublishedPlan
  /** Why it takes the place of the edition before. Absent of a first edition, and in older publications. */
  readonly correction?: EditionCorrection
  /** Who gets an edition of their own of this. Absent where nobody does, and in older publications. */
  readonly audiences?: readonly PublishedAudience[]
  /** Of an edition for one audience: for whom, and the hash of the publication for everybody that it is taken from. */
  readonly selection?: { readonly audience: Audience; readonly of: string }
}

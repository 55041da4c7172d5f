import type {
  AnswerMode,
  AuthoredTexts,
  Dataset,
  DisclosurePolicy,
  EditionCorrection,
  FieldworkCounts,
  Frame,
  NumberDecision,
  Publication,
  PublishedQuote,
  Questionnaire,
  ReportPlan,
} from '@klankbord/model'
import type { FixedPlan } from './accountability/plan-since-fixed.ts'
import type { KeyedDigest } from './accountability/digest-of-columns.ts'

/** Everything that a publication is made from. The same input gives the same publication, to the last digit of its hash. */
export interface PublishInput {
  /** Stands in the address; each edition has its own, because a published page stays as it is. */
  readonly id: string
  /** 1 for the first. */
  readonly edition: number
  /** ISO date. */
  readonly publishedOn: string
  readonly study: Publication['study']
  readonly wave: Publication['wave']
  readonly questionnaire: Questionnaire
  /** Number of the questionnaire version. */
  readonly version: number
  /** The answers of the wave to that version. */
  readonly dataset: Dataset
  readonly frame: Frame | null
  readonly plan: ReportPlan
  /** Words that a client expert released, of people who agreed to be quoted; none when left out. */
  readonly quotes?: readonly PublishedQuote[]
  /** What authors say with the figures; nothing when left out. */
  readonly texts?: AuthoredTexts
  /** Of the numbers in those texts: which figure each is, or that it is about nobody who took part. */
  readonly decisions?: readonly NumberDecision[]
  readonly policy: DisclosurePolicy
  /** The earlier editions of this very wave, oldest first; none of another wave, whatever its title. */
  readonly previous: readonly Publication[]
  /** The ways in which people answered, each once. */
  readonly modes: readonly AnswerMode[]
  /** Keyed digest of the rows that went in. */
  readonly digest: string
  /** Makes the digest of the input of each figure; without it there are no recipes of figures. */
  readonly keyedDigest?: KeyedDigest
  /** What became of invitations, and how and when answers came; the account says no more than how many answered without it. */
  readonly fieldwork?: FieldworkCounts
  /** What readers of this publication can read of earlier waves of the study, one of each, the oldest first. */
  readonly earlier?: readonly Publication[]
  /** The publication that readers had before this one: an edition of this wave, else of the wave before. */
  readonly before?: Publication
  /** The plan that was fixed for the wave; nothing is told of it when left out. */
  readonly fixed?: FixedPlan
  /** Why this takes the place of the edition before; its words were searched for numbers. */
  readonly correction?: EditionCorrection
}

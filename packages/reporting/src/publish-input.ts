import type {
  Dataset,
  DisclosurePolicy,
  Frame,
  LocalizedText,
  Publication,
  Questionnaire,
  ReportPlan,
  WaveMode,
} from '@klankbord/model'

/** Everything that a publication is made from. The same input gives the same publication, to the last digit of its hash. */
export interface PublishInput {
  /** Address of the publication; the same for all its editions. */
  readonly id: string
  /** 1 for the first. */
  readonly edition: number
  /** ISO date. */
  readonly publishedOn: string
  readonly study: {
    readonly title: LocalizedText
    readonly organisation: string
    readonly sample: boolean
    readonly tryOut: boolean
  }
  readonly wave: {
    readonly title: LocalizedText
    readonly mode: WaveMode
    /** ISO weeks ("2026-W18") of the first and the last answer. */
    readonly from: string
    readonly to: string
  }
  readonly questionnaire: Questionnaire
  /** Number of the questionnaire version. */
  readonly version: number
  /** The answers of the wave to that version. */
  readonly dataset: Dataset
  readonly frame: Frame | null
  readonly plan: ReportPlan
  readonly policy: DisclosurePolicy
  /** The earlier editions of this very wave, oldest first; none of another wave, whatever its title. */
  readonly previous: readonly Publication[]
  /** Keyed digest of the rows that went in. */
  readonly digest: string
}

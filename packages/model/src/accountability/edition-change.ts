import type { LocalizedText } from '../language.ts'

/** Something in which a publication differs from the one before it. */
export type EditionChange =
  | {
      readonly kind: 'questionAdded' | 'questionRemoved' | 'questionReworded' | 'answersReworked' | 'othersAsked'
      readonly question: string
      readonly label: LocalizedText
    }
  | {
      readonly kind: 'breakdownAdded' | 'breakdownRemoved' | 'groupsReworked'
      readonly variable: string
      readonly label: LocalizedText
    }
  | {
      readonly kind: 'policyChanged'
      readonly rule: 'leastGroup' | 'indicativeBelow' | 'sensitiveCell'
      readonly from: number
      readonly to: number
    }
  | { readonly kind: 'modesChanged'; readonly from: readonly string[]; readonly to: readonly string[] }
  | { readonly kind: 'weightsChanged' | 'frameAdded' | 'frameRemoved' | 'questionnaireChanged' }

/** What is different since the edition before, or since the publication of the wave before. */
export interface PublishedChanges {
  readonly since: {
    readonly publication: string
    readonly edition: number
    readonly wave: LocalizedText
    /** ISO date. */
    readonly publishedOn: string
    /** Whether it is an edition of the same wave. */
    readonly sameWave: boolean
  }
  /** None: at most answers, figures and words are others. */
  readonly changes: readonly EditionChange[]
  /** Of an edition of the same wave: how many figures have another value, were not shown before, and are not shown any more. Absent in older publications. */
  readonly figures?: { readonly changed: number; readonly appeared: number; readonly gone: number }
}

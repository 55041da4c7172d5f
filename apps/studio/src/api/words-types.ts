import type { AuthoredTexts, FigureReference, LocalizedText } from '@klankbord/model'

/** A released figure that a number in a text may be. */
export interface FigureToLink {
  readonly figure: FigureReference
  /** Null of the account of who answered. */
  readonly question: LocalizedText | null
  /** Null of everybody. */
  readonly group: LocalizedText | null
  readonly answers: readonly LocalizedText[]
  readonly value: {
    readonly count: number | null
    readonly n: number | null
    readonly share: number | null
    readonly number?: number
  }
}

/** A number that the server found in a text; without a figure nobody said what it is. */
export interface FoundNumber {
  readonly place: string
  /** "texts/conclusions/0". */
  readonly field: string
  readonly language: string
  readonly words: string
  readonly sentence: string
  /** Null: it is not about who took part. */
  readonly figure?: FigureReference | null
  readonly by?: string
  readonly on?: string
  readonly candidates?: readonly FigureToLink[]
}

/** A question of which the latest publication shows the answers of everybody. */
export interface PublishedQuestion {
  readonly table: string
  readonly label: LocalizedText
  readonly theme: string | null
}

/** What authors say with the figures of a study. */
export interface StudyWords extends AuthoredTexts {
  readonly numbers: readonly FoundNumber[]
  readonly questions: readonly PublishedQuestion[]
  readonly revision: number
}

/** The same as it is saved: of a number only what it is. */
export interface SavedWords extends AuthoredTexts {
  readonly numbers: readonly { readonly place: string; readonly figure: FigureReference | null }[]
  readonly revision: number
}

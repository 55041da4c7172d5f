import type { AudienceWords } from './audience.ts'
import type { LanguageCode, LocalizedText } from './language.ts'

/** Sizes that a released group tells: its people, who was asked, who gave any answer, who gave one that counts; or its size in the population. */
export type BaseFigure = 'total' | 'asked' | 'answered' | 'valid' | 'population'

/** What a released number tells of a group: what stands in its row. `insufficient` and `good` are shares of grades. */
export type NumberFigure = 'mean' | 'median' | 'ninetieth' | 'n' | 'insufficient' | 'good'

/**
 * A figure of a publication, as a text points to it: a count of the response account; how many of a group gave one of some
 * answers (as a share or as a count); the size of a group; or what a number says of it. `group` is the code of the group (of
 * crossed breakdowns that of the crossed group), null for everybody.
 */
export type FigureReference =
  | { readonly account: 'answered' | 'invited' | 'population' }
  | { readonly table: string; readonly group: number | null; readonly answers: readonly number[] }
  | { readonly table: string; readonly group: number | null; readonly base: BaseFigure }
  | { readonly numbers: string; readonly group: number | null; readonly value: NumberFigure }

/** A piece of a text: plain words, or a number that is a figure of the publication which it stands in. */
export type TextPart =
  | string
  | {
      readonly figure: FigureReference
      /** `percent` and `count` are written from the figure; `words` stand as the author wrote them, and were held to it. */
      readonly form: 'percent' | 'count' | 'words'
      readonly words: string
    }

/** A text whose numbers were looked at, by language. */
export type PublishedText = Readonly<Record<LanguageCode, readonly TextPart[]>>

/** What authors say with the figures. Each part may be missing. */
export interface ReportTexts<Text = LocalizedText> {
  /** The news, in at most a few sentences: the heading of the page. */
  readonly headline?: Text
  readonly introduction?: Text
  /** What we see. */
  readonly conclusions?: readonly Text[]
  /** Said of one theme of the questionnaire. */
  readonly comments?: readonly { readonly theme: string; readonly text: Text }[]
  /** Remarks on how it was done. */
  readonly method?: readonly Text[]
}

/** What somebody who was advised said back. */
export interface AdviceAnswer<Text = LocalizedText> {
  readonly text: Text
  /** ISO date. */
  readonly on: string
}

export type AdviceState = 'awaitingAnswer' | 'adopted' | 'partlyAdopted' | 'notAdopted'

/** What clients advise, to whom, and on which figures. */
export interface Advice<Text = LocalizedText> {
  readonly to: Text
  readonly advice: Text
  readonly reason?: Text
  /** Tables of the publication that it is based on, by id. */
  readonly tables: readonly string[]
  readonly state: AdviceState
  /** With its reasons. */
  readonly answer?: AdviceAnswer<Text>
}

export type ActionState = 'done' | 'inProgress' | 'notDone'

/** What came of earlier advice: "u zei, wij deden". */
export interface PastAction<Text = LocalizedText> {
  readonly advice: Text
  readonly state: ActionState
  readonly answer?: AdviceAnswer<Text>
  /** What was done, or why not. */
  readonly done?: Text
  /** Whether it shows in this publication. */
  readonly noticed?: Text
}

/** Everything in a publication that people wrote for it. */
export interface AuthoredTexts<Text = LocalizedText> {
  readonly texts?: ReportTexts<Text>
  readonly advice?: readonly Advice<Text>[]
  readonly actions?: readonly PastAction<Text>[]
  /** Said to one audience, in the place of the heading and introduction for everybody. */
  readonly audiences?: readonly AudienceWords<Text>[]
}

/**
 * What somebody decided of one number in a text: which figure it is, or (null) that it is not about the people who took part.
 * It holds for that sentence in that kind of field, and falls away with any change of it.
 */
export interface NumberDecision {
  /** `placeOfNumber` in `disclosure`. */
  readonly place: string
  /** As it was written. */
  readonly words: string
  readonly figure: FigureReference | null
  readonly by: string
  /** ISO date. */
  readonly on: string
}

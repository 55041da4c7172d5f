import type { EmptyOptionKind } from './empty.ts'
import type { LanguageCode, LocalizedText } from './language.ts'
import type { ConsentKind, MeasurementLevel, Tone } from './question.ts'

/** One code of a variable with its meaning. */
export interface Category {
  readonly code: number
  readonly value: string | number | boolean
  readonly label: LocalizedText
  readonly tone?: Tone
  readonly empty?: EmptyOptionKind
}

/**
 * What a column holds. `date`: days since 1970-01-01, of a month its first. `duration`: days, and whether it was over.
 */
export type VariableType = 'single' | 'multiple' | 'numeric' | 'text' | 'date' | 'duration'

/** Where the answer of a variable is found. */
export interface VariableSource {
  /** The question, expression, calculated value or duration that it comes from. */
  readonly name: string
  /** `row` of a matrix, `item` of a multipletext, `rank` of an option of a ranking, `comment` beside "other", question `in` a panel, `derived`. */
  readonly kind: 'question' | 'row' | 'item' | 'rank' | 'comment' | 'panels' | 'in' | 'derived' | 'duration'
  /** Name of the row, the item or the question in the panel, or value of the ranked option. */
  readonly part?: string | number
  /** Which panel of a paneldynamic, from 1. */
  readonly panel?: number
  /** Of a duration: the variables of its amount and, where that is asked, its unit. Their kind of empty is its own. */
  readonly of?: readonly string[]
}

/** A variable of the dataset: one question, or one part of a question that has several. */
export interface Variable {
  /** The name of the question; `QUESTION__PART` for a part: a row, an item, `other`, an option of a ranking, `count`, `2__question`. */
  readonly name: string
  readonly type: VariableType
  readonly label: LocalizedText
  readonly prompt?: LocalizedText
  /** For single and multiple: the codes, kinds of empty included, in questionnaire order. */
  readonly categories: readonly Category[]
  readonly measurement: MeasurementLevel
  readonly source: VariableSource
  /** For whom it is asked, in words, by language (Dutch and English); absent: for everybody. */
  readonly universe?: LocalizedText
  readonly topic?: string
  readonly theme?: string
  /** Name of the answer scale, like "agreement". */
  readonly scale?: string
  /** Names of the scales of the questionnaire that have it as an item. */
  readonly scales?: readonly string[]
  readonly sensitive: boolean
  readonly benchmarkKey?: string
  /** What a yes agrees to. */
  readonly consent?: ConsentKind
  /**
   * First int16 slot in `codes` and the number of slots.
   * single: one, the code. multiple: words of 15 bits, bit k of word w is the (15w + k)th valid category;
   * a kind of empty stands in the first word and the rest are 0. numeric, date and text: one, 1 for an answer or a
   * kind of empty. duration: one, 1 for over, 2 for censored, or a kind of empty.
   */
  readonly slot: number
  readonly slots: number
  /** For numeric, date and duration: the place in `numbers`. */
  readonly number?: number
  /** For a date: answers are months, like "2026-05". */
  readonly months?: true
}

/** The variables of a questionnaire version in their fixed, packed order. */
export interface Codebook {
  readonly questionnaire: string
  readonly language: LanguageCode
  readonly variables: readonly Variable[]
  readonly slots: number
  readonly numbers: number
}

import type { EmptyOptionKind } from './empty.ts'
import type { LanguageCode, LocalizedText } from './language.ts'
import type { Tone } from './questionnaire.ts'

/** One code of a variable with its meaning. */
export interface Category {
  readonly code: number
  readonly value: string | number | boolean
  readonly label: LocalizedText
  readonly tone?: Tone
  readonly empty?: EmptyOptionKind
}

/** What a column holds. */
export type VariableType = 'single' | 'multiple' | 'numeric' | 'text'

/** A variable of the dataset: one question. */
export interface Variable {
  readonly name: string
  readonly type: VariableType
  readonly label: LocalizedText
  readonly prompt?: LocalizedText
  /** For single and multiple: the codes, kinds of empty included, in questionnaire order. */
  readonly categories: readonly Category[]
  readonly topic?: string
  readonly theme?: string
  readonly scale?: string
  readonly sensitive: boolean
  readonly benchmarkKey?: string
  /**
   * First int16 slot in `codes` and the number of slots.
   * single: one, the code. multiple: words of 15 bits, bit k of word w is the (15w + k)th valid category;
   * a kind of empty stands in the first word and the rest are 0. numeric and text: one, 1 for an answer or a kind of empty.
   */
  readonly slot: number
  readonly slots: number
  /** For numeric: the place in `numbers`. */
  readonly number?: number
}

/** The variables of a questionnaire version in their fixed, packed order. */
export interface Codebook {
  readonly questionnaire: string
  readonly language: LanguageCode
  readonly variables: readonly Variable[]
  readonly slots: number
  readonly numbers: number
}

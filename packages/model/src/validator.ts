import type { Condition } from './condition.ts'
import type { LocalizedText } from './language.ts'

/**
 * A regular expression as instructions for a machine that reads each character once.
 * `any`: whatever but a line end. `in`: ranges of code points, both ends included; `not` turns them round.
 */
export type PatternStep =
  | { readonly in: readonly (readonly [number, number])[]; readonly not?: true; readonly to: number }
  | { readonly split: readonly number[] }
  | { readonly at: 'start' | 'end' | 'wordBoundary' | 'notWordBoundary'; readonly to: number }
  | { readonly match: true }

/** What an answer must pass beside its type. `message` is the author's own sentence. */
export type Validator = { readonly path: string; readonly message?: LocalizedText } & (
  | { readonly type: 'range'; readonly min?: number; readonly max?: number }
  | { readonly type: 'length'; readonly min?: number; readonly max?: number; readonly digits?: false }
  | { readonly type: 'email' }
  | {
      readonly type: 'pattern'
      /** As written, for a person who reads it. */
      readonly pattern: string
      readonly caseInsensitive?: boolean
      readonly steps: readonly PatternStep[]
    }
  | { readonly type: 'expression'; readonly condition: Condition }
)

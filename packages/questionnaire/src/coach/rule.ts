import type { RuleName } from './advice.ts'
import type { CoachedQuestion } from './coached-question.ts'
import type { ReadText, TextRole } from './read-text.ts'
import type { Remark } from './remark.ts'
import type { Words } from './words/words.ts'

/** Looks at one text. */
export interface TextRule {
  readonly name: RuleName
  readonly roles: readonly TextRole[]
  /** @param around what the reader sees together with the text, itself included: an explanation may stand there */
  readonly look: (text: ReadText, words: Words, around: string) => readonly Remark[]
}

/** Looks at one question with its options. */
export interface QuestionRule {
  readonly name: RuleName
  readonly look: (question: CoachedQuestion, words: Words) => Remark | null
}

/** Looks at all questions together. */
export interface WholeRule {
  readonly name: RuleName
  readonly look: (
    questions: readonly CoachedQuestion[],
    words: Words,
  ) => readonly { readonly question: CoachedQuestion; readonly remark: Remark }[]
}

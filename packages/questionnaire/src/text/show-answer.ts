import {
  localize,
  type AnswerValue,
  type LanguageCode,
  type LocalizedText,
  type Option,
  type Primitive,
  type Question,
} from '@klankbord/model'
import { showList, showValue } from './show-value.ts'

/** How an answer is put in words. */
export interface Showing {
  readonly language: LanguageCode
  /** The language of a text that is missing in the other. */
  readonly source: LanguageCode
  /** What was written beside "other", if anything. */
  readonly words: string | undefined
  /** Fills in what the label of an option takes from elsewhere. */
  fill(text: string): string
}

/**
 * An answer in words: labels of options, several as people list them, the words in place of "other". Undefined where
 * it has none.
 */
export function showAnswer(question: Question, answer: AnswerValue, showing: Showing): string | undefined {
  switch (question.type) {
    case 'checkbox':
    case 'ranking': {
      const labels = (Array.isArray(answer) ? (answer as readonly Primitive[]) : []).flatMap(
        (value) => showOption(question.options, value, showing) ?? [],
      )
      return labels.length > 0 ? showList(labels, showing.language) : undefined
    }
    case 'radiogroup':
    case 'dropdown':
    case 'rating':
    case 'boolean':
    case 'imagepicker':
      return showOption(question.options, answer, showing)
    case 'number':
      return typeof answer === 'number' ? showValue(answer, 'number', showing.language) : undefined
    case 'date':
    case 'month':
      return typeof answer === 'string' ? showValue(answer, question.type, showing.language) : undefined
    case 'text':
    case 'comment':
    case 'email':
      return typeof answer === 'string' ? answer : undefined
    default:
      return undefined
  }
}

/** The answer to a row of a matrix or an item of a multipletext. */
export function showPart(question: Question, part: string, answer: AnswerValue, showing: Showing): string | undefined {
  if (typeof answer !== 'object' || !Object.hasOwn(answer, part)) return undefined
  const value = (answer as Readonly<Record<string, AnswerValue>>)[part]
  if (value === undefined) return undefined
  if (question.type === 'matrix') return showOption(question.columns, value, showing)
  const item = question.type === 'multipletext' ? question.items.find(({ name }) => name === part) : undefined
  return item && showAnswer(item, value, showing)
}

function showOption(options: readonly Option[], value: AnswerValue, showing: Showing): string | undefined {
  const option = options.find((each) => each.value === value)
  if (option?.other === true && showing.words !== undefined) return showing.words
  return option && showing.fill(textOf(option.text, showing))
}

const textOf = (text: LocalizedText, { language, source }: Showing): string => localize(text, language, source)

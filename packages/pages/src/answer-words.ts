import {
  commentKey,
  hasOptions,
  type InputQuestion,
  type LocalizedText,
  type Option,
  type Primitive,
  type Question,
} from '@klankbord/model'
import { showValue } from '@klankbord/questionnaire'
import { answerOf } from './answer-of.ts'
import { dateWords } from './date-text.ts'
import { html, type Html } from './html.ts'
import { labelled } from './labelled.ts'
import { formatNumber } from './number-text.ts'
import type { Voice } from './voice.ts'

/**
 * The answer to a question as its sender reads it back: one line, or one per choice, row or item. Empty where there is
 * no answer.
 */
export function answerWords(
  voice: Voice,
  question: Question,
  answers: Readonly<Record<string, unknown>>,
): readonly Html[] {
  const given = answerOf(answers, question.name)
  if (given === undefined) return []
  switch (question.type) {
    case 'matrix':
      return question.rows.flatMap((row) =>
        partLine(voice, row.text, answerOf(given, row.name), (value) => optionWords(voice, question.columns, value)),
      )
    case 'multipletext':
      return question.items.flatMap((item) =>
        partLine(voice, item.title, answerOf(given, item.name), (value) => inputWords(voice, item, value)),
      )
    case 'ranking':
      return listOf(given).map((value, index) => html`${index + 1}. ${optionWords(voice, question.options, value)}`)
    case 'paneldynamic':
    case 'signaturepad':
      return []
    default:
      if (!hasOptions(question)) return [inputWords(voice, question, given)]
      return listOf(given).map((value) => {
        const option = question.options.find((known) => known.value === value)
        const words = option?.other === true ? answerOf(answers, commentKey(question.name)) : undefined
        const text = optionWords(voice, question.options, value)
        return words === undefined || option === undefined
          ? text
          : labelled(text, voice.authorPlain(option.text), own(words))
      })
  }
}

/** A value of an expression, as it is shown. */
export function valueWords(
  voice: Voice,
  value: Primitive,
  valueType: 'number' | 'string' | 'boolean' | 'date',
): string {
  if (typeof value === 'number') return formatNumber(value, voice.language)
  if (typeof value === 'boolean') return showValue(value, 'boolean', voice.spoken)
  return valueType === 'date' ? dateWords(value, voice.language) : value
}

function partLine(
  voice: Voice,
  label: LocalizedText,
  value: unknown,
  words: (value: unknown) => Html,
): readonly Html[] {
  if (value === undefined) return []
  return [labelled(voice.author(label), voice.authorPlain(label), html`<b>${words(value)}</b>`)]
}

function optionWords(voice: Voice, options: readonly Option[], value: unknown): Html {
  const option = options.find((known) => known.value === value)
  return option === undefined ? own(value) : voice.author(option.text)
}

function inputWords(voice: Voice, { type }: InputQuestion, value: unknown): Html {
  if (type === 'number' && typeof value === 'number') return own(formatNumber(value, voice.language))
  if ((type === 'date' || type === 'month') && typeof value === 'string') return own(dateWords(value, voice.language))
  return own(value)
}

/** What somebody wrote: in its own direction, with its lines. */
function own(value: unknown): Html {
  return html`<bdi class="written">${typeof value === 'string' || typeof value === 'number' ? value : ''}</bdi>`
}

const listOf = (given: unknown): readonly unknown[] => (Array.isArray(given) ? given : [given])

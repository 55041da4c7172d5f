import {
  hasOptions,
  type DateQuestion,
  type Finding,
  type InputQuestion,
  type NumberQuestion,
  type Option,
  type Question,
} from '@klankbord/model'
import { datePartsOf, dateTexts, dateWords } from './date-text.ts'
import { html, type Html } from './html.ts'
import { decimalsOf, numberLimits } from './number-limits.ts'
import { formatNumber } from './number-text.ts'
import { OTHER } from './question/ids.ts'
import type { MessageKey, Voice } from './voice.ts'

/** What a finding is about. */
export interface CheckSubject {
  readonly question: Question
  /** A row of a matrix, an item of a multipletext, or `other` for the words beside that option. */
  readonly part?: string
  /** What was typed or chosen there. */
  readonly given: unknown
}

/** What somebody can do about a finding: the author's own sentence, or one that names the limits and blames nobody. */
export function checkSentence(voice: Voice, subject: CheckSubject, finding: Finding): Html {
  const { question, given } = subject
  const own = ownSentence(voice, subject, finding)
  if (own !== null) return own
  if (question.type === 'ranking' && Array.isArray(given) && given.includes('')) return gapSentence(voice, given)
  switch (finding.code) {
    case 'optionNotOffered':
      return voice.say('checkOffered')
    case 'duplicateOption':
      return voice.say('checkTwice')
    case 'exclusiveOption':
      return aloneSentence(voice, question, given)
    case 'tooFewSelected':
      return voice.say('checkFewer', { n: limitOf(finding, 'minimum') })
    case 'tooManySelected':
      return voice.say('checkMore', { n: limitOf(finding, 'maximum') })
    case 'textTooLong':
      return longSentence(voice, limitOf(finding, 'maximum'), given)
    case 'textTooShort':
      return voice.say('checkShort', { min: limitOf(finding, 'minimum') })
    case 'notANumber':
    case 'wrongAnswerType':
    case 'notADate':
      return typeSentence(voice, subject)
    case 'belowMinimum':
    case 'aboveMaximum':
    case 'dateTooEarly':
    case 'dateTooLate':
      return limitSentence(voice, inputOf(subject))
    case 'notAStep':
      return stepSentence(voice, inputOf(subject))
    case 'wordsWithoutOther':
      return otherSentence(voice, question)
    default:
      return voice.say(PLAIN[finding.code] ?? 'checkAgain')
  }
}

/** Findings whose sentence needs to know nothing more. */
const PLAIN: Readonly<Partial<Record<string, MessageKey>>> = {
  forbiddenCharacter: 'checkCharacter',
  notOneLine: 'checkOneLine',
  digitsNotAllowed: 'checkNoDigits',
  notAnEmail: 'checkEmail',
  citizenNumber: 'checkCitizenNumber',
  patternNotMatched: 'checkPattern',
  expressionNotMet: 'checkFits',
  blockingAnswerMissing: 'checkBlocking',
}

/** The limits of a number, in words; the same limits before and after a mistake. */
export function rangeSentence(voice: Voice, question: NumberQuestion, kind: 'check' | 'hint'): Html {
  const limits = numberLimits(question)
  const key = (name: 'Number' | 'NumberRange' | 'NumberLeast' | 'NumberMost'): MessageKey => `${kind}${name}`
  const min = limits.min === undefined ? undefined : formatNumber(limits.min, voice.language)
  const max = limits.max === undefined ? undefined : formatNumber(limits.max, voice.language)
  if (min !== undefined && max !== undefined) return voice.say(key('NumberRange'), { min, max })
  if (min !== undefined) return voice.say(key('NumberLeast'), { min })
  if (max !== undefined) return voice.say(key('NumberMost'), { max })
  return voice.say(key('Number'))
}

/** The limits of a date, in words; null where there are none. */
export function dateRangeSentence(voice: Voice, question: Pick<DateQuestion, 'min' | 'max'>): Html | null {
  const spoken = voice.spoken
  const min = question.min === undefined ? undefined : dateWords(question.min, spoken)
  const max = question.max === undefined ? undefined : dateWords(question.max, spoken)
  if (min !== undefined && max !== undefined) return voice.say('dateRange', { min, max })
  if (min !== undefined) return voice.say('dateLeast', { min })
  return max === undefined ? null : voice.say('dateMost', { max })
}

/** The sentence of the author whose validator found it. */
function ownSentence(voice: Voice, { question, part }: CheckSubject, { details }: Finding): Html | null {
  const path = 'validator' in details ? details.validator : undefined
  if (path === undefined) return null
  const item = question.type === 'multipletext' ? question.items.find(({ name }) => name === part) : undefined
  const validators = [...(question.validators ?? []), ...(item?.validators ?? [])]
  const message = validators.find((validator) => validator.path === path)?.message
  return message === undefined ? null : voice.author(message)
}

/** The short open question that a finding is about; null where it is about none. */
function inputOf({ question, part }: CheckSubject): InputQuestion | null {
  if (question.type === 'multipletext') return question.items.find(({ name }) => name === part) ?? null
  const parts = hasOptions(question) || question.type === 'matrix' || question.type === 'ranking'
  return parts || question.type === 'paneldynamic' || question.type === 'signaturepad' ? null : question
}

function typeSentence(voice: Voice, subject: CheckSubject): Html {
  const { question, part } = subject
  const input = inputOf(subject)
  if (input !== null) return inputSentence(voice, input, subject.given)
  if (question.type === 'checkbox' || question.type === 'ranking') return voice.say('checkOffered')
  return voice.say(part === OTHER ? 'checkWords' : 'checkOne')
}

function inputSentence(voice: Voice, input: InputQuestion, given: unknown): Html {
  switch (input.type) {
    case 'number':
      return html`${rangeSentence(voice, input, 'check')} ${digitsSentence(voice, input)}`
    case 'date':
    case 'month':
      return dateSentence(voice, input.type, given)
    case 'email':
      return voice.say('checkEmail')
    default:
      return voice.say('checkWords')
  }
}

/** A part that is missing, a part that is not in digits, or a day that no calendar has. */
function dateSentence(voice: Voice, type: DateQuestion['type'], given: unknown): Html {
  const texts = dateTexts(given)
  if (typeof given === 'string') return voice.say(type === 'date' ? 'checkNoSuchDay' : 'checkNoSuchMonth')
  const whole = datePartsOf(type).every((part) => texts[part] !== undefined)
  if (!whole) return voice.say(type === 'date' ? 'checkDateHalf' : 'checkMonthHalf')
  return voice.say('checkDateDigits')
}

function limitSentence(voice: Voice, input: InputQuestion | null): Html {
  if (input?.type === 'number') return rangeSentence(voice, input, 'check')
  if (input?.type === 'date' || input?.type === 'month')
    return dateRangeSentence(voice, input) ?? voice.say('checkAgain')
  return voice.say('checkAgain')
}

function limitsIn(details: Finding['details']): { readonly min?: number; readonly max?: number } {
  return {
    ...('minimum' in details && typeof details.minimum === 'number' ? { min: details.minimum } : {}),
    ...('maximum' in details && typeof details.maximum === 'number' ? { max: details.maximum } : {}),
  }
}

function stepSentence(voice: Voice, input: InputQuestion | null): Html {
  if (input?.type !== 'number') return voice.say('checkAgain')
  const decimals = decimalsOf(input)
  if (decimals === 0) return voice.say('checkWhole')
  if (decimals === null) return voice.say('checkStep', { step: formatNumber(input.step ?? 1, voice.language) })
  return voice.say('checkDecimals', { n: decimals, example: exampleOf(decimals, voice) })
}

/** How a number is written, with a comma where there is room for one. */
function digitsSentence(voice: Voice, input: NumberQuestion): Html {
  const decimals = decimalsOf(input) ?? 0
  if (decimals === 0) return voice.say('checkDigits')
  return voice.say('checkDigitsDecimals', { n: decimals, example: exampleOf(decimals, voice) })
}

/** With no more than two digits after the comma: three could be thousands. */
function exampleOf(decimals: number, voice: Voice): string {
  return formatNumber(decimals === 1 ? 6.5 : 6.25, voice.language)
}

function aloneSentence(voice: Voice, question: Question, given: unknown): Html {
  const chosen = new Set(Array.isArray(given) ? given.map(String) : [])
  const alone = hasOptions(question)
    ? question.options.find(
        (option) => (option.exclusive === true || option.empty !== undefined) && chosen.has(String(option.value)),
      )
    : undefined
  return alone === undefined
    ? voice.say('checkAloneAny')
    : voice.say('checkAlone', { option: voice.author(alone.text) })
}

function otherSentence(voice: Voice, question: Question): Html {
  const other: Option | undefined = hasOptions(question) ? question.options.find((option) => option.other) : undefined
  return other === undefined ? voice.say('checkAgain') : voice.say('checkOther', { option: voice.author(other.text) })
}

/** Names the first place that was passed over. */
function gapSentence(voice: Voice, given: readonly unknown[]): Html {
  return voice.say('checkRankGap', { n: given.indexOf('') + 1 })
}

function longSentence(voice: Voice, max: number, given: unknown): Html {
  const over = typeof given === 'string' ? Math.max(1, given.length - max) : 1
  return voice.say('checkLong', { over, max })
}

function limitOf({ details }: Finding, limit: 'minimum' | 'maximum'): number {
  const limits = limitsIn(details)
  return (limit === 'minimum' ? limits.min : limits.max) ?? 1
}

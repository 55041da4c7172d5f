import type { AnswerValue, DateQuestion, LanguageCode } from '@klankbord/model'
import { showValue } from '@klankbord/questionnaire'
import { answerOf } from './answer-of.ts'
import { westernDigits } from './number-text.ts'

/** The fields of a date, as people say one. */
export type DatePart = 'day' | 'month' | 'year'

/** What stands in the fields of a date, as it was typed. */
export type DateTexts = Readonly<Partial<Record<DatePart, string>>>

/** The fields of a day, or of a month. */
export function datePartsOf(type: DateQuestion['type']): readonly DatePart[] {
  return type === 'date' ? ['day', 'month', 'year'] : ['month', 'year']
}

/**
 * Reads a date from its fields. With all fields in digits it is written as an answer, also when no calendar has that
 * day; the check finds that out. What can't be written so stays as it was typed. Undefined when nothing was.
 *
 * @example parseDate('date', { day: '9', month: '4', year: '2026' }) // '2026-04-09'
 * @example parseDate('date', { day: '9' })                           // { day: '9' }
 */
export function parseDate(type: DateQuestion['type'], texts: DateTexts): AnswerValue | undefined {
  const typed = datePartsOf(type).flatMap((part) => {
    const text = texts[part] ?? ''
    return text.trim() === '' ? [] : [[part, text] as const]
  })
  if (typed.length === 0) return undefined
  const parts: DateTexts = Object.fromEntries(typed)
  const written = datePartsOf(type).map((part) => digitsOf(part, parts[part] ?? ''))
  return written.includes(null) ? Object.fromEntries(typed) : written.toReversed().join('-')
}

/** What stands in the fields of a date that was read so. */
export function dateTexts(given: unknown): DateTexts {
  if (typeof given === 'string') {
    const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(given) ?? []
    if (year === undefined || month === undefined) return {}
    return { ...(day === undefined ? {} : { day: unpadded(day) }), month: unpadded(month), year }
  }
  const parts = (['day', 'month', 'year'] as const).flatMap((part) => {
    const text = answerOf(given, part)
    return typeof text === 'string' ? [[part, text] as const] : []
  })
  return Object.fromEntries(parts)
}

/** A day or a month in words. @example dateWords('2026-05', 'nl') // 'mei 2026' */
export function dateWords(date: string, language: LanguageCode): string {
  return showValue(date, date.length === '2026-05'.length ? 'month' : 'date', language)
}

function digitsOf(part: DatePart, typed: string): string | null {
  const digits = westernDigits(typed.trim())
  if (part === 'year') return /^\d{4}$/.test(digits) ? digits : null
  return /^\d{1,2}$/.test(digits) ? digits.padStart(2, '0') : null
}

const unpadded = (digits: string): string => digits.replace(/^0(?=\d)/, '')

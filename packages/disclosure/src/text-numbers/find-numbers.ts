import type { LanguageCode } from '@klankbord/model'
import { DUTCH_NUMBERS } from './dutch-numbers.ts'
import { ENGLISH_NUMBERS } from './english-numbers.ts'
import { mergeAtoms, type Atom } from './merge-atoms.ts'
import { count, type FoundNumber, type NumberReading } from './number-reading.ts'
import type { NumberWords } from './number-words.ts'
import { NUMBER_SIGN, plainText, type PlainText } from './plain-text.ts'
import { isRoman } from './roman.ts'
import { sentencesOf } from './sentences.ts'

/**
 * The numbers of a text in digits of any script and in words of its language, in their order. A date or telephone number is
 * one; so is "3 van de 4". Words are known of Dutch and English; in another language every sentence comes back whole,
 * besides its digits, so that somebody who reads it says whether a number stands in it.
 *
 * @example findNumbers('In Oost zijn drie van de vier tevreden.', 'nl').map(({ words }) => words) // ['drie van de vier']
 */
export function findNumbers(text: string, language: LanguageCode): readonly FoundNumber[] {
  const original = text.normalize('NFC')
  const words = wordsOf(language)
  const plain = plainText(original)
  const found = mergeAtoms(plain.text, atomsOf(plain, words), words)
  const numbers = found.map(({ start, end, readings, form }): FoundNumber => {
    const from = plain.from[start] ?? 0
    const to = plain.to[end - 1] ?? original.length
    return { words: original.slice(from, to), start: from, end: to, readings, form: form ?? 'other' }
  })
  return words === null ? [...numbers, ...wholeSentences(original)].toSorted((a, b) => a.start - b.start) : numbers
}

/** Whether the number words of a language are known here. */
export function knowsWords(language: LanguageCode): boolean {
  return wordsOf(language) !== null
}

function wordsOf(language: LanguageCode): NumberWords | null {
  const spoken = language.split('-')[0]
  return spoken === 'nl' ? DUTCH_NUMBERS : spoken === 'en' ? ENGLISH_NUMBERS : null
}

/** Sentences with letters in them, for somebody who reads their language. */
function wholeSentences(text: string): readonly FoundNumber[] {
  return sentencesOf(text).flatMap(({ start, end }) => {
    const words = text.slice(start, end).trim()
    return /\p{L}/u.test(words) ? [{ words, start, end, readings: [], form: 'other' as const }] : []
  })
}

const TOKEN = /#+|\d+|[\p{L}']+/gu

/** What stands for a number by itself, before neighbours are put together. */
function atomsOf(plain: PlainText, words: NumberWords | null): readonly Atom[] {
  const whole = wholeFinds(plain.text, words)
  const taken = (at: number): boolean => whole.some(({ start, end }) => at >= start && at < end)
  const wholes = words === null ? NO_WHOLES : groupsNamed(plain.text, words)
  const single = [...plain.text.matchAll(TOKEN)].flatMap((match): readonly Atom[] => {
    const start = match.index
    if (taken(start)) return []
    const [token] = match
    if (token.startsWith(NUMBER_SIGN)) return [{ start, end: start + token.length, readings: [] }]
    if (/^\d/.test(token)) return []
    if (isRoman(token, plain.kinds.slice(start, start + token.length)))
      return [{ start, end: start + token.length, readings: [] }]
    return words === null ? [] : (wholes.get(start) ?? wordAtom(plain, token, start, words))
  })
  return [...whole, ...single].toSorted((a, b) => a.start - b.start)
}

const NO_WHOLES: ReadonlyMap<number, readonly Atom[]> = new Map()

/** "All residents", "no client", by where they begin. */
function groupsNamed(text: string, { wholes, wholeReadings }: NumberWords): ReadonlyMap<number, readonly Atom[]> {
  return new Map(
    [...text.matchAll(wholes)].map(({ index, 1: word = '' }) => [
      index,
      [{ start: index, end: index + word.length, readings: wholeReadings(word) }],
    ]),
  )
}

/** Dates, telephone numbers, and numbers in digits with their points, commas and fraction. */
function wholeFinds(text: string, words: NumberWords | null): readonly Atom[] {
  const month = words?.months ?? 'x{9}'
  const day = String.raw`\d{1,2}(?:e|de|ste|st|nd|rd|th)?`
  const kinds = [
    [
      'date',
      String.raw`\b${day} (?:of )?(?:${month})\b(?:,? \d{4}\b)?|\b(?:${month}) (?:${day}\b(?:,? \d{4}\b)?|\d{4}\b)`,
    ],
    ['date', String.raw`(?<![\d.])(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?![\d])`],
    ['telephone', String.raw`(?<!\d)(?:\+\d{2}|0\d)[\d ()-]{7,}\d`],
    ['other', String.raw`\d{1,3}(?:[.,'’ ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?(?: ?[⁄/] ?\d+)?`],
  ] as const
  const found: Atom[] = []
  for (const [form, source] of kinds) {
    for (const match of text.matchAll(new RegExp(source, 'gu'))) {
      const start = match.index
      const end = start + match[0].length
      if (found.some((one) => start < one.end && one.start < end)) continue
      found.push(form === 'other' ? digitAtom(text, start, match[0], words) : { start, end, readings: [], form })
    }
  }
  return found
}

function digitAtom(text: string, start: number, digits: string, words: NumberWords | null): Atom {
  const end = start + digits.length
  const [part, whole] = digits.split(/ ?[⁄/] ?/u)
  if (part !== undefined && whole !== undefined) {
    return { start, end, readings: [{ kind: 'ratio', part: Number(part.replace(',', '.')), whole: Number(whole) }] }
  }
  const suffix = words === null ? null : words.ordinalSuffix.exec(text.slice(end))
  if (suffix) return { start, end: end + suffix[0].length, readings: [], denominator: Number(digits) }
  const readings = digitReadings(digits, words?.thousands)
  const isYear = /^(?:19|20)\d\d$/.test(digits)
  return { start, end, readings, digits: true, ...(isYear && { form: 'year' as const }) }
}

/** "1.204" is twelve hundred in Dutch and a little over one in English; where the language is not known, either. */
function digitReadings(digits: string, thousands: '.' | ',' | undefined): readonly NumberReading[] {
  const marks = thousands === undefined ? ['.', ','] : [thousands]
  const read = marks.map((mark) => {
    const grouped = new RegExp(`^\\d{1,3}(?:[ '’${mark}]\\d{3})+(?:[.,]\\d+)?$`)
    const plain = grouped.test(digits) ? digits.replaceAll(new RegExp(`[ '’${mark}]`, 'g'), '') : digits
    const decimals = /[.,](\d+)$/.exec(plain)?.[1]?.length ?? 0
    return count(Number(plain.replace(',', '.')), decimals)
  })
  return read.filter(
    (reading, index) => read.findIndex((one) => JSON.stringify(one) === JSON.stringify(reading)) === index,
  )
}

function wordAtom(plain: PlainText, word: string, start: number, words: NumberWords): readonly Atom[] {
  const end = start + word.length
  if (words.article.test(word) && !plain.kinds.slice(start, end).includes('acute')) {
    const counts = [...plain.text.matchAll(words.articleCounts)].some(
      (match) => start >= match.index && end <= match.index + match[0].trimEnd().length,
    )
    return [{ start, end, readings: [count(1)], cardinal: 1, ...(!counts && { article: true }) }]
  }
  const known = words.wordOf(word)
  if (known === null) return []
  const { cardinal, scale, denominator, ratio } = known
  const own = [
    ...(known.readings ?? []),
    ...(cardinal === undefined ? [] : [count(cardinal)]),
    ...(scale === undefined ? [] : [count(scale)]),
    ...(ratio === undefined ? [] : [{ kind: 'ratio' as const, part: ratio[0], whole: ratio[1] }]),
    ...(denominator === undefined || denominator < 3 ? [] : [{ kind: 'ratio' as const, part: 1, whole: denominator }]),
  ]
  return [
    {
      start,
      end,
      readings: own,
      ...(cardinal !== undefined && { cardinal }),
      ...(scale !== undefined && { scale, cardinal: scale }),
      ...(denominator !== undefined && { denominator }),
    },
  ]
}

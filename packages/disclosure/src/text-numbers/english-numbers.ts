import { count } from './number-reading.ts'
import type { NumberWord, NumberWords } from './number-words.ts'

const BELOW_TWENTY: readonly string[] = (
  'zero one two three four five six seven eight nine ten eleven twelve ' +
  'thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
).split(' ')
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const

const CARDINALS: ReadonlyMap<string, number> = new Map([
  ...BELOW_TWENTY.map((word, value) => [word, value] as const),
  ...TENS.flatMap((tens, index) => [
    [tens, 10 * index + 20] as const,
    // In one word, as some people write it.
    ...BELOW_TWENTY.slice(1, 10).map((unit, value) => [`${tens}${unit}`, 10 * index + 21 + value] as const),
  ]),
])
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  million: 1_000_000,
  dozen: 12,
  score: 20,
}

const IRREGULAR: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fifth: 5,
  eighth: 8,
  ninth: 9,
  twelfth: 12,
}

function englishOrdinal(word: string): number | null {
  const singular = word.replace(/s$/, '')
  const known = IRREGULAR[singular]
  if (known !== undefined) return known
  const stem = /^(.+?)th$/.exec(singular)?.[1]
  if (stem === undefined) return null
  return CARDINALS.get(stem) ?? CARDINALS.get(stem.replace(/ie$/, 'y')) ?? SCALES[stem] ?? null
}

const some = (low: number, high: number): NumberWord => ({ readings: [{ kind: 'countBetween', low, high }] })
const percent = (value: number): NumberWord => ({ readings: [{ kind: 'percent', value, decimals: 0 }] })
const nobody: NumberWord = { readings: [count(0), { kind: 'percent', value: 0, decimals: 0 }] }
const exactly = (value: number): NumberWord => ({ readings: [count(value)] })

const WORDS: Readonly<Record<string, NumberWord>> = {
  half: { ratio: [1, 2], denominator: 2 },
  halves: { denominator: 2 },
  quarter: { ratio: [1, 4], denominator: 4 },
  quarters: { denominator: 4 },
  both: exactly(2),
  pair: exactly(2),
  duo: exactly(2),
  twice: exactly(2),
  thrice: exactly(3),
  trio: exactly(3),
  single: exactly(1),
  once: exactly(1),
  sole: exactly(1),
  couple: some(2, 9),
  handful: some(2, 9),
  few: some(2, 9),
  several: some(2, 9),
  dozens: some(24, 99),
  tens: some(20, 99),
  hundreds: some(200, 999),
  thousands: some(2000, 999_999),
  nobody,
  none: nobody,
  nil: nobody,
  everyone: percent(100),
  everybody: percent(100),
  majority: { readings: [{ kind: 'shareBetween', low: 0.5, high: 1 }] },
  minority: { readings: [{ kind: 'shareBetween', low: 0, high: 0.5 }] },
}

const PEOPLE =
  '(?:resident|client|respondent|participant|person|household|family|tenant|service user|of (?:them|the|those|us))s?\\b'

/** Number words of English. */
export const ENGLISH_NUMBERS: NumberWords = {
  wordOf: (word) => {
    const own = WORDS[word]
    if (own !== undefined) return own
    const cardinal = CARDINALS.get(word)
    if (cardinal !== undefined) return { cardinal }
    const scale = SCALES[word]
    if (scale !== undefined) return { scale }
    const group = /^(.+?)(?:fold|some)$/.exec(word)?.[1]
    const folded = group === undefined ? undefined : CARDINALS.get(group)
    if (folded !== undefined && folded > 1) return exactly(folded)
    const ordinal = englishOrdinal(word)
    return ordinal === null ? null : { denominator: ordinal }
  },
  article: /^(?:a|an)$/,
  articleCounts: new RegExp(`\\ban? (?=${PEOPLE})`, 'g'),
  wholes: new RegExp(`\\b(all|every|each|no)(?: single)? (?=(?:the )?${PEOPLE})`, 'g'),
  wholeReadings: (word) => (word === 'no' ? nobody : percent(100)).readings ?? [],
  and: /^(?:and)$/,
  connector: /^ ?(?:out of the|out of every|out of|of the|of|in every|in) $/,
  percent: /^ ?(?:%|٪|percent\b|per cent\b|pct\b|percentage points?\b)/,
  perMille: /^ ?(?:‰|per mille\b)/,
  ordinalSuffix: /^(?:st|nd|rd|th)\b/,
  months: 'january|february|march|april|may|june|july|august|september|october|november|december',
  thousands: ',',
}

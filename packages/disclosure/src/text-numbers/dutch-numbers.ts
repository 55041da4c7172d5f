import { count } from './number-reading.ts'
import type { NumberWord, NumberWords } from './number-words.ts'

const UNITS = 'nul een twee drie vier vijf zes zeven acht negen'.split(' ')
const BELOW_TWENTY: readonly string[] = [
  ...UNITS,
  ...'tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien'.split(' '),
]
const TENS = ['twintig', 'dertig', 'veertig', 'vijftig', 'zestig', 'zeventig', 'tachtig', 'negentig'] as const

const BELOW_HUNDRED: ReadonlyMap<string, number> = new Map([
  ...BELOW_TWENTY.map((word, value) => [word, value] as const),
  ...TENS.flatMap((tens, index) => [
    [tens, 10 * index + 20] as const,
    ...UNITS.map((unit, value) => [`${unit}en${tens}`, 10 * index + 20 + value] as const).slice(1),
  ]),
])

const ORDINALS: ReadonlyMap<string, number> = new Map([
  ['eerste', 1],
  ['derde', 3],
])

/** The value of a whole number in one word. @example dutchCardinal('tweehonderddrieenvijftig') // 253 */
function dutchCardinal(word: string): number | null {
  for (const [name, size] of [
    ['miljoen', 1_000_000],
    ['duizend', 1000],
    ['honderd', 100],
  ] as const) {
    const at = word.indexOf(name)
    if (at < 0) continue
    const left = at === 0 ? 1 : dutchCardinal(word.slice(0, at))
    const rest = word.slice(at + name.length).replace(/^en(?=.)/, '')
    const right = rest === '' ? 0 : dutchCardinal(rest)
    return left === null || right === null || right >= size ? null : left * size + right
  }
  return BELOW_HUNDRED.get(word) ?? null
}

/** "derde", "twaalfde", "achtste"; null for another word. */
function dutchOrdinal(word: string): number | null {
  const known = ORDINALS.get(word)
  if (known !== undefined) return known
  const stem = /^(.+?)(?:ste|de)n?$/.exec(word)?.[1]
  return stem === undefined || stem === 'een' ? null : dutchCardinal(stem)
}

/** "tweederde", "drievijfde": a fraction in one word. */
function dutchFraction(word: string): readonly [number, number] | null {
  for (const [part, unit] of UNITS.entries()) {
    const whole = part > 0 && word.startsWith(unit) ? dutchOrdinal(word.slice(unit.length)) : null
    if (whole !== null && whole > part) return [part, whole]
  }
  return null
}

/** What is said of so many together: "drietal", "tweemaal", "met z'n vieren", "driedubbel". */
function dutchGroup(word: string): number | null {
  const stem =
    /^(.+?)(?:tal|tallen|maal|keer|voud|voudig|dubbel|dubbele|persoons|persoon|jarigen|jarige|jarig|daags|daagse|weeks|weekse|en|tjes|tje)$/.exec(
      word,
    )?.[1]
  if (stem === undefined || stem === 'een') return stem === 'een' && /(?:maal|persoons|tje)$/.test(word) ? 1 : null
  // Met z'n zessen, zevenen, vijven, achten: with the letters that Dutch changes.
  const value = dutchCardinal(stem) ?? dutchCardinal(stem.replace(/ss$/, 's').replace(/v$/, 'f'))
  return value !== null && value > 0 ? value : null
}

const WORDS: Readonly<Record<string, NumberWord>> = {
  helft: { ratio: [1, 2] },
  half: { ratio: [1, 2] },
  halve: { ratio: [1, 2] },
  kwart: { ratio: [1, 4], denominator: 4 },
  driekwart: { ratio: [3, 4] },
  anderhalf: { readings: [count(1.5, 1)] },
  anderhalve: { readings: [count(1.5, 1)] },
  dozijn: { scale: 12 },
  beide: { readings: [count(2)] },
  beiden: { readings: [count(2)] },
  allebei: { readings: [count(2)] },
  duo: { readings: [count(2)] },
  trio: { readings: [count(3)] },
  eenling: { readings: [count(1)] },
  enige: { readings: [count(1)] },
  niemand: { readings: [count(0), { kind: 'percent', value: 0, decimals: 0 }] },
  geeneen: { readings: [count(0), { kind: 'percent', value: 0, decimals: 0 }] },
  iedereen: { readings: [{ kind: 'percent', value: 100, decimals: 0 }] },
  allemaal: { readings: [{ kind: 'percent', value: 100, decimals: 0 }] },
  allen: { readings: [{ kind: 'percent', value: 100, decimals: 0 }] },
  enkeling: { readings: [{ kind: 'countBetween', low: 1, high: 9 }] },
  enkelingen: { readings: [{ kind: 'countBetween', low: 2, high: 9 }] },
  enkele: { readings: [{ kind: 'countBetween', low: 1, high: 9 }] },
  enkelen: { readings: [{ kind: 'countBetween', low: 2, high: 9 }] },
  handvol: { readings: [{ kind: 'countBetween', low: 2, high: 9 }] },
  handjevol: { readings: [{ kind: 'countBetween', low: 2, high: 9 }] },
  paar: { readings: [{ kind: 'countBetween', low: 2, high: 9 }] },
  tientallen: { readings: [{ kind: 'countBetween', low: 20, high: 99 }] },
  honderden: { readings: [{ kind: 'countBetween', low: 200, high: 999 }] },
  duizenden: { readings: [{ kind: 'countBetween', low: 2000, high: 999_999 }] },
  meerderheid: { readings: [{ kind: 'shareBetween', low: 0.5, high: 1 }] },
  minderheid: { readings: [{ kind: 'shareBetween', low: 0, high: 0.5 }] },
  merendeel: { readings: [{ kind: 'shareBetween', low: 0.5, high: 1 }] },
  meesten: { readings: [{ kind: 'shareBetween', low: 0.5, high: 1 }] },
}

const PEOPLE =
  '(?:enkele |enkel )?(?:bewoner|bewoonster|inwoner|client|deelnemer|deelneemster|respondent|persoon|personen|mens|invuller|huishouden|gezin|van (?:de|hen|die|deze|ons|onze|mijn))(?:en|s|ers)?\\b'

/** Number words of Dutch. */
export const DUTCH_NUMBERS: NumberWords = {
  wordOf: (word) => {
    const own = WORDS[word]
    if (own !== undefined) return own
    const cardinal = dutchCardinal(word)
    if (cardinal !== null) return ['honderd', 'duizend', 'miljoen'].includes(word) ? { scale: cardinal } : { cardinal }
    const ordinal = dutchOrdinal(word)
    if (ordinal !== null) return { denominator: ordinal }
    const ratio = dutchFraction(word)
    if (ratio !== null) return { ratio }
    const group = dutchGroup(word)
    return group === null ? null : { readings: [count(group)] }
  },
  article: /^(?:een|eens)$/,
  // "Een" is the article unless it is accented, stands in a fraction, or is said of somebody who took part.
  articleCounts: new RegExp(
    `(?:\\b(?:maar|slechts|precies|exact|enkel|alleen|geen|hooguit|hoogstens|minstens) een\\b)|(?:\\been (?:op|van|uit) (?:de|elke|iedere|hen|deze)\\b)|(?:\\been (?=${PEOPLE}))`,
    'g',
  ),
  wholes: new RegExp(`\\b(alle|elke|iedere|geen)(?: enkele)? (?=${PEOPLE})`, 'g'),
  wholeReadings: (word) => (word === 'geen' ? WORDS['niemand']?.readings : WORDS['iedereen']?.readings) ?? [],
  and: /^(?:en)$/,
  connector: /^ ?(?:van de|van het|van|op de|op elke|op|uit|uit de) $/,
  percent: /^ ?(?:%|٪|procent\b|percent\b|pct\b|procentpunten?\b)/,
  perMille: /^ ?(?:‰|promille\b)/,
  ordinalSuffix: /^(?:e|de|ste)\b/,
  months: 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december',
  thousands: '.',
}

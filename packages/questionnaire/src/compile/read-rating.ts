import { pointer, type LocalizedText, type Option } from '@klankbord/model'
import type { Fields } from './fields.ts'
import { readOptions } from './read-options.ts'
import type { Reading } from './reading.ts'

const EXPECTED = 'whole numbers, rateMin from 0 and rateMax above it, at most 20 apart; rateCount as many as there are'

/**
 * The options of a rating: `rateValues`, or the whole numbers from `rateMin` (1) to `rateMax` (5). What the ends
 * mean stands in the text of the first and the last option, so that it is read wherever an option is read.
 */
export function readRating(fields: Fields, reading: Reading): readonly Option[] {
  const low = fields.text('minRateDescription')
  const high = fields.text('maxRateDescription')
  const options = fields.has('rateValues') ? listed(fields, reading) : counted(fields, reading)
  const substantive = options.filter((option) => option.empty === undefined)
  return options.map((option) => {
    if (low && option === substantive[0]) return { ...option, text: withMeaning(option.text, low, reading.source) }
    if (high && option === substantive.at(-1))
      return { ...option, text: withMeaning(option.text, high, reading.source) }
    return option
  })
}

function listed(fields: Fields, reading: Reading): readonly Option[] {
  for (const property of ['rateMin', 'rateMax', 'rateCount'])
    if (fields.has(property))
      reading.list.block('propertyNotHere', pointer(fields.path, property), {
        property,
        element: `${fields.element}, which has rateValues`,
        goesWith: 'a rating without rateValues',
      })
  return readOptions(fields, 'rateValues', 'ratings', reading).map(({ option }) => option)
}

function counted(fields: Fields, reading: Reading): readonly Option[] {
  const { first, last, agrees } = endsOf(fields)
  const whole = Number.isInteger(first) && Number.isInteger(last)
  if (!agrees || !whole || first < 0 || last <= first || last - first > 20 || last > 1000) {
    reading.list.block('badRateLimits', fields.path, { element: fields.element, expected: EXPECTED })
    return []
  }
  return Array.from({ length: last - first + 1 }, (_, step) => ({
    value: first + step,
    code: first + step,
    text: { [reading.source]: String(first + step) },
  }))
}

/** As survey-core has it: 1 to 5, and `rateCount` beside one end gives the other. */
function endsOf(fields: Fields): { readonly first: number; readonly last: number; readonly agrees: boolean } {
  const [min, max, count] = ['rateMin', 'rateMax', 'rateCount'].map((property) => fields.number(property))
  const first = min ?? (count !== undefined && max !== undefined ? max - count + 1 : 1)
  const last = max ?? (count === undefined || min === undefined ? 5 : first + count - 1)
  return { first, last, agrees: count === undefined || last - first + 1 === count }
}

function withMeaning(text: LocalizedText, meaning: LocalizedText, source: string): LocalizedText {
  return Object.fromEntries(
    Object.entries(meaning).map(([language, words]) => [
      language,
      `${text[language] ?? text[source] ?? ''} – ${words}`,
    ]),
  )
}

import {
  problem,
  type AuthoredTexts,
  type LanguageCode,
  type LocalizedText,
  type NumberDecision,
  type Publication,
  type PublishedText,
} from '@klankbord/model'
import { freeTexts } from './free-texts.ts'
import { knowsWords } from './find-numbers.ts'
import { mapTexts } from './map-texts.ts'
import { placedNumbers, type PlacedNumber } from './place-of-number.ts'
import { settleNumbers, type NumberRules } from './settle-numbers.ts'

/** A label that may be typed after answers came in: the words of a band, with the numbers that it is made of. */
export interface TypedLabel {
  readonly field: string
  readonly label: LocalizedText
  /** These may stand in it: of "18 tot 45 jaar", 18, 44 and 45. */
  readonly numbers: readonly number[]
}

/** What people wrote for a publication, and what they decided of the numbers in it. */
export interface TextsToSettle {
  readonly authored: AuthoredTexts
  readonly decisions: readonly NumberDecision[]
  readonly labels: readonly TypedLabel[]
}

/**
 * The texts of a publication with every number in its place, as `settleNumbers` says; texts in languages that the publication
 * does not have are left out. All other strings of the publication that somebody may have typed are held to the same rule,
 * but that labels and the source of the frame may name a year or a date.
 *
 * @param content the publication without its texts
 * @throws Problem `textNumberOpen`, `textFigureUnknown`, `textNumberHidden`, `textNumberDiffers`, `textTargetUnknown`
 */
export function settleTexts(
  content: Omit<Publication, 'hash'>,
  { authored, decisions, labels }: TextsToSettle,
): AuthoredTexts<PublishedText> {
  refuseUnknownTargets(authored, content)
  const byPlace = new Map(decisions.map((decision) => [decision.place, decision]))
  const spoken = inLanguages(authored, content.languages)
  const all = [...numbersOfTexts(spoken), ...numbersOfRest(content), ...numbersOfLabels(labels)]
  const open = all.filter(({ place }) => !byPlace.has(place))
  const rules: NumberRules = { figures: content, decisions: byPlace, open: open.length }
  const [first] = open
  if (first !== undefined) {
    const { field, language, words, place } = first
    throw problem('textNumberOpen', { field, language, words, place, open: open.length })
  }
  for (const { field, language, text } of textsOfRest(content)) settleNumbers(field, language, text, rules)
  return mapTexts(spoken, (text, field): PublishedText => settledText(text, field, rules))
}

/**
 * The numbers that somebody has to decide on before these texts can be published, in their order.
 *
 * @param languages of the publication; all that there are when left out
 */
export function numbersToDecide(
  authored: AuthoredTexts,
  labels: readonly TypedLabel[],
  languages?: readonly LanguageCode[],
): readonly PlacedNumber[] {
  const spoken = languages === undefined ? authored : inLanguages(authored, languages)
  return [...numbersOfTexts(spoken), ...numbersOfLabels(labels)]
}

function inLanguages(authored: AuthoredTexts, languages: readonly LanguageCode[]): AuthoredTexts {
  const spoken = new Set(languages)
  return mapTexts(authored, (text): LocalizedText =>
    Object.fromEntries(Object.entries(text).filter(([language, words]) => spoken.has(language) && words.trim() !== '')),
  )
}

function settledText(text: LocalizedText, field: string, rules: NumberRules): PublishedText {
  return Object.fromEntries(
    Object.entries(text).map(([language, words]) => [language, settleNumbers(field, language, words, rules)]),
  )
}

function numbersOfTexts(authored: AuthoredTexts): readonly PlacedNumber[] {
  const found: PlacedNumber[] = []
  mapTexts(authored, (text, field) => {
    for (const [language, words] of Object.entries(text)) found.push(...placedNumbers(field, language, words))
    return null
  })
  return found
}

/** Where a year or a date may stand: what the list of people is, and from when. */
const FRAME_SOURCE = /^account\/frame\/source\//

function textsOfRest(content: Omit<Publication, 'hash'>): ReturnType<typeof freeTexts> {
  return freeTexts(content).filter(({ field }) => !FRAME_SOURCE.test(field))
}

function numbersOfRest(content: Omit<Publication, 'hash'>): readonly PlacedNumber[] {
  return [
    ...textsOfRest(content).flatMap(({ field, language, text }) => placedNumbers(field, language, text)),
    ...numbersOfLabels(sourceOf(content)),
  ]
}

/** What the list of people is: the sizes that the account shows may be in its name. */
function sourceOf({ account: { frame } }: Omit<Publication, 'hash'>): readonly TypedLabel[] {
  if (frame === null) return []
  const { source, population, invited } = frame
  return [{ field: 'account/frame/source', label: source, numbers: [population, invited] }]
}

function numbersOfLabels(labels: readonly TypedLabel[]): readonly PlacedNumber[] {
  return labels.flatMap(({ field, label, numbers }) =>
    Object.entries(label).flatMap(([language, words]) =>
      placedNumbers(field, language, words).filter(({ form, readings, words: found, sentence }) => {
        // Of a language whose words are not known, a label is searched for digits.
        const whole = !knowsWords(language) && found === sentence && readings.length === 0
        const own = readings.some((reading) => reading.kind === 'count' && numbers.includes(reading.value))
        // A list of "everybody with support" tells of nobody in it.
        const everybody = readings.length > 0 && readings.every((one) => one.kind === 'percent' && one.value === 100)
        return form !== 'date' && form !== 'year' && !own && !whole && !everybody
      }),
    ),
  )
}

function refuseUnknownTargets({ texts, advice }: AuthoredTexts, { tables }: Omit<Publication, 'hash'>): void {
  for (const [at, { tables: based }] of (advice ?? []).entries()) {
    const name = based.find((id) => !tables.some((table) => table.id === id))
    const expected = 'the id of a published table'
    if (name !== undefined) throw problem('textTargetUnknown', { field: `advice/${at}/tables`, name, expected })
  }
  for (const [at, { theme: name }] of (texts?.comments ?? []).entries()) {
    const expected = 'the theme of a published question'
    if (!tables.some(({ subject }) => subject.theme === name))
      throw problem('textTargetUnknown', { field: `texts/comments/${at}/theme`, name, expected })
  }
}

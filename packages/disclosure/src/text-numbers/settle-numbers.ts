import { problem, type LanguageCode, type NumberDecision, type TextPart } from '@klankbord/model'
import { agrees, expectedWords } from './agrees.ts'
import { figureName, figureValue, type ReleasedFigures } from './figure-value.ts'
import type { NumberReading } from './number-reading.ts'
import { placedNumbers, type PlacedNumber } from './place-of-number.ts'

/** What the numbers of texts are held to. */
export interface NumberRules {
  readonly figures: ReleasedFigures
  /** By place. */
  readonly decisions: ReadonlyMap<string, NumberDecision>
  /** How many numbers of the publication are open in all, for the sentence of the problem. */
  readonly open: number
}

/**
 * A text with its numbers in place: those that are a figure point to it, those that somebody confirmed to be about nobody who
 * took part stay as they are.
 *
 * @throws Problem `textNumberOpen`, `textFigureUnknown`, `textNumberHidden`, `textNumberDiffers` for the first number that is
 * neither
 */
export function settleNumbers(
  field: string,
  language: LanguageCode,
  text: string,
  rules: NumberRules,
): readonly TextPart[] {
  const original = text.normalize('NFC')
  const parts: TextPart[] = []
  let at = 0
  for (const number of placedNumbers(field, language, original)) {
    const part = settled(number, rules)
    if (part === null) continue
    if (number.start > at) parts.push(original.slice(at, number.start))
    parts.push(part)
    at = number.end
  }
  return at < original.length || parts.length === 0 ? [...parts, original.slice(at)] : parts
}

/** Null: it stays in the words around it. */
function settled(number: PlacedNumber, { figures, decisions, open }: NumberRules): TextPart | null {
  const { field, language, words, place, readings } = number
  const decision = decisions.get(place)
  if (decision === undefined)
    throw problem('textNumberOpen', { field, language, words, place, open: Math.max(open, 1) })
  if (decision.figure === null) return null
  const value = figureValue(decision.figure, figures)
  const figure = figureName(decision.figure)
  if (value.status === 'hidden') throw problem('textNumberHidden', { field, words, figure })
  if (value.status === 'unknown') throw problem('textFigureUnknown', { field, words, figure })
  const reading = readings.find((one) => agrees(one, value))
  if (reading === undefined)
    throw problem('textNumberDiffers', { field, words, figure, expected: expectedWords(value) })
  return { figure: decision.figure, form: formOf(reading, words), words }
}

/** Only digits are written anew from the figure. */
function formOf(reading: NumberReading, words: string): 'percent' | 'count' | 'words' {
  if (!/^\p{Nd}/u.test(words)) return 'words'
  if (reading.kind === 'percent') return reading.decimals === 0 ? 'percent' : 'words'
  return reading.kind === 'count' && reading.decimals === 0 ? 'count' : 'words'
}

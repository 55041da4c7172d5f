import { EMPTY_CODES, type EmptyOptionKind, type Json, type LocalizedText, type Tone } from '@klankbord/model'
import { wording, type WordingKey } from './wording.ts'

/** An option of a SurveyJS definition with its own properties of the profile. */
export interface OptionDefinition {
  readonly [property: string]: Json
}

/** Options that count from 1 in their own order. */
export function numbered(keys: readonly WordingKey[]): readonly OptionDefinition[] {
  return keys.map((key, place) => ({ value: place + 1, text: wording(key) }))
}

/** An option with a place on a scale. */
function toned(value: number, key: WordingKey, tone: Tone): OptionDefinition {
  return { value, text: wording(key), tone }
}

/** An option that stands for a kind of empty; in a checkbox it stands alone. */
function emptyOption(kind: EmptyOptionKind, text: LocalizedText): OptionDefinition {
  return { value: EMPTY_CODES[kind], text, missingReason: kind }
}

/** "I'd rather not say", which every choice offers. */
export const REFUSED: OptionDefinition = emptyOption('refused', wording('refused'))

/** Agreement in five steps, the most positive first, with no opinion and refusal apart. */
export const AGREEMENT: readonly OptionDefinition[] = [
  toned(1, 'agreeFully', 'positive'),
  toned(2, 'agree', 'positive'),
  toned(3, 'between', 'neutral'),
  toned(4, 'disagree', 'negative'),
  toned(5, 'disagreeFully', 'negative'),
  emptyOption('dontKnow', wording('noOpinion')),
  REFUSED,
]

/** Yes or no, with both kinds of empty. */
export const YES_NO: readonly OptionDefinition[] = [
  toned(1, 'yes', 'positive'),
  toned(2, 'no', 'negative'),
  emptyOption('dontKnow', wording('dontKnow')),
  REFUSED,
]

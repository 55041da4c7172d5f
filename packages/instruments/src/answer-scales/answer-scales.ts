import { EMPTY_CODES, type EmptyOptionKind, type Json, type LocalizedText, type Tone } from '@klankbord/model'
import { scaleWording, type ScaleWordingKey } from './wording.ts'

/** An option of a SurveyJS definition with its own properties of the profile. */
export interface OptionDefinition {
  readonly [property: string]: Json
}

/** An option with a place on a scale. */
function toned(value: number, key: ScaleWordingKey, tone: Tone): OptionDefinition {
  return { value, text: scaleWording(key), tone }
}

/** An option that stands for a kind of empty; in a checkbox it stands alone. */
function emptyOption(kind: EmptyOptionKind, text: LocalizedText): OptionDefinition {
  return { value: EMPTY_CODES[kind], text, missingReason: kind }
}

/** "I'd rather not say", which every choice offers. */
export const REFUSED: OptionDefinition = emptyOption('refused', scaleWording('refused'))

/** "I don't know", where somebody may not know. */
export const DONT_KNOW: OptionDefinition = emptyOption('dontKnow', scaleWording('dontKnow'))

/** "Does not apply to me", where it may not. */
export const NOT_APPLICABLE: OptionDefinition = emptyOption('notApplicable', scaleWording('notApplicable'))

/** What stands above a statement: "Do you agree with this sentence?" */
export const STATEMENT_PROMPT: LocalizedText = scaleWording('statementPrompt')

/** The same for children and young people. */
export const YOUNG_STATEMENT_PROMPT: LocalizedText = scaleWording('youngStatementPrompt')

/** Agreement in five steps, the most positive first, with no opinion and refusal apart. */
export const AGREEMENT: readonly OptionDefinition[] = [
  toned(1, 'agreeFully', 'positive'),
  toned(2, 'agree', 'positive'),
  toned(3, 'between', 'neutral'),
  toned(4, 'disagree', 'negative'),
  toned(5, 'disagreeFully', 'negative'),
  emptyOption('dontKnow', scaleWording('noOpinion')),
  REFUSED,
]

/** Yes or no, with both kinds of empty. */
export const YES_NO: readonly OptionDefinition[] = [
  toned(1, 'yes', 'positive'),
  toned(2, 'no', 'negative'),
  DONT_KNOW,
  REFUSED,
]

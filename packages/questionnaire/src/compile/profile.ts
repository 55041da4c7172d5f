/**
 * The profile: which part of SurveyJS JSON a definition may use, as data. `text` is a string or one
 * string per language; `condition` is a SurveyJS expression; `list` is read by its own reader.
 */
export type PropertyKind = 'string' | 'text' | 'boolean' | 'number' | 'condition' | 'list'

/** Property name to the kind of its value. */
export type Properties = Readonly<Record<string, PropertyKind>>

export const QUESTIONNAIRE_PROPERTIES: Properties = {
  title: 'text',
  description: 'text',
  locale: 'string',
  pages: 'list',
}

export const PAGE_PROPERTIES: Properties = {
  name: 'string',
  title: 'text',
  visibleIf: 'condition',
  elements: 'list',
  shortGroup: 'boolean',
}

/** What every question may have. The last six are ours. */
export const QUESTION_PROPERTIES: Properties = {
  type: 'string',
  name: 'string',
  title: 'text',
  description: 'text',
  isRequired: 'boolean',
  requiredIf: 'condition',
  visibleIf: 'condition',
  topic: 'string',
  theme: 'string',
  scale: 'string',
  sensitive: 'boolean',
  benchmarkKey: 'string',
  prompt: 'text',
}

/** The types of questions in the profile. */
export type ElementType = 'radiogroup' | 'checkbox' | 'rating' | 'boolean' | 'text' | 'comment'

/** What a type of question has beside that. */
export const TYPE_PROPERTIES: Readonly<Record<ElementType, Properties>> = {
  radiogroup: { choices: 'list' },
  checkbox: { choices: 'list', minSelectedChoices: 'number', maxSelectedChoices: 'number' },
  rating: {
    rateMin: 'number',
    rateMax: 'number',
    rateCount: 'number',
    rateValues: 'list',
    minRateDescription: 'text',
    maxRateDescription: 'text',
  },
  boolean: { labelTrue: 'text', labelFalse: 'text' },
  text: { inputType: 'string', min: 'number', max: 'number', step: 'number', maxLength: 'number' },
  comment: { maxLength: 'number' },
}

export const ELEMENT_TYPES: readonly ElementType[] = Object.keys(TYPE_PROPERTIES) as ElementType[]

/** What an option that is written as an object may have. */
export const OPTION_PROPERTIES: Properties = {
  value: 'list',
  text: 'text',
  missingReason: 'string',
  tone: 'string',
  exclusive: 'boolean',
}

export const INPUT_TYPES = ['text', 'number'] as const
export const MISSING_REASONS = ['dontKnow', 'refused', 'notApplicable'] as const
export const TONES = ['positive', 'neutral', 'negative'] as const

/** Words that people write for a property of the profile and that no edit distance finds. */
export const SYNONYMS: Readonly<Record<string, string>> = {
  elements: 'pages',
  questions: 'elements',
  required: 'isRequired',
  options: 'choices',
  label: 'title',
  text: 'title',
  hint: 'description',
  showIf: 'visibleIf',
  maxlength: 'maxLength',
}

export function isElementType(type: string): type is ElementType {
  return Object.hasOwn(TYPE_PROPERTIES, type)
}

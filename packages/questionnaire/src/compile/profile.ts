/**
 * The profile: which part of SurveyJS JSON a definition may use, as data. `text` is a string or one
 * string per language; `condition` is a SurveyJS expression; `limit` a number or a date;
 * `names` a name or a list of names; `list` is read by its own reader.
 */
export type PropertyKind = 'string' | 'text' | 'boolean' | 'number' | 'limit' | 'condition' | 'names' | 'list'

/** Property name to the kind of its value. */
export type Properties = Readonly<Record<string, PropertyKind>>

export const QUESTIONNAIRE_PROPERTIES: Properties = {
  title: 'text',
  description: 'text',
  locale: 'string',
  pages: 'list',
  calculatedValues: 'list',
  scales: 'list',
  durations: 'list',
  helpLines: 'list',
  practiceQuestion: 'boolean',
  contactAgain: 'boolean',
}

/** A page, and a panel that stands in it. */
export const PAGE_PROPERTIES: Properties = {
  name: 'string',
  title: 'text',
  description: 'text',
  visibleIf: 'condition',
  enableIf: 'condition',
  elements: 'list',
  shortGroup: 'boolean',
}

export const PANEL_PROPERTIES: Properties = { type: 'string', ...PAGE_PROPERTIES }

/** What stands between questions has. */
const NOTE_PROPERTIES: Properties = { type: 'string', name: 'string', visibleIf: 'condition' }

/** What every question may have. The last twelve are ours. */
const QUESTION_PROPERTIES: Properties = {
  type: 'string',
  name: 'string',
  title: 'text',
  description: 'text',
  isRequired: 'boolean',
  requiredIf: 'condition',
  visibleIf: 'condition',
  enableIf: 'condition',
  validators: 'list',
  topic: 'string',
  theme: 'string',
  scale: 'string',
  sensitive: 'boolean',
  benchmarkKey: 'string',
  prompt: 'text',
  blocking: 'boolean',
  outcomeOnly: 'boolean',
  measurement: 'string',
  pictogram: 'string',
  audio: 'text',
  helpLine: 'names',
}

/** The types of questions in the profile. */
export type QuestionType =
  | 'radiogroup'
  | 'dropdown'
  | 'checkbox'
  | 'rating'
  | 'boolean'
  | 'imagepicker'
  | 'ranking'
  | 'matrix'
  | 'text'
  | 'comment'
  | 'multipletext'
  | 'paneldynamic'
  | 'signaturepad'

const OTHER: Properties = { showOtherItem: 'boolean', otherText: 'text', otherPlaceholder: 'text' }
const SELECTED: Properties = { minSelectedChoices: 'number', maxSelectedChoices: 'number' }
const INPUT: Properties = { inputType: 'string', min: 'limit', max: 'limit', step: 'number', maxLength: 'number' }

/** What a type of question has beside what every question has. */
const QUESTION_TYPES: Readonly<Record<QuestionType, Properties>> = {
  radiogroup: { choices: 'list', ...OTHER },
  dropdown: { choices: 'list', ...OTHER },
  checkbox: { choices: 'list', ...SELECTED, ...OTHER },
  rating: {
    rateMin: 'number',
    rateMax: 'number',
    rateCount: 'number',
    rateValues: 'list',
    minRateDescription: 'text',
    maxRateDescription: 'text',
  },
  boolean: { labelTrue: 'text', labelFalse: 'text', consent: 'string', quoteConsent: 'boolean' },
  imagepicker: { choices: 'list', multiSelect: 'boolean', showLabel: 'boolean' },
  ranking: { choices: 'list', selectToRankEnabled: 'boolean', ...SELECTED },
  matrix: { rows: 'list', columns: 'list', eachRowRequired: 'boolean' },
  text: INPUT,
  comment: { maxLength: 'number' },
  multipletext: { items: 'list' },
  paneldynamic: { templateElements: 'list', minPanelCount: 'number', maxPanelCount: 'number', templateTitle: 'text' },
  signaturepad: {},
}

/** Every type of element in the profile: questions, what stands between them, and the panel around them. */
export type ElementType = QuestionType | 'html' | 'expression' | 'panel'

/** All properties of a type of element. */
export const ELEMENT_PROPERTIES: Readonly<Record<ElementType, Properties>> = {
  ...(Object.fromEntries(
    Object.entries(QUESTION_TYPES).map(([type, own]) => [type, { ...QUESTION_PROPERTIES, ...own }]),
  ) as Record<QuestionType, Properties>),
  html: { ...NOTE_PROPERTIES, html: 'text' },
  expression: { ...NOTE_PROPERTIES, title: 'text', description: 'text', expression: 'condition' },
  panel: PANEL_PROPERTIES,
}

export const ELEMENT_TYPES: readonly ElementType[] = Object.keys(ELEMENT_PROPERTIES) as ElementType[]

/** The types that can stand in a paneldynamic. */
export const PANEL_QUESTION_TYPES: readonly QuestionType[] = [
  'radiogroup',
  'dropdown',
  'checkbox',
  'rating',
  'boolean',
  'imagepicker',
  'text',
  'comment',
]

/** A list of options, by what stands in it. `images`: choices of an imagepicker, of which `severalImages` may be chosen together. */
export type OptionList = 'single' | 'several' | 'images' | 'severalImages' | 'ratings' | 'ranked' | 'columns' | 'rows'

const ITEM: Properties = { value: 'list', text: 'text' }
const MEDIA: Properties = { pictogram: 'string', audio: 'text' }
const CODED: Properties = { ...ITEM, ...MEDIA, missingReason: 'string', tone: 'string' }
const GUARDS: Properties = { visibleIf: 'condition', enableIf: 'condition' }

/** What an option that is written as an object may have. */
export const OPTION_PROPERTIES: Readonly<Record<OptionList, Properties>> = {
  single: { ...CODED, ...GUARDS },
  several: { ...CODED, ...GUARDS, exclusive: 'boolean' },
  images: { ...CODED, ...GUARDS, imageLink: 'string' },
  severalImages: { ...CODED, ...GUARDS, imageLink: 'string', exclusive: 'boolean' },
  ratings: CODED,
  ranked: { ...ITEM, ...MEDIA, visibleIf: 'condition' },
  columns: CODED,
  rows: { ...ITEM, ...GUARDS },
}

/** Where a property of an option goes, in words, for one that was written elsewhere. */
export const OPTION_HOMES: Readonly<Record<string, string>> = {
  exclusive: 'checkbox',
  imageLink: 'imagepicker',
  missingReason: 'radiogroup and checkbox',
  tone: 'radiogroup and checkbox',
  visibleIf: 'radiogroup and checkbox',
  enableIf: 'radiogroup and checkbox',
  pictogram: 'radiogroup and checkbox',
  audio: 'radiogroup and checkbox',
}

/** What an item of a multipletext may have. `min`, `max` and `step` are ours. */
export const ITEM_PROPERTIES: Properties = {
  name: 'string',
  title: 'text',
  isRequired: 'boolean',
  validators: 'list',
  ...INPUT,
}

export const INPUT_TYPES = ['text', 'number', 'date', 'month', 'email'] as const
export const MISSING_REASONS = ['dontKnow', 'refused', 'notApplicable'] as const
export const TONES = ['positive', 'neutral', 'negative'] as const
export const MEASUREMENT_LEVELS = ['nominal', 'ordinal', 'interval', 'ratio'] as const

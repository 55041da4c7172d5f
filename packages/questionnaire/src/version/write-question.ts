import type { ChoiceQuestion, Condition, InputQuestion, Option, Question, Validator } from '@klankbord/model'
import { consentOf } from '../consent/consent-of.ts'
import { printCondition } from '../condition/print-expression.ts'
import { writeOptions, writeRating } from './write-options.ts'
import { pruned, type Writing, type Written } from './written.ts'

/** What a question needs of the questionnaire around it. */
export interface QuestionPlace {
  readonly language: string
  readonly writing: Writing
  /** Its own conditions, without those of the page and the panels around it. */
  readonly visibleIf?: Condition | undefined
  readonly enableIf?: Condition | undefined
}

/** An element of SurveyJS JSON for a question. */
export function writeQuestion(question: Question, place: QuestionPlace): Written {
  const { writing } = place
  const { required } = question
  return pruned({
    type: question.type === 'checkbox' && question.images === true ? 'imagepicker' : SURVEYJS_TYPES[question.type],
    name: question.name,
    title: writing.text(question.title),
    description: writing.text(question.description),
    prompt: writing.text(question.prompt),
    visibleIf: place.visibleIf && printCondition(place.visibleIf),
    enableIf: place.enableIf && printCondition(place.enableIf),
    isRequired: required === true ? true : undefined,
    requiredIf: typeof required === 'object' ? printCondition(required) : undefined,
    blocking: question.blocking,
    outcomeOnly: question.outcomeOnly,
    topic: question.topic,
    theme: question.theme,
    scale: question.scale,
    sensitive: question.sensitive ? true : undefined,
    benchmarkKey: question.benchmarkKey,
    measurement: question.measurement,
    pictogram: question.pictogram,
    audio: writing.text(question.audio),
    helpLine: question.helpLine?.length === 1 ? question.helpLine[0] : question.helpLine,
    ...writeType(question, place),
    validators: writeValidators(question, writing),
  })
}

const SURVEYJS_TYPES: Readonly<Record<Question['type'], string>> = {
  radiogroup: 'radiogroup',
  dropdown: 'dropdown',
  rating: 'rating',
  boolean: 'boolean',
  imagepicker: 'imagepicker',
  checkbox: 'checkbox',
  ranking: 'ranking',
  matrix: 'matrix',
  number: 'text',
  date: 'text',
  month: 'text',
  text: 'text',
  email: 'text',
  comment: 'comment',
  multipletext: 'multipletext',
  paneldynamic: 'paneldynamic',
  signaturepad: 'signaturepad',
}

function writeType(question: Question, place: QuestionPlace): Written {
  const { language, writing } = place
  switch (question.type) {
    case 'rating':
      return writeRating(question.options, language, writing)
    case 'boolean':
      return {
        labelTrue: labelOf(question.options, true, writing),
        labelFalse: labelOf(question.options, false, writing),
        consent: consentOf(question),
      }
    case 'radiogroup':
    case 'dropdown':
      return writeChoices(question, place)
    case 'imagepicker':
      return { ...writeChoices(question, place), showLabel: true }
    case 'checkbox':
      return {
        ...writeChoices(question, place),
        ...(question.images === true && { multiSelect: true, showLabel: true }),
        minSelectedChoices: question.minSelected,
        maxSelectedChoices: question.maxSelected,
      }
    case 'ranking': {
      const { options, minSelected, maxSelected } = question
      const all = minSelected === options.length && maxSelected === options.length
      return {
        choices: writeOptions(options, language, writing),
        ...(!all && { selectToRankEnabled: true, minSelectedChoices: minSelected, maxSelectedChoices: maxSelected }),
      }
    }
    case 'matrix':
      return {
        rows: question.rows.map(({ name, text, visibleIf, enableIf }) => ({
          value: name,
          text: writing.text(text),
          visibleIf: visibleIf && printCondition(visibleIf),
          enableIf: enableIf && printCondition(enableIf),
        })),
        columns: writeOptions(question.columns, language, writing),
        eachRowRequired: question.eachRowRequired ? true : undefined,
      }
    case 'multipletext':
      return { items: question.items.map((item) => writeItem(item, writing)) }
    case 'paneldynamic':
      return {
        templateElements: question.questions.map((inner) =>
          writeQuestion(inner, { ...place, visibleIf: inner.visibleIf, enableIf: inner.enableIf }),
        ),
        templateTitle: writing.text(question.templateTitle),
        minPanelCount: question.minPanels,
        maxPanelCount: question.maxPanels,
      }
    case 'signaturepad':
      return {}
    default:
      return writeInput(question)
  }
}

/** The options; "other" is a property of its question in SurveyJS. */
function writeChoices(question: ChoiceQuestion, { language, writing }: QuestionPlace): Written {
  const other = question.options.find((option) => option.other === true)
  return {
    choices: writeOptions(
      question.options.filter((option) => option !== other),
      language,
      writing,
    ),
    ...(other && {
      showOtherItem: true,
      otherText: writing.own(other.text),
      otherPlaceholder: writing.text(question.other?.placeholder),
    }),
  }
}

function labelOf(options: readonly Option[], value: boolean, writing: Writing): Written[string] {
  return writing.own(options.find((option) => option.value === value)?.text)
}

function writeInput(question: InputQuestion): Written {
  switch (question.type) {
    case 'number':
      return { inputType: 'number', min: question.min, max: question.max, step: question.step }
    case 'date':
    case 'month':
      return { inputType: question.type, min: question.min, max: question.max }
    case 'email':
      return { inputType: 'email', maxLength: question.maxLength }
    default:
      return { maxLength: question.maxLength }
  }
}

function writeItem(item: InputQuestion, writing: Writing): Written {
  return {
    name: item.name,
    title: writing.text(item.title),
    isRequired: item.required === true ? true : undefined,
    ...writeInput(item),
    validators: writeValidators(item, writing),
  }
}

/**
 * Each at the place that its path tells. Where none is left, a count of answers stood that went into the limits of the
 * question; it comes back as that limit, so that the others keep their places.
 */
function writeValidators(question: Question, writing: Writing): readonly Written[] | undefined {
  const { validators = [] } = question
  const least = 'minSelected' in question ? (question.minSelected ?? 0) : 0
  const written: Written[] = []
  for (const validator of validators) {
    const place = Number(validator.path.slice(validator.path.lastIndexOf('/') + 1))
    while (written.length < place) written.push({ type: 'answercount', minCount: least })
    written.push(writeValidator(validator, writing))
  }
  return written.length > 0 ? written : undefined
}

function writeValidator(validator: Validator, writing: Writing): Written {
  const text = writing.text(validator.message)
  switch (validator.type) {
    case 'range':
      return { type: 'numeric', text, minValue: validator.min, maxValue: validator.max }
    case 'length':
      return {
        type: 'text',
        text,
        minLength: validator.min,
        maxLength: validator.max,
        allowDigits: validator.digits,
      }
    case 'email':
      return { type: 'email', text }
    case 'pattern':
      return { type: 'regex', text, regex: validator.pattern, caseInsensitive: validator.caseInsensitive }
    case 'expression':
      return { type: 'expression', text, expression: printCondition(validator.condition) }
  }
}

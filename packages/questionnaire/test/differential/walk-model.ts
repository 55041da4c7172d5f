import {
  type ItemValue,
  type Question,
  type QuestionCheckboxModel,
  type QuestionImagePickerModel,
  type QuestionMatrixModel,
  type QuestionMultipleTextModel,
  type QuestionPanelDynamicModel,
  type QuestionRankingModel,
  type QuestionSelectBase,
  type QuestionTextModel,
  type SurveyModel,
} from 'survey-core'
import type { Draw } from './draw.ts'
import { dateOf, monthOf } from './expressions.ts'
import { standsAlone } from './stands-alone.ts'

/** A drawn signature, small. */
const SIGNATURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

/** How somebody goes through a questionnaire. */
export interface Walk {
  readonly draw: Draw
  /** The share of questions that are left open, required ones too. */
  readonly skips: number
  /** Called after each question, answered or not. */
  readonly arrived?: (question: Question) => void
}

/**
 * Answers a model of survey-core the way its own pages do: from front to back, only what is visible and open, only
 * choices that are offered. An answer that survey-core finds fault with is taken back, as its pages go no further.
 */
export function walkModel(model: SurveyModel, walk: Walk): void {
  for (const question of model.getAllQuestions()) {
    if (question.getType() === 'html' || question.getType() === 'expression') continue
    if (question.isVisibleInSurvey && !question.isReadOnly && !walk.draw.chance(walk.skips)) answer(question, walk)
    walk.arrived?.(question)
  }
}

/** Goes back to a few questions and answers them once more, as if the mind was changed; what came after stays. */
export function changeMind(model: SurveyModel, draw: Draw): void {
  const open = model.getAllQuestions().filter((question) => {
    const takesAnswer = question.getType() !== 'html' && question.getType() !== 'expression'
    return takesAnswer && question.isVisibleInSurvey && !question.isReadOnly
  })
  for (const question of draw.some(open.slice(0, 8), 2, 4)) {
    if (!question.isVisibleInSurvey || question.isReadOnly) continue
    question.clearValue()
    answer(question, { draw, skips: 0 })
  }
}

function answer(question: Question, walk: Walk): void {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    ANSWERS[question.getType()]?.(question, walk.draw)
    if (passes(question)) return
    question.clearValue()
    question.comment = ''
    // survey-core lets conditions see a number outside its limits and does not look again when it is taken back.
    ;(question.survey as SurveyModel).runExpressions()
  }
}

/** Whether nothing is wrong with it, but that it should have been answered. */
function passes(question: Question): boolean {
  if (question.validate(true)) return true
  return question.isEmpty() ? false : question.getAllErrors().every((error) => error.getErrorType() === 'required')
}

const ANSWERS: Readonly<Record<string, (question: Question, draw: Draw) => void>> = {
  radiogroup: chooseOne,
  dropdown: chooseOne,
  rating: (question, draw) => {
    const { visibleRateValues } = question as unknown as { readonly visibleRateValues: readonly ItemValue[] }
    question.value = draw.pick(visibleRateValues).value
  },
  boolean: (question, draw) => {
    question.value = draw.chance(0.5)
  },
  imagepicker: (question, draw) => {
    const picker = question as QuestionImagePickerModel
    const offered = offeredBy(picker)
    if (offered.length === 0) return
    picker.value = picker.multiSelect ? draw.shuffled(offered).map(({ value }) => value) : draw.pick(offered).value
  },
  checkbox: (question, draw) => {
    const box = question as QuestionCheckboxModel
    const offered = offeredBy(box)
    const alone = offered.filter(standsAlone)
    if (alone.length > 0 && draw.chance(0.2)) return box.clickItemHandler(draw.pick(alone), true)
    const together = offered.filter((item) => !standsAlone(item))
    for (const item of draw.shuffled(together, Math.max(1, box.minSelectedChoices)))
      if (item.isEnabled) box.clickItemHandler(item, true)
    writeOther(box, draw)
  },
  text: (question, draw) => {
    const { inputType } = question as QuestionTextModel
    ;(question as QuestionTextModel).inputValue = typed(inputType, draw, Number(question['maxLength']))
  },
  comment: (question, draw) => {
    question.value = draw.words(1, lengthOf(Number(question['maxLength'])))
  },
  matrix: (question, draw) => {
    const matrix = question as QuestionMatrixModel
    for (const row of matrix.visibleRows)
      if (!row.isReadOnly && draw.chance(0.8)) row.value = draw.pick(matrix.visibleColumns as ItemValue[]).value
  },
  multipletext: (question, draw) => {
    for (const item of (question as QuestionMultipleTextModel).items)
      if (draw.chance(0.8)) item.editor.inputValue = typed(item.inputType, draw, item.maxLength)
  },
  ranking: (question, draw) => {
    const ranking = question as QuestionRankingModel
    if (ranking.selectToRankEnabled) for (const item of draw.shuffled(offeredBy(ranking))) press(ranking, item, ' ')
    else for (const item of draw.shuffled(offeredBy(ranking))) press(ranking, item, draw.pick(['ArrowUp', 'ArrowDown']))
  },
  signaturepad: (question) => {
    question.value = SIGNATURE
  },
  paneldynamic: (question, draw) => {
    const dynamic = question as QuestionPanelDynamicModel
    while (dynamic.canAddPanel && draw.chance(0.6)) dynamic.addPanel()
    for (const panel of dynamic.panels)
      for (const inner of panel.questions)
        if (inner.isVisible && !inner.isReadOnly && !draw.chance(0.15)) answer(inner, { draw, skips: 0 })
  },
}

function chooseOne(question: Question, draw: Draw): void {
  const choice = question as QuestionSelectBase
  const offered = offeredBy(choice)
  if (offered.length === 0) return
  choice.renderedValue = draw.pick(offered).value
  writeOther(choice, draw)
}

const offeredBy = (question: QuestionSelectBase): readonly ItemValue[] =>
  question.visibleChoices.filter((item) => item.isEnabled)

function writeOther(question: QuestionSelectBase, draw: Draw): void {
  if (question.isOtherSelected) question.otherValue = draw.words(1, 100)
}

function press(ranking: QuestionRankingModel, item: ItemValue, key: string): void {
  ranking.handleKeydown({ key, preventDefault: () => undefined } as never, item)
}

const lengthOf = (maxLength: number): number => (maxLength > 0 ? maxLength : 300)

function typed(inputType: string, draw: Draw, maxLength: number): string {
  switch (inputType) {
    case 'number':
      return String(draw.chance(0.8) ? draw.whole(0, 100) : draw.number(-20, 150))
    case 'date':
      return dateOf(draw)
    case 'month':
      return monthOf(draw)
    case 'email':
      return draw.pick(['a@example.org', 'anna.b+c@mail.example.nl', 'x'])
    default:
      return draw.words(1, lengthOf(maxLength)).replaceAll('\n', '-')
  }
}

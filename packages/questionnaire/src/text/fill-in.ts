import {
  commentKey,
  localize,
  type AnswerParts,
  type Answers,
  type AnswerValue,
  type Clock,
  type LanguageCode,
  type LocalizedText,
  type PanelDynamicQuestion,
  type Question,
  type Questionnaire,
} from '@klankbord/model'
import { walk, type Walk } from '../answers/walk.ts'
import { pipesIn, replacePipes } from './pipes.ts'
import { showAnswer, showPart, type Showing } from './show-answer.ts'
import { showValue } from './show-value.ts'

/** One panel of a paneldynamic, for the texts that stand in it. */
export interface OnePanel {
  readonly question: PanelDynamicQuestion
  readonly answers: AnswerParts
}

/**
 * A text of the questionnaire in a language, with the answers in the place of names between braces: labels of
 * options, several as people list them, numbers and dates as the language writes them, the words in the place of
 * "other". An ellipsis stands for what has no answer, or was not asked. A name that the questionnaire does not have
 * stays as it is. The result is plain text, whatever was answered: whoever puts it in HTML escapes it.
 *
 * @param panel where the text stands in a panel of a paneldynamic, for `{panel.x}`
 * @throws Problem `clockMissing` when a condition or an expression needs the date and there is no clock
 * @example fillIn(questionnaire, { nl: 'U bent {age} jaar.' }, { age: 42 }, 'nl') // 'U bent 42 jaar.'
 */
export function fillIn(
  questionnaire: Questionnaire,
  text: LocalizedText,
  answers: Answers,
  language: LanguageCode,
  clock?: Clock,
  panel?: OnePanel,
): string {
  return filled({ questionnaire, text, answers, language, clock, panel }, (value) => value)
}

/**
 * The same for prose that is HTML already: `Prose.html`, or a text that was escaped. What is filled in is escaped, so
 * that an answer is never markup.
 *
 * @throws Problem `clockMissing` when a condition or an expression needs the date and there is no clock
 * @example fillInHtml(questionnaire, { nl: '<p>{name}</p>' }, { name: '<b>' }, 'nl') // '<p>&lt;b&gt;</p>'
 */
export function fillInHtml(
  questionnaire: Questionnaire,
  html: LocalizedText,
  answers: Answers,
  language: LanguageCode,
  clock?: Clock,
  panel?: OnePanel,
): string {
  return filled({ questionnaire, text: html, answers, language, clock, panel }, escaped)
}

const NOTHING = '…'
/** Labels of options may take answers too, whose labels may take answers. */
const DEEPEST = 3
/** Twenty times the longest answer; beyond it nothing is filled in. */
const MOST_CHARACTERS = 200_000
const PANEL = 'panel.'

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '')

interface Filling {
  readonly questionnaire: Questionnaire
  readonly text: LocalizedText
  readonly answers: Answers
  readonly language: LanguageCode
  readonly clock: Clock | undefined
  readonly panel: OnePanel | undefined
}

function filled(filling: Filling, put: (value: string) => string): string {
  const { questionnaire, text, answers, language, clock } = filling
  const template = localize(text, language, questionnaire.language)
  if (pipesIn(template).length === 0) return template
  const walked = walk(questionnaire, answers, clock)
  const showing = {
    language: Object.hasOwn(text, language) ? language : questionnaire.language,
    source: questionnaire.language,
  }
  let left = MOST_CHARACTERS
  const fill = (part: string, depth: number): string =>
    replacePipes(part, (name) => {
      if (left <= 0 || depth > DEEPEST) return NOTHING
      const shown = valueOf(name, filling, walked, { ...showing, fill: (label) => fill(label, depth + 1) })
      if (shown === undefined) return `{${name}}`
      left -= shown === null ? 1 : shown.length
      return shown ?? NOTHING
    })
  return replacePipes(template, (name) => put(fill(`{${name}}`, 1)))
}

type Words = Omit<Showing, 'words'>

/** Null where there is no answer; undefined for a name that the questionnaire does not have. */
function valueOf(
  name: string,
  { questionnaire, panel }: Filling,
  walked: Walk,
  words: Words,
): string | null | undefined {
  if (panel && name.startsWith(PANEL)) return inPanel(name.slice(PANEL.length), panel, words)
  const calculated = questionnaire.calculatedValues?.find((value) => value.name === name)
  if (calculated) {
    const value = Object.hasOwn(walked.calculated, name) ? walked.calculated[name] : undefined
    return value === undefined ? null : showValue(value, calculated.valueType, words.language)
  }
  const dot = name.indexOf('.')
  const question = questionnaire.questions.find((each) => each.name === (dot < 0 ? name : name.slice(0, dot)))
  if (!question) return undefined
  const answer = own(walked.answers, question.name)
  if (answer === undefined) return null
  if (dot >= 0) return showPart(question, name.slice(dot + 1), answer, { ...words, words: undefined }) ?? null
  return shownOf(question, answer, walked.answers, words)
}

function inPanel(name: string, { question, answers }: OnePanel, words: Words): string | null | undefined {
  const inner = question.questions.find((each) => each.name === name)
  if (!inner) return undefined
  const answer = own(answers, name)
  return answer === undefined ? null : shownOf(inner, answer, answers, words)
}

function shownOf(question: Question, answer: AnswerValue, beside: Answers, words: Words): string | null {
  const written = own(beside, commentKey(question.name))
  return showAnswer(question, answer, { ...words, words: typeof written === 'string' ? written : undefined }) ?? null
}

const own = (answers: Answers, key: string): AnswerValue | undefined =>
  Object.hasOwn(answers, key) ? answers[key] : undefined

import {
  finding,
  hasOptions,
  pointer,
  type AnswerValue,
  type Finding,
  type Question,
  type Questionnaire,
} from '@klankbord/model'
import { CONTROL_FIELDS, fieldOf, PAGE_ACTIONS, type ControlField, type PageAction } from './form-fields.ts'
import { parseNumber } from './number-text.ts'
import { normaliseCode } from './withdrawal-code.ts'

/** What somebody asked for by pressing a button. */
export interface PageRequest {
  readonly go: PageAction
  /** Empty on pages that have no questions. */
  readonly screenId: string
  readonly draft: string | null
  /** Capitals and digits only. */
  readonly withdrawalCode: string | null
  readonly language: string | null
  /** What was filled in, typed as its question takes it; what can't be typed so stays as it was written, for the check to refuse. */
  readonly given: Readonly<Record<string, AnswerValue>>
  /** Questions that were asked once more already. */
  readonly askedAgain: readonly string[]
  /** What no page of ours sends. Nothing of such a form can be relied on. */
  readonly findings: readonly Finding[]
}

type Form = Readonly<Record<string, unknown>>

const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/
const DRAFT = /^[\w-]{1,64}$/

/**
 * Reads a form as a browser sends it: text per field, or a list where a field came more than once.
 * An empty field is no answer. Text keeps every character, but for line ends: browsers send two
 * characters for what counts as one.
 *
 * @example parseForm(questionnaire, { go: 'next', screen: 'age', age: '34' }).given // { age: 34 }
 */
export function parseForm(questionnaire: Questionnaire, form: Form): PageRequest {
  const findings: Finding[] = []
  const control = controlReader(form, findings)
  const { go, chosenLanguage } = actionOf(control('go', (value) => actionPattern(value), 'one of our buttons'))
  const screens = new Set(questionnaire.screens.map(({ id }) => id))
  const names = new Set(questionnaire.questions.map(({ name }) => name))
  const asked = control('asked', (value) => value.split(' ').every((name) => names.has(name)), 'names of questions')
  findings.push(...unknownFields(questionnaire, form))
  return {
    go,
    screenId: control('screen', (value) => screens.has(value), 'a screen') ?? '',
    draft: control('draft', (value) => DRAFT.test(value), 'an id'),
    withdrawalCode: codeOf(control('code', () => true, 'a code')),
    language: chosenLanguage ?? control('language', (value) => LANGUAGE.test(value), 'a language'),
    given: givenAnswers(questionnaire, form, findings),
    askedAgain: asked === null ? [] : asked.split(' '),
    findings,
  }
}

/** Reads one field that is no answer; empty and absent are null, anything strange is a finding and null. */
function controlReader(
  form: Form,
  findings: Finding[],
): (field: ControlField, allowed: (value: string) => boolean, expected: string) => string | null {
  return (field, allowed, expected) => {
    const value = fieldValue(form, field)
    if (value === undefined || value === '') return null
    if (typeof value === 'string' && allowed(value)) return value
    findings.push(finding('wrongFormValue', pointer('/form', field), { field, expected }))
    return null
  }
}

function actionPattern(value: string): boolean {
  const [action = '', language] = value.split(':')
  if (!(PAGE_ACTIONS as readonly string[]).includes(action)) return false
  return language === undefined || (action === 'language' && LANGUAGE.test(language))
}

/** Enter in a browser without a default button sends no button; it means to go on. */
function actionOf(value: string | null): { readonly go: PageAction; readonly chosenLanguage: string | null } {
  const [action = 'next', language] = value?.split(':') ?? []
  return { go: PAGE_ACTIONS.find((known) => known === action) ?? 'next', chosenLanguage: language ?? null }
}

function unknownFields(questionnaire: Questionnaire, form: Form): readonly Finding[] {
  const known = new Set<string>([...CONTROL_FIELDS, ...questionnaire.questions.map(({ name }) => fieldOf(name))])
  const count = Object.keys(form).filter((field) => !known.has(field)).length
  return count === 0 ? [] : [finding('unknownFormField', '/form', { count })]
}

function givenAnswers(
  questionnaire: Questionnaire,
  form: Form,
  findings: Finding[],
): Readonly<Record<string, AnswerValue>> {
  const given: [string, AnswerValue][] = []
  for (const question of questionnaire.questions) {
    const values = textsOf(fieldValue(form, fieldOf(question.name)))
    if (values === null || (values.length > 1 && question.type !== 'checkbox')) {
      findings.push(
        finding('wrongFormValue', pointer('/form', fieldOf(question.name)), {
          field: fieldOf(question.name),
          expected: 'one text',
        }),
      )
    }
    const answer = values === null ? undefined : answerFrom(question, values)
    if (answer !== undefined) given.push([question.name, answer])
  }
  return Object.fromEntries(given)
}

function answerFrom(question: Question, values: readonly string[]): AnswerValue | undefined {
  const filled = values.filter((value) => value.trim() !== '')
  const [first] = filled
  if (first === undefined) return undefined
  if (question.type === 'checkbox') return filled.map((value) => optionValue(question, value))
  if (filled.length > 1) return filled
  if (hasOptions(question)) return optionValue(question, first)
  if (question.type === 'number') return parseNumber(first) ?? first
  return first.replace(/\r\n?/g, '\n')
}

/** The option's own value; what is no option stays text, for the check to refuse. */
function optionValue(question: Extract<Question, { options: unknown }>, text: string): string | number | boolean {
  return question.options.find(({ value }) => String(value) === text)?.value ?? text
}

function fieldValue(form: Form, field: string): unknown {
  return Object.hasOwn(form, field) ? form[field] : undefined
}

/** The texts of a field; none when it is absent, null when it holds anything but text. */
function textsOf(value: unknown): readonly string[] | null {
  if (value === undefined) return []
  if (typeof value === 'string') return [value]
  return Array.isArray(value) && value.every((item): item is string => typeof item === 'string') ? value : null
}

function codeOf(typed: string | null): string | null {
  const code = normaliseCode(typed ?? '')
  return code === '' ? null : code
}

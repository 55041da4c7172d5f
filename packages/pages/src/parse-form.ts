import {
  commentKey,
  finding,
  HELP_KINDS,
  pointer,
  type AnswerValue,
  type Finding,
  type HelpKind,
  type Questionnaire,
} from '@klankbord/model'
import { consentScreen, sheetConsents } from '@klankbord/questionnaire'
import { CONTROL_FIELDS, PAGE_ACTIONS, type ControlField, type PageAction } from './form-fields.ts'
import { asPressedBefore } from './kept/as-pressed-before.ts'
import type { SameForm } from './kept/same-form.ts'
import { pressedChoice, readLook, type Look } from './look/look.ts'
import { fieldsOf, parseAnswer, parseOtherWords } from './parse-answer.ts'
import { PRACTICE_VALUES } from './practice/practice-question.ts'
import { readWordsField, type CarriedWords } from './resume/words-field.ts'
import { normaliseCode } from './withdrawal-code.ts'

/** The pages that have a form and are no screen, and so say which they are. */
const PAGES = ['introduction', 'practice', 'stop', 'later', 'erase', 'left', 'stopped', 'done'] as const

/** One of them. */
export type OnPage = (typeof PAGES)[number]

/** What somebody asked for by pressing a button. */
export interface PageRequest {
  readonly go: PageAction
  /** Empty on pages that have no questions. */
  readonly screenId: string
  readonly draft: string | null
  /** Capitals and digits only. */
  readonly withdrawalCode: string | null
  /** The access code as it was typed, or as the page carried it. */
  readonly access: string | null
  /** What the page carried of the words that its answers are kept under. */
  readonly words: CarriedWords | null
  readonly language: string | null
  /** How the page is to look: as it did, but for what was just pressed. */
  readonly look: Look
  /** Which page the form was on, of those that are no screen. */
  readonly onPage: OnPage | null
  /** Up to which question the page said that everything is saved; null where it did not. */
  readonly savedTo: number | null
  /** What was chosen at the practice question; it is kept nowhere. */
  readonly practised: string | null
  /** What was filled in, typed as its question takes it; what can't be typed so stays as it was written, for the check to refuse. */
  readonly given: Readonly<Record<string, AnswerValue>>
  /** Questions that were asked once more already. */
  readonly askedAgain: readonly string[]
  /** A mark of what was seen, in hexadecimal digits: the screen was opened from the page before sending. */
  readonly seen: string | null
  /** How many minutes the page said at most were left; null where it said nothing. */
  readonly minutes: number | null
  /** Who helped, as somebody chose on the page before sending; null where nothing was chosen. */
  readonly help: HelpKind | null
  /** Up to which revision of another device somebody chose what stands here; null where nobody was asked. */
  readonly chosenOver: number | null
  /** The form as it came, field by field. */
  readonly fields: SameForm['fields']
  /** What no page of ours sends. Nothing of such a form can be relied on. */
  readonly findings: readonly Finding[]
}

type Form = Readonly<Record<string, unknown>>

const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/
const NUMBER = /^\d{1,4}$/
const REVISION = /^\d{1,7}$/
const SEEN = /^[0-9a-f]+$/
const DRAFT = /^[\w-]{1,64}$/

/**
 * Reads a form as a browser sends it: text per field, or a list where a field came more than once.
 * An empty field is no answer. Text keeps every character, but for line ends: browsers send two
 * characters for what counts as one.
 *
 * @example parseForm(questionnaire, { go: 'next', screen: 'age', age: '34' }).given // { age: 34 }
 */
export function parseForm(questionnaire: Questionnaire, sent: Form): PageRequest {
  const form = asPressedBefore(sent)
  const findings: Finding[] = []
  const control = controlReader(form, findings)
  const screens = new Set(questionnaire.screens.map(({ id }) => id))
  const { go, chosen } = actionOf(control('go', (value) => actionPattern(value, screens), 'one of our buttons'))
  const names = new Set(questionnaire.questions.map(({ name }) => name))
  const asked = control('asked', (value) => value.split(' ').every((name) => names.has(name)), 'names of questions')
  const minutes = control('minutes', (value) => NUMBER.test(value), 'a number of minutes')
  const savedTo = control('saved.to', (value) => NUMBER.test(value), 'a number of a question')
  const chosenOver = control('chosen.over', (value) => REVISION.test(value), 'a revision')
  findings.push(...unknownFields(questionnaire, form))
  const onPage = pageOf(control('on.page', (value) => pageOf(value) !== null, 'a page of ours'))
  const screenId = control('screen', (value) => screens.has(value), 'a screen') ?? ''
  const given = givenAnswers(questionnaire, form, findings)
  const ticks = go === 'start' || onPage === 'introduction' || consentScreen(questionnaire)?.id === screenId
  return {
    go,
    screenId: (go === 'resume' ? chosen : null) ?? screenId,
    draft: control('draft', (value) => DRAFT.test(value), 'an id'),
    withdrawalCode: codeOf(control('code', () => true, 'a code')),
    access: control('access', () => true, 'a code'),
    words: wordsOf(control('words', (value) => wordsOf(value) !== null, 'words of ours')),
    language: (go === 'language' ? chosen : null) ?? control('language', (value) => LANGUAGE.test(value), 'a language'),
    look: readLook(form),
    onPage,
    savedTo: savedTo === null ? null : Number(savedTo),
    practised: control('practice.answer', (value) => PRACTICE_VALUES.includes(value), 'an answer of ours'),
    given: ticks ? withUnticked(questionnaire, given) : given,
    seen: control('seen', (value) => SEEN.test(value), 'a mark of ours'),
    minutes: minutes === null ? null : Number(minutes),
    help: helpOf(control('helped.by', (value) => helpOf(value) !== null, 'a kind of help')),
    chosenOver: chosenOver === null ? null : Number(chosenOver),
    fields: Object.keys(form).flatMap((name) =>
      (textsOf(fieldValue(form, name)) ?? []).map((value) => [name, value] as const),
    ),
    askedAgain: asked === null ? [] : asked.split(' '),
    findings,
  }
}

function wordsOf(value: string | null): CarriedWords | null {
  return value === null ? null : readWordsField(value)
}

function pageOf(value: string | null): PageRequest['onPage'] {
  return PAGES.find((page) => page === value) ?? null
}

/** A browser sends nothing of a box without a tick: that consent was not given. */
function withUnticked(questionnaire: Questionnaire, given: PageRequest['given']): PageRequest['given'] {
  const consents = sheetConsents(questionnaire, 'self').map(({ name }) => [name, given[name] ?? false] as const)
  return { ...given, ...Object.fromEntries(consents) }
}

function helpOf(value: string | null): HelpKind | null {
  return HELP_KINDS.find((kind) => kind === value) ?? null
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

/** A button sends one field, so the language or the screen that it leads to comes after its action. */
function actionPattern(value: string, screens: ReadonlySet<string>): boolean {
  if (pressedChoice(value) !== null) return true
  const [action = '', chosen] = value.split(':')
  if (!(PAGE_ACTIONS as readonly string[]).includes(action)) return false
  if (chosen === undefined) return true
  return (action === 'language' && LANGUAGE.test(chosen)) || (action === 'resume' && screens.has(chosen))
}

/** Enter in a browser without a default button sends no button; it means to go on. */
function actionOf(value: string | null): { readonly go: PageAction; readonly chosen: string | null } {
  // Another look shows the page again with what was typed, as another language does.
  if (pressedChoice(value) !== null) return { go: 'language', chosen: null }
  const [action = 'next', chosen] = value?.split(':') ?? []
  return { go: PAGE_ACTIONS.find((known) => known === action) ?? 'next', chosen: chosen ?? null }
}

function unknownFields(questionnaire: Questionnaire, form: Form): readonly Finding[] {
  const answers = questionnaire.questions.flatMap((question) => fieldsOf(question).map(({ field }) => field))
  const known = new Set<string>([...CONTROL_FIELDS, ...answers])
  const count = Object.keys(form).filter((field) => !known.has(field)).length
  return count === 0 ? [] : [finding('unknownFormField', '/form', { count })]
}

function givenAnswers(
  questionnaire: Questionnaire,
  form: Form,
  findings: Finding[],
): Readonly<Record<string, AnswerValue>> {
  const texts = (field: string): readonly string[] => textsOf(fieldValue(form, field)) ?? []
  const given: [string, AnswerValue][] = []
  for (const question of questionnaire.questions) {
    for (const { field, several } of fieldsOf(question)) {
      const values = textsOf(fieldValue(form, field))
      if (values === null || (values.length > 1 && !several))
        findings.push(finding('wrongFormValue', pointer('/form', field), { field, expected: 'one text' }))
    }
    const answer = parseAnswer(question, texts)
    if (answer !== undefined) given.push([question.name, answer])
    const words = parseOtherWords(question, texts)
    if (words !== undefined) given.push([commentKey(question.name), words])
  }
  return Object.fromEntries(given)
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

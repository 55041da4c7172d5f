import {
  localize,
  type Answers,
  type Clock,
  type EntryField,
  type EntryKind,
  type EntryOption,
  type EntryQuestion,
  type EntryScreen,
  type LanguageCode,
  type LocalizedText,
  type Note,
  type Option,
  type Question,
  type Questionnaire,
  type Screen,
} from '@klankbord/model'
import { consentOf, fillIn, fillInHtml, offeredOptions, offeredRows, route, showValue } from '@klankbord/questionnaire'
import { plainProse } from './plain-prose.ts'

/** A questionnaire as it stands for somebody after these answers. */
export interface Asked {
  readonly questionnaire: Questionnaire
  readonly language: LanguageCode
  readonly answers: Answers
  readonly clock: Clock
  /** From a form on paper, which asks for no consent to a recording: nothing is recorded. */
  readonly paper: boolean
}

/** A screen of the way as plain text, with the places to type in. */
export function entryScreen(asked: Asked, screen: Screen): EntryScreen {
  const { questionnaire } = asked
  const headings = [{ title: screen.title }, ...(screen.sections ?? [])].flatMap(({ title }) =>
    title === undefined ? [] : [words(asked, title)],
  )
  return {
    id: screen.id,
    headings: [...new Set(headings)],
    content: (screen.content ?? screen.questions).flatMap((name) => {
      const question = questionnaire.questions.find((candidate) => candidate.name === name)
      if (question !== undefined)
        return asked.paper && consentOf(question) === 'recording' ? [] : [{ question: entryQuestion(asked, question) }]
      const note = questionnaire.notes?.find((candidate) => candidate.name === name)
      return note === undefined ? [] : noteText(asked, note)
    }),
  }
}

function noteText(asked: Asked, note: Note): EntryScreen['content'] {
  const { questionnaire, language, answers, clock } = asked
  if (note.type === 'html')
    return [{ note: plainProse(fillInHtml(questionnaire, note.html, answers, language, clock)) }]
  const value = route(questionnaire, answers, clock).derived[note.name]
  if (value === undefined) return []
  return [{ note: `${words(asked, note.title)} ${showValue(value, note.valueType, language)}` }]
}

/** A question with its places to type in, after these answers. */
export function entryQuestion(asked: Asked, question: Question): EntryQuestion {
  return {
    name: question.name,
    title: words(asked, question.title),
    ...(question.prompt && { prompt: words(asked, question.prompt) }),
    ...(question.description && { description: words(asked, question.description) }),
    fields: fieldsOf(asked, question),
  }
}

function fieldsOf(asked: Asked, question: Question): readonly EntryField[] {
  const { questionnaire, answers, clock } = asked
  const { name } = question
  const options = offeredOptions(questionnaire, question, answers, clock).filter(({ closed }) => closed !== true)
  const part = (key: string, label: LocalizedText, kind: EntryKind): EntryField => ({
    variable: `${name}__${key}`,
    question: name,
    part: key,
    label: words(asked, label),
    kind,
    options: options.map((option) => entryOption(asked, option)),
  })
  if (question.type === 'matrix') {
    const rows = offeredRows(questionnaire, question, answers, clock).filter(({ closed }) => closed !== true)
    return rows.map((row) => part(row.name, row.text, 'one'))
  }
  if (question.type === 'multipletext')
    return question.items.map((item) => part(item.name, item.title, KINDS[item.type]))
  const kind = KINDS[question.type]
  return [{ variable: name, question: name, label: '', kind, options: options.map((one) => entryOption(asked, one)) }]
}

const KINDS: Readonly<Record<Exclude<Question['type'], 'matrix' | 'multipletext'>, EntryKind>> = {
  radiogroup: 'one',
  dropdown: 'one',
  rating: 'one',
  boolean: 'one',
  imagepicker: 'one',
  checkbox: 'several',
  ranking: 'order',
  number: 'number',
  date: 'date',
  month: 'month',
  text: 'text',
  comment: 'longText',
  email: 'email',
  paneldynamic: 'unsupported',
  signaturepad: 'unsupported',
}

function entryOption(asked: Asked, { value, text, exclusive, empty, other }: Option): EntryOption {
  return {
    value,
    text: words(asked, text),
    ...((exclusive === true || empty !== undefined) && { alone: true }),
    ...(other === true && { other: true }),
  }
}

function words({ questionnaire, language, answers, clock }: Asked, text: LocalizedText): string {
  return fillIn(
    questionnaire,
    { [language]: localize(text, language, questionnaire.language) },
    answers,
    language,
    clock,
  )
}

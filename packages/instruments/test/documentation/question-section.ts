import type { Codebook, Note, Page, PageElement, Question, Questionnaire } from '@klankbord/model'
import { describeCondition } from '@klankbord/questionnaire'
import { answerTable, optionsOf, type AnswerList } from './answer-lists.ts'
import { bilingual, code, languages, linesRow, paragraphs, row, table } from './markdown.ts'
import { kindOf } from './question-kind.ts'

/** What is needed to write a question. */
export interface QuestionContext {
  readonly questionnaire: Questionnaire
  readonly codebook: Codebook
  readonly lists: readonly AnswerList[]
}

/**
 * All questions of a page, with its heading and the words between them. What holds for all of them is said once, below
 * the heading; questions after each other that are answered alike share one table.
 */
export function pageSection(page: Page, context: QuestionContext): string {
  const { questions, notes = [] } = context.questionnaire
  const elements = elementsOf(page.elements)
  const shared = sharedBy(questions.filter(({ name }) => elements.includes(name)).map((one) => tagsOf(one, context)))
  const parts: (Run | Note)[] = []
  for (const name of elements) {
    const note = notes.find((one) => one.name === name)
    const question = questions.find((one) => one.name === name)
    const before = parts.at(-1)
    if (note) parts.push(note)
    else if (question && isRun(before) && answeredAlike(before[0], question, context))
      parts[parts.length - 1] = [...before, question]
    else if (question) parts.push([question])
  }
  return paragraphs(
    `### ${page.title?.['nl'] ?? page.name} · ${page.title?.['en'] ?? page.name}`,
    shared.length > 0 && elements.length > 1 && `*${capital(shared.join(' · '))}.*`,
    ...parts.map((part) =>
      isRun(part) ? runSection(part, elements.length > 1 ? shared : [], context) : noteSection(part),
    ),
  )
}

type Run = readonly [Question, ...Question[]]

const isRun = (part: Run | Note | undefined): part is Run => Array.isArray(part)

function elementsOf(elements: readonly PageElement[]): readonly string[] {
  return elements.flatMap((each) => ('element' in each ? [each.element] : elementsOf(each.elements)))
}

/** What every question has in common, in their order; nothing of a single one. */
function sharedBy(tags: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = tags
  return others.length === 0 ? [] : first.filter((tag) => others.every((each) => each.includes(tag)))
}

function noteSection(note: Note): string {
  return note.type === 'html' ? table(['', 'Nederlands', 'English'], [bilingual('words between', note.html)]) : ''
}

/** Two questions whose answers stand in lists below, asked of the same people with the same words before them. */
function answeredAlike(one: Question, other: Question, context: QuestionContext): boolean {
  const said = (question: Question): string =>
    JSON.stringify([question.prompt, conditionsOf(question, context), listOf(question, context) === undefined])
  return listOf(one, context) !== undefined && said(one) === said(other)
}

const listOf = ({ name }: Question, { lists }: QuestionContext): AnswerList | undefined =>
  lists.find(({ questions }) => questions.includes(name))

function runSection(run: Run, said: readonly string[], context: QuestionContext): string {
  const [first] = run
  const listed = listOf(first, context) !== undefined
  const tags = listed ? conditionsOf(first, context) : tagsOf(first, context)
  const heads = ['', 'Nederlands', 'English', ...(listed ? ['answers'] : [])]
  const before = [run.length === 1 ? 'before it' : 'before each', first.prompt?.['nl'], first.prompt?.['en']]
  return paragraphs(
    capital(tags.filter((tag) => !said.includes(tag)).join(' · ')),
    table(heads, [
      ...(first.prompt ? [row([...before, ...(listed ? [''] : [])])] : []),
      ...run.map((question) => questionRow(question, said, context)),
    ]),
    !listed && answerTable(optionsOf(first)),
  )
}

function questionRow(question: Question, said: readonly string[], context: QuestionContext): string {
  const { name, title, description, topic, sensitive, outcomeOnly } = question
  const number = context.questionnaire.questions.indexOf(question) + 1
  const marks = [
    topic === undefined ? '' : `topic ${topic}`,
    sensitive ? '**sensitive**' : '',
    outcomeOnly === true ? '**not stored**' : '',
  ]
  const words = languages.map((language) => [title[language], emphasised(description?.[language])])
  const list = listOf(question, context)
  const tags = kindTags(question).filter((tag) => !said.includes(tag))
  return linesRow([
    [`${number}. ${code(name)}`, ...marks],
    ...words,
    ...(list ? [[`[list ${list.letter}](#list-${list.letter.toLowerCase()})`, ...tags]] : []),
  ])
}

const emphasised = (text: string | undefined): string => (text === undefined ? '' : `*${text}*`)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What kind of question it is, and what holds for it, in a few words each. */
function tagsOf(question: Question, context: QuestionContext): readonly string[] {
  return [...kindTags(question), ...conditionsOf(question, context)]
}

function kindTags(question: Question): readonly string[] {
  return [kindOf(question), ...(question.theme === undefined ? [] : [`theme ${code(question.theme)}`])]
}

/** Who is asked, and whether they can go on without an answer. */
function conditionsOf(question: Question, { codebook, questionnaire }: QuestionContext): readonly string[] {
  const { name, blocking, outcomeOnly, visibleIf } = question
  const universe =
    outcomeOnly === true && visibleIf !== undefined
      ? describeCondition(questionnaire, visibleIf, 'en')
      : codebook.variables.find(({ source }) => source.name === name)?.universe?.['en']
  return [
    ...(blocking === true ? ['nobody goes on without an answer'] : []),
    ...(universe === undefined ? [] : [`asked if ${universe}`]),
  ]
}

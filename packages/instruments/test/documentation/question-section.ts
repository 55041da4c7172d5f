import type { Codebook, LocalizedText, Note, Page, PageElement, Question, Questionnaire } from '@klankbord/model'
import { answerTable, optionsOf, type AnswerList } from './answer-lists.ts'
import { bilingual, code, paragraphs, table } from './markdown.ts'

/** What is needed to write a question. */
export interface QuestionContext {
  readonly questionnaire: Questionnaire
  readonly codebook: Codebook
  readonly lists: readonly AnswerList[]
}

/** All questions of a page, with its heading and the words between them. */
export function pageSection(page: Page, context: QuestionContext): string {
  const { questions, notes = [] } = context.questionnaire
  const parts = elementsOf(page.elements).map((name) => {
    const note = notes.find((one) => one.name === name)
    if (note) return noteSection(note)
    const question = questions.find((one) => one.name === name)
    return question && questionSection(question, context)
  })
  return paragraphs(`### ${page.title?.['nl'] ?? page.name} · ${page.title?.['en'] ?? page.name}`, ...parts)
}

function elementsOf(elements: readonly PageElement[]): readonly string[] {
  return elements.flatMap((each) => ('element' in each ? [each.element] : elementsOf(each.elements)))
}

function noteSection(note: Note): string {
  return note.type === 'html' ? table(['', 'Nederlands', 'English'], [bilingual('words between', note.html)]) : ''
}

function questionSection(question: Question, context: QuestionContext): string {
  const { name, title, prompt, description } = question
  const number = context.questionnaire.questions.indexOf(question) + 1
  const list = context.lists.find(({ questions }) => questions.includes(name))
  return paragraphs(
    `**${number}. ${code(name)}** · ${tagsOf(question, context).join(' · ')}`,
    table(
      ['', 'Nederlands', 'English'],
      [
        ...(prompt ? [bilingual('lead', prompt)] : []),
        bilingual('question', title),
        ...(description ? [bilingual('explanation', description)] : []),
        ...(list ? [bilingual('answers', listLinks(list.letter))] : []),
      ],
    ),
    list === undefined && answerTable(optionsOf(question)),
  )
}

const listLinks = (letter: string): LocalizedText => ({
  nl: `[lijst ${letter}](#list-${letter.toLowerCase()})`,
  en: `[list ${letter}](#list-${letter.toLowerCase()})`,
})

/** What kind of question it is, and what holds for it, in a few words each. */
function tagsOf(question: Question, { codebook }: QuestionContext): readonly string[] {
  const universe = codebook.variables.find(({ source }) => source.name === question.name)?.universe?.['en']
  return [
    kindOf(question),
    ...(question.topic === undefined ? [] : [`topic ${question.topic}`]),
    ...(question.theme === undefined ? [] : [`theme ${code(question.theme)}`]),
    ...(question.sensitive ? ['**sensitive**'] : []),
    ...(question.blocking === true ? ['nobody goes on without an answer'] : []),
    ...(universe === undefined ? [] : [`asked if ${universe}`]),
    ...(question.benchmarkKey === undefined ? [] : [`benchmark ${code(question.benchmarkKey)}`]),
  ]
}

const KINDS: Readonly<Record<Question['type'], string>> = {
  radiogroup: 'one answer',
  dropdown: 'one answer',
  rating: 'one answer',
  boolean: 'yes or no',
  imagepicker: 'one picture',
  checkbox: 'any number of answers',
  ranking: 'answers in order',
  matrix: 'one answer for each line',
  number: 'a number',
  date: 'a day',
  month: 'a month',
  text: 'a few words',
  email: 'an address of e-mail',
  comment: 'own words',
  multipletext: 'short open answers',
  paneldynamic: 'the same questions for each',
  signaturepad: 'a signature',
}

function kindOf(question: Question): string {
  if (question.type === 'number' && question.min !== undefined && question.max !== undefined)
    return `a number from ${question.min} to ${question.max}`
  if (question.type === 'text' || question.type === 'comment')
    return `${KINDS[question.type]}, at most ${question.maxLength} characters`
  return KINDS[question.type]
}

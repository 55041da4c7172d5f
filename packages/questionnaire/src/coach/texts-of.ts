import { pointer, type LanguageCode, type LocalizedText, type Question, type Questionnaire } from '@klankbord/model'
import { consentOf } from '../consent/consent-of.ts'
import type { CoachedOption, CoachedQuestion } from './coached-question.ts'
import { inSmallLetters, takeApart, type ReadText, type TextRole } from './read-text.ts'
import type { Words } from './words/words.ts'

/** A text with its place. */
export interface PlacedText {
  readonly read: ReadText
  readonly path: string
  readonly question: string | null
  /** In small letters: the text with what is read together with it. */
  readonly around: string
}

/** What the coach reads of a questionnaire. */
export interface CoachedTexts {
  readonly texts: readonly PlacedText[]
  readonly questions: readonly CoachedQuestion[]
}

const TAG = /<\/?(?:p|li|ul|ol|h[2-4]|br)[^>]*>/g
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': ' ',
}

/** All texts of a questionnaire in one language, with their places; what is not in that language is left out. */
export function textsOf(questionnaire: Questionnaire, language: LanguageCode, words: Words): CoachedTexts {
  const reader = new TextReader(language, words)
  const beside = besideOf(questionnaire, language)
  reader.text(questionnaire.title, 'heading', '/title', null)
  reader.text(questionnaire.description, 'prose', '/description', null)
  questionnaire.pages.forEach((page, index) => {
    reader.text(page.title, 'heading', pointer('/pages', index, 'title'), null)
    reader.text(page.description, 'prose', pointer('/pages', index, 'description'), null)
  })
  for (const note of questionnaire.notes ?? [])
    if (note.type === 'html') reader.text(plain(note.html), 'prose', pointer(note.path, 'html'), null)
    else reader.text(note.title, 'heading', pointer(note.path, 'title'), null)
  for (const question of questionnaire.questions) reader.question(question, beside.get(question.name) ?? [])
  return reader
}

class TextReader implements CoachedTexts {
  readonly texts: PlacedText[] = []
  readonly questions: CoachedQuestion[] = []
  private readonly language: LanguageCode
  private readonly words: Words

  constructor(language: LanguageCode, words: Words) {
    this.language = language
    this.words = words
  }

  text(
    text: LocalizedText | undefined,
    role: TextRole,
    path: string,
    question: string | null,
    around = '',
  ): ReadText | null {
    const written = text?.[this.language]
    if (written === undefined) return null
    const read = takeApart(written, role)
    this.texts.push({ read, path, question, around: around === '' ? read.lower : around })
    return read
  }

  question(question: Question, beside: readonly LocalizedText[]): void {
    const { name, path } = question
    const written = [question.title, question.description, question.prompt].flatMap(
      (text) => text?.[this.language] ?? [],
    )
    const around = inSmallLetters(written.join(' '))
    const title = this.text(question.title, 'title', pointer(path, 'title'), name, around)
    const description = this.text(question.description, 'description', pointer(path, 'description'), name, around)
    const prompt = this.text(question.prompt, 'prompt', pointer(path, 'prompt'), name, around)
    const options = this.options(question, around)
    if (question.type === 'matrix')
      for (const [index, row] of question.rows.entries())
        this.text(row.text, 'title', pointer(path, 'rows', index), name, around)
    if (question.type === 'multipletext')
      for (const [index, item] of question.items.entries())
        this.text(item.title, 'option', pointer(path, 'items', index), name, around)
    // A consent is no question that somebody could answer wrongly; its words are looked at all the same.
    if (title === null || consentOf(question) !== undefined) return
    const notes = beside.flatMap((text) => {
      const words = text[this.language]
      return words === undefined ? [] : [takeApart(words, 'prose')]
    })
    const near = [prompt, description, ...notes].filter((text) => text !== null)
    this.questions.push({ question, title, beside: near, options })
    if (question.type === 'paneldynamic') for (const inner of question.questions) this.question(inner, beside)
  }

  private options(question: Question, around: string): readonly CoachedOption[] {
    const isMatrix = question.type === 'matrix'
    const offered = isMatrix ? question.columns : 'options' in question ? question.options : []
    const property = isMatrix ? 'columns' : question.type === 'rating' ? 'rateValues' : 'choices'
    // The labels of a yes or no question are mostly ours.
    const own = question.type === 'boolean'
    return offered.flatMap((option, index) => {
      const text = option.text[this.language]
      if (text === undefined) return []
      if (!own) this.text(option.text, 'option', pointer(question.path, property, index), question.name, around)
      const lower = inSmallLetters(text)
      const wayOut = option.empty !== undefined || option.exclusive === true || this.words.waysOut.isIn(lower)
      return [{ text, lower, wayOut }]
    })
  }
}

/** Notes and headings that stand on the screen of a question. */
function besideOf(
  { screens, notes = [] }: Questionnaire,
  language: LanguageCode,
): ReadonlyMap<string, readonly LocalizedText[]> {
  const prose = new Map(notes.flatMap((note) => (note.type === 'html' ? [[note.name, plain(note.html)] as const] : [])))
  return new Map(
    screens.flatMap(({ questions, content = [], sections = [] }) => {
      const read = [
        ...content.map((name) => prose.get(name)),
        ...sections.flatMap(({ title, description }) => [title, description]),
      ].flatMap((text) => (text?.[language] === undefined ? [] : [text]))
      return questions.map((name) => [name, read] as const)
    }),
  )
}

/** The words of prose, a line for each of its parts. */
function plain(html: LocalizedText): LocalizedText {
  return Object.fromEntries(
    Object.entries(html).map(([language, source]) => [
      language,
      source
        .replaceAll(TAG, '\n')
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll(/&(?:amp|lt|gt|quot|nbsp);/g, (entity) => ENTITIES[entity] ?? entity)
        .trim(),
    ]),
  )
}

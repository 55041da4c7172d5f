import { problem, type LocalizedText, type Option, type Question, type Screen } from '@klankbord/model'
import { findVersion } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'

/** A question as it is read by who decides on it: words, answers, and whether everybody gets it. */
export interface ReadableQuestion {
  readonly name: string
  readonly type: Question['type']
  readonly title: LocalizedText
  readonly prompt?: LocalizedText
  readonly description?: LocalizedText
  /** What can be chosen, in order. */
  readonly answers: readonly LocalizedText[]
  /** What is asked one by one with those answers, or filled in. */
  readonly rows: readonly LocalizedText[]
  /** Whether it is only asked after some earlier answers. */
  readonly notOfEverybody: boolean
  readonly sensitive: boolean
}

/** What stands together on a screen. */
export interface ReadableScreen {
  readonly id: string
  readonly title: LocalizedText | null
  readonly questions: readonly ReadableQuestion[]
}

/** A published questionnaire to read from beginning to end. */
export interface ReadableVersion {
  readonly version: number
  readonly hash: string
  /** ISO date. */
  readonly publishedOn: string
  readonly language: string
  readonly languages: readonly string[]
  readonly title: LocalizedText
  readonly screens: readonly ReadableScreen[]
}

/** The questions of a version in their order. @throws Problem `unknownVersion` */
export async function readableVersion(
  { database }: ServerContext,
  studyId: string,
  version: number,
): Promise<ReadableVersion> {
  const found = await findVersion(database.db, studyId, version)
  if (found === null) throw problem('unknownVersion', { version })
  const { hash, publishedOn, questionnaire } = found
  const { language, languages, title } = questionnaire
  const screens = questionnaire.screens
    .map((screen) => readableScreen(screen, questionnaire.questions))
    .filter(({ questions }) => questions.length > 0)
  return { version, hash, publishedOn, language, languages, title, screens }
}

function readableScreen({ id, title, questions }: Screen, all: readonly Question[]): ReadableScreen {
  const shown = questions.flatMap((name) => all.find((question) => question.name === name) ?? [])
  return { id, title: title ?? null, questions: shown.map(readableQuestion) }
}

function readableQuestion(question: Question): ReadableQuestion {
  const { name, type, title, prompt, description, sensitive } = question
  return {
    name,
    type,
    title,
    ...(prompt === undefined ? {} : { prompt }),
    ...(description === undefined ? {} : { description }),
    answers: optionsOf(question).map(({ text }) => text),
    rows: rowsOf(question),
    notOfEverybody: question.visibleIf !== undefined || question.enableIf !== undefined,
    sensitive,
  }
}

function optionsOf(question: Question): readonly Option[] {
  if (question.type === 'matrix') return question.columns
  return 'options' in question ? question.options : []
}

function rowsOf(question: Question): readonly LocalizedText[] {
  if (question.type === 'matrix') return question.rows.map(({ text }) => text)
  return question.type === 'multipletext' ? question.items.map(({ title }) => title) : []
}

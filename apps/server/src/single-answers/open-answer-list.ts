import { createHmac } from 'node:crypto'
import type { LanguageCode } from '@klankbord/model'
import { findPersonalData, mayBeQuoted, openAnswers, type PersonalDataKind } from '@klankbord/questionnaire'
import { eachSingleAnswers } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { variableTitle, type ReadableWave } from './readable-wave.ts'

/** An open answer on its own: nothing tells which response it is of, nor which others are of the same person. */
export interface LooseAnswer {
  /** Names it, and puts it in an order that follows from nothing else. */
  readonly key: string
  readonly variable: string
  readonly title: string
  readonly text: string
  /** What it seems to hold that points to a person. */
  readonly kinds: readonly PersonalDataKind[]
}

/** Which part of a list is asked for. */
export interface ListPart {
  /** The key after which it begins; null for the first. */
  readonly after: string | null
  readonly most: number
  readonly language?: LanguageCode | undefined
  /** Only of people who agreed to be quoted. */
  readonly quotable: boolean
}

/** A part of the open answers of a wave. */
export interface LooseAnswers {
  readonly answers: readonly LooseAnswer[]
  readonly total: number
  /** The key to go on after; null at the end. */
  readonly next: string | null
}

/** The open answers of a wave, each apart from the rest of its response. */
export async function looseAnswers(
  context: ServerContext,
  readable: ReadableWave,
  { after, most, language, quotable }: ListPart,
): Promise<LooseAnswers> {
  const found = await keyedAnswers(context, readable, quotable)
  const sorted = found.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const rest = sorted.filter(({ key }) => after === null || key > after)
  const answers = rest.slice(0, most).map(({ key, variable, text }) => ({
    key,
    variable,
    text,
    title: variableTitle(readable.questionnaire, variable, language),
    kinds: kindsIn(text),
  }))
  const next = rest.length > most ? (answers.at(-1)?.key ?? null) : null
  return { answers, total: sorted.length, next }
}

/** Kinds of likely personal data in words. */
export function kindsIn(text: string): readonly PersonalDataKind[] {
  return [...new Set(findPersonalData(text).map(({ kind }) => kind))]
}

/** An open answer with its key and the response that it is of, which leaves the server with neither. */
export interface KeyedAnswer {
  readonly key: string
  readonly responseId: string
  readonly variable: string
  readonly text: string
}

/** The quotable answer with this key; null when there is none (any more). */
export async function quotableAnswer(
  context: ServerContext,
  readable: ReadableWave,
  key: string,
): Promise<KeyedAnswer | null> {
  return (await keyedAnswers(context, readable, true)).find((answer) => answer.key === key) ?? null
}

async function keyedAnswers(
  { database, settings }: ServerContext,
  { place, questionnaire }: ReadableWave,
  quotable: boolean,
): Promise<readonly KeyedAnswer[]> {
  const keyed: KeyedAnswer[] = []
  for await (const { id, answers } of eachSingleAnswers(database.db, place)) {
    if (quotable && !mayBeQuoted(questionnaire, answers)) continue
    for (const { variable, text, email } of openAnswers(questionnaire, answers)) {
      if (email || text.trim() === '') continue
      const key = createHmac('sha256', settings.digestKey).update(`open answer ${id} ${variable}`).digest('hex')
      keyed.push({ key, responseId: id, variable, text })
    }
  }
  return keyed
}

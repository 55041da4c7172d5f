import { problem, textHash, type LanguageCode } from '@klankbord/model'
import { findPersonalData, openAnswers, type PersonalDatum } from '@klankbord/questionnaire'
import { findSingleAnswers, readSingleAnswers, type SingleAnswers } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import type { StaffSession } from '../http/route.ts'
import { writeLook } from './look-at-answers.ts'
import { readableWave, variableTitle, type ReadableWave } from './readable-wave.ts'

/** Flagged responses on one page. */
const ON_PAGE = 25

/** An open answer as who makes words unreadable sees it: without any other answer. */
export interface AnswerToRedact {
  readonly response: string
  readonly variable: string
  readonly title: string
  readonly text: string
  /** Hash of the text, to say which text was read. */
  readonly digest: string
  /** Where it seems to hold personal data. */
  readonly found: readonly PersonalDatum[]
}

/** A page of answers to look through. */
export interface AnswersToRedact {
  readonly answers: readonly AnswerToRedact[]
  /** The response to go on after; null at the end. */
  readonly next: string | null
}

/** Which answers somebody looks through, and what for. */
export interface AskedAnswers {
  readonly purpose: string
  /** All open answers of this response; null: those of all that are flagged. */
  readonly response: string | null
  readonly after: string | null
  readonly language?: LanguageCode | undefined
}

/**
 * Open answers to look through for personal data. That somebody looks is written down before anything is shown.
 *
 * @throws Problem `unknownWave`, `waveIsTryOut`, `tooFewToRead`, `unknownResponse`
 */
export async function answersToRedact(
  context: ServerContext,
  staff: StaffSession,
  wave: { readonly studyId: string; readonly waveId: string },
  { purpose, response, after, language }: AskedAnswers,
): Promise<AnswersToRedact> {
  const readable = await readableWave(context, wave.studyId, wave.waveId)
  const { db } = context.database
  const found =
    response === null
      ? await readSingleAnswers(db, readable.place, { after, most: ON_PAGE, flaggedOnly: true })
      : await oneResponse(context, readable, response)
  await writeLook(context, staff, readable, { what: 'flagged', purpose, responses: found.length })
  const answers = found.flatMap((one) => openOf(readable, one, response === null, language))
  return { answers, next: response === null && found.length === ON_PAGE ? (found.at(-1)?.id ?? null) : null }
}

async function oneResponse(
  { database }: ServerContext,
  { place }: ReadableWave,
  response: string,
): Promise<readonly SingleAnswers[]> {
  const found = await findSingleAnswers(database.db, place, response)
  if (found === null) throw problem('unknownResponse', { wave: place.waveId })
  return [found]
}

function openOf(
  { questionnaire }: ReadableWave,
  { id, answers, flags }: SingleAnswers,
  flaggedOnly: boolean,
  language: LanguageCode | undefined,
): readonly AnswerToRedact[] {
  return openAnswers(questionnaire, answers)
    .filter(({ variable }) => !flaggedOnly || Object.hasOwn(flags, variable))
    .map(({ variable, text }) => ({
      response: id,
      variable,
      title: variableTitle(questionnaire, variable, language),
      text,
      digest: textHash(text),
      found: findPersonalData(text),
    }))
}

import { problem, type LanguageCode, type PublishedQuote, type Questionnaire } from '@klankbord/model'
import { codebook, type PersonalDataKind } from '@klankbord/questionnaire'
import {
  decideQuote,
  findVersion,
  findWave,
  listQuotes,
  proposeQuote,
  releasedQuotes,
  type Quote,
  type QuoteDecision,
  type Wave,
} from '@klankbord/storage'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import type { StaffSession } from '../http/route.ts'
import { audit } from '../staff/audit.ts'
import { kindsIn, quotableAnswer } from './open-answer-list.ts'
import { isFromAnswer } from './quote-text.ts'
import { readableWave, variableTitle } from './readable-wave.ts'

/** A quote as those see it who propose and release: nothing says of which response it is. */
export interface ShownQuote extends Pick<Quote, 'id' | 'waveId' | 'variable' | 'text' | 'state' | 'on'> {
  readonly title: string
  readonly proposer: string
  /** Whether who looks proposed it: then somebody else decides. */
  readonly mine: boolean
  readonly decided: { readonly by: string; readonly on: string } | null
  readonly kinds: readonly PersonalDataKind[]
}

/** All quotes of a study. */
export async function shownQuotes(
  context: ServerContext,
  staff: StaffSession,
  studyId: string,
  language?: LanguageCode,
): Promise<readonly ShownQuote[]> {
  const quotes = await listQuotes(context.database.db, studyId)
  const asked = new Map<string, Questionnaire | null>()
  for (const { waveId } of quotes)
    if (!asked.has(waveId)) asked.set(waveId, await questionnaireOf(context, studyId, waveId))
  return quotes.map(({ id, waveId, variable, text, state, by, on, decided }) => {
    const questionnaire = asked.get(waveId) ?? null
    return {
      id,
      waveId,
      variable,
      text,
      state,
      on,
      title: questionnaire === null ? variable : variableTitle(questionnaire, variable, language),
      proposer: by.name,
      mine: by.id === staff.user.id,
      decided: decided === null ? null : { by: decided.by.name, on: decided.on },
      kinds: kindsIn(text),
    }
  })
}

async function questionnaireOf(
  { database: { db } }: ServerContext,
  studyId: string,
  waveId: string,
): Promise<Questionnaire | null> {
  const wave = await findWave(db, { studyId, waveId })
  const version = wave === null ? null : await findVersion(db, studyId, wave.version)
  return version?.questionnaire ?? null
}

/**
 * Proposes words of an answer whose sender agreed to be quoted.
 *
 * @returns the id of the quote
 * @throws Problem `unknownWave`, `waveIsTryOut`, `tooFewToRead`, `notToBeQuoted`, `quoteNotInAnswer`, `unknownResponse`
 */
export async function proposeWords(
  context: ServerContext,
  staff: StaffSession,
  {
    studyId,
    waveId,
    key,
    text,
  }: { readonly studyId: string; readonly waveId: string; readonly key: string; readonly text: string },
): Promise<string> {
  const readable = await readableWave(context, studyId, waveId)
  const answer = await quotableAnswer(context, readable, key)
  if (answer === null) throw problem('notToBeQuoted', {})
  const { responseId, variable } = answer
  if (!isFromAnswer(text, answer.text)) throw problem('quoteNotInAnswer', { variable })
  const by = { id: staff.user.id, name: staff.user.name }
  const on = todayAt(context.clock.now()).today
  const quote = await proposeQuote(context.database.db, { studyId, waveId, responseId, variable, text, by, on })
  await audit(context, staff, { action: 'quote.proposed', studyId, details: { quote, wave: waveId } })
  return quote
}

/** Releases, refuses or takes back a quote. @throws Problem `unknownQuote`, `quoteDecided`, `quoteOfYourOwn` */
export async function decideAboutQuote(
  context: ServerContext,
  staff: StaffSession,
  studyId: string,
  quote: string,
  state: QuoteDecision['state'],
): Promise<void> {
  const by = { id: staff.user.id, name: staff.user.name }
  const on = todayAt(context.clock.now()).today
  const { waveId } = await decideQuote(context.database.db, studyId, quote, { state, by, on })
  await audit(context, staff, { action: `quote.${state}`, studyId, details: { quote, wave: waveId } })
}

/** The released quotes of a wave as its next edition has them. */
export async function quotesToPublish(
  { database }: ServerContext,
  wave: Wave,
  questionnaire: Questionnaire,
): Promise<readonly PublishedQuote[]> {
  const released = await releasedQuotes(database.db, { studyId: wave.studyId, waveId: wave.id })
  const { variables } = codebook(questionnaire)
  return released.map(({ variable, text }) => {
    const asked = variables.find(({ name }) => name === variable)
    const title = asked?.label ?? { [questionnaire.language]: variable }
    return { question: variable, title, ...(asked?.theme !== undefined && { theme: asked.theme }), text }
  })
}

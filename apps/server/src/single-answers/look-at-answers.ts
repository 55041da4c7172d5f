import { problem, type LanguageCode, type ResponseFlags, type WaveMode } from '@klankbord/model'
import { shownAnswers, type ShownAnswer } from '@klankbord/questionnaire'
import { addLook, readSingleAnswers, studyOrganisations, type LookedAt } from '@klankbord/storage'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import type { StaffSession } from '../http/route.ts'
import { audit } from '../staff/audit.ts'
import { RESEARCHERS, rolesInStudy, type StaffRole } from '../staff/rights.ts'
import { looseAnswers, type LooseAnswers } from './open-answer-list.ts'
import { readableWave, type ReadableWave } from './readable-wave.ts'

/** Single responses on one page, and open answers on one. */
export const RECORDS_ON_PAGE = 25
export const ANSWERS_ON_PAGE = 50

/** A look as somebody asks for it. */
export interface AskedLook {
  readonly purpose: string
  readonly what: Exclude<LookedAt, 'flagged'>
  /** Where the page before ended; null for the first. */
  readonly after: string | null
  readonly language?: LanguageCode | undefined
}

/** One response as a person reads it. Neither week, language nor way of answering is among it. */
export interface ReadRecord {
  /** To say of which response something must be made unreadable. */
  readonly id: string
  readonly answers: readonly ShownAnswer[]
  readonly flags: ResponseFlags
}

/** A page of what was looked at. */
export type LookedAtPage =
  | {
      readonly what: 'responses'
      readonly records: readonly ReadRecord[]
      readonly total: number
      readonly next: string | null
    }
  | ({ readonly what: 'openAnswers' } & LooseAnswers)

/**
 * Reads single answers of a wave for somebody who said what for. Each page is a look of its own, which is written down
 * before anything is shown.
 *
 * @throws Problem `notAllowed`, `unknownWave`, `waveIsTryOut`, `tooFewToRead`
 */
export async function lookAtAnswers(
  context: ServerContext,
  staff: StaffSession,
  wave: { readonly studyId: string; readonly waveId: string },
  look: AskedLook,
): Promise<LookedAtPage> {
  const readable = await readableWave(context, wave.studyId, wave.waveId)
  await refuseReader(context, staff, readable, look.what)
  const page = look.what === 'responses' ? await records(context, readable, look) : await open(context, readable, look)
  const seen = page.what === 'responses' ? page.records.length : page.answers.length
  await writeLook(context, staff, readable, { what: look.what, purpose: look.purpose, responses: seen })
  return page
}

/** Writes down in the record of looks and in the log of staff that somebody sees single answers. */
export async function writeLook(
  context: ServerContext,
  staff: StaffSession,
  { place }: ReadableWave,
  look: { readonly what: LookedAt; readonly purpose: string; readonly responses: number },
): Promise<void> {
  const on = todayAt(context.clock.now()).today
  await addLook(context.database.db, place, { ...look, by: staff.user.name, on })
  const action = look.what === 'flagged' ? 'answers.flaggedSeen' : 'answers.read'
  // What for is kept with the look: it may name somebody.
  const { what, responses } = look
  await audit(context, staff, { action, studyId: place.studyId, details: { wave: place.waveId, what, responses } })
}

/**
 * Who may read what: single responses of an anonymous wave only record readers, of others researchers too; open answers
 * without background also researchers, of any wave.
 */
function readersOf(mode: WaveMode, what: AskedLook['what']): readonly StaffRole[] {
  return mode === 'codeAnonymous' && what === 'responses' ? ['recordReader'] : ['recordReader', ...RESEARCHERS]
}

async function refuseReader(
  { database }: ServerContext,
  { rights }: StaffSession,
  { wave }: ReadableWave,
  what: AskedLook['what'],
): Promise<void> {
  const may = readersOf(wave.mode, what)
  const organisations = await studyOrganisations(database.db, wave.studyId)
  const roles = rolesInStudy(rights, organisations, wave.studyId, false)
  const allowed = may.some((role) => (role === 'administrator' ? rights.administrator : roles.includes(role)))
  if (!allowed) throw problem('notAllowed', { roles: may })
}

async function records(
  { database }: ServerContext,
  { place, questionnaire, responses }: ReadableWave,
  { after, language = questionnaire.language }: AskedLook,
): Promise<LookedAtPage> {
  const found = await readSingleAnswers(database.db, place, { after, most: RECORDS_ON_PAGE })
  const shown = found.map(({ id, answers, flags }) => ({
    id,
    answers: shownAnswers(questionnaire, answers, language),
    flags,
  }))
  const next = found.length === RECORDS_ON_PAGE ? (found.at(-1)?.id ?? null) : null
  return { what: 'responses', records: shown, total: responses, next }
}

async function open(context: ServerContext, readable: ReadableWave, look: AskedLook): Promise<LookedAtPage> {
  const part = { after: look.after, most: ANSWERS_ON_PAGE, language: look.language, quotable: false }
  return { what: 'openAnswers', ...(await looseAnswers(context, readable, part)) }
}

import { problem, type LanguageCode, type Questionnaire } from '@klankbord/model'
import type { PageContext, PageRequest } from '@klankbord/pages'
import { findWaveByAddress, type WaveReference } from '@klankbord/storage'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import type { OpenedWave } from './opened-wave.ts'
import { wavePhase } from './wave-phase.ts'

/**
 * The wave at an address, as the database has it now. People type addresses from a letter, so capitals and
 * spaces around it make no difference.
 *
 * @throws Problem `unknownWave`
 */
export async function waveAt(context: ServerContext, address: string): Promise<OpenedWave> {
  const { database, waves } = context
  const found = await findWaveByAddress(database.db, plainAddress(address))
  if (found === null) throw problem('unknownWave', { wave: address })
  const known = withKnownQuestionnaire(found, waves.recall(found.wave.address))
  const opened = { ...known, ...(await languagesOf(context, known.questionnaire)) }
  waves.remember(opened)
  return opened
}

/**
 * The wave at an address as it was within the last second, which is enough to check and store answers by.
 *
 * @throws Problem `unknownWave`
 */
export async function recentWaveAt(context: ServerContext, address: string): Promise<OpenedWave> {
  return context.waves.recallRecent(plainAddress(address)) ?? waveAt(context, address)
}

type FoundWave = Omit<OpenedWave, 'languages' | 'unreleased'>

async function languagesOf(
  { releases, settings }: ServerContext,
  questionnaire: Questionnaire,
): Promise<Pick<OpenedWave, 'languages' | 'unreleased'>> {
  const open = await releases.openLanguages(questionnaire)
  return settings.tryOut
    ? { languages: questionnaire.languages, unreleased: questionnaire.languages.filter((one) => !open.includes(one)) }
    : { languages: open, unreleased: [] }
}

/** What is worked out for a questionnaire is kept with it, so the same one is better met again than read anew. */
function withKnownQuestionnaire(found: FoundWave, known: OpenedWave | null): FoundWave {
  return known?.questionnaire.hash === found.questionnaire.hash
    ? { ...found, questionnaire: known.questionnaire }
    : found
}

function plainAddress(typed: string): string {
  return typed.trim().toLowerCase()
}

/** The wave at an address as it was when somebody last came to it here; null when nobody did lately. */
export function rememberedWave({ waves }: ServerContext, address: string): OpenedWave | null {
  return waves.recall(plainAddress(address))
}

/** The keys under which the answers of a wave are stored. */
export function referenceOf({ wave }: OpenedWave): WaveReference & { readonly version: number } {
  return { studyId: wave.studyId, waveId: wave.id, version: wave.version }
}

/** What the pages of a wave say about it. */
export function pageContext(context: ServerContext, opened: OpenedWave, language: LanguageCode): PageContext {
  const { study, wave, languages, unreleased } = opened
  return {
    wave: wave.address,
    action: `/v/${wave.address}`,
    origin: context.settings.publicUrl(),
    language,
    languages,
    owner: study.organisation,
    sample: study.sample,
    tryOut: study.tryOut || context.settings.tryOut,
    unreleased: unreleased.includes(language),
    mode: wave.mode,
    portion: wave.portion,
    studyTitle: study.title,
    clock: todayAt(context.clock.now()),
  }
}

/** The same for the page that a form is answered with: with the code that it came with, and until when it can be sent. */
export function formContext(context: ServerContext, opened: OpenedWave, request: PageRequest): PageContext {
  const { access } = request
  return {
    ...visitedPage(context, opened, languageFor(opened, request.language)),
    ...(opened.wave.mode !== 'open' && access !== null && { access }),
  }
}

/** The same for a page of the questionnaire: until when it can be sent, once the wave is closed. */
export function visitedPage(context: ServerContext, opened: OpenedWave, language: LanguageCode): PageContext {
  const { lastDay } = opened.wave
  const page = pageContext(context, opened, language)
  const finishing = wavePhase(opened.wave, context.clock) === 'finishing' && lastDay !== null
  return finishing ? { ...page, finishBy: lastDay } : page
}

/** The wanted language when it is offered, else the author's own; Dutch, which always is, when that is not offered either. */
export function languageFor(
  {
    questionnaire,
    languages,
  }: Pick<OpenedWave, 'languages'> & { readonly questionnaire: Pick<Questionnaire, 'language'> },
  wanted: string | null | undefined,
): LanguageCode {
  const fitting = [wanted, questionnaire.language, ...languages].find((one) => one && languages.includes(one))
  return fitting ?? 'nl'
}

import { problem, type LanguageCode, type Questionnaire } from '@klankbord/model'
import { resumeWord, type PageContext, type PageRequest } from '@klankbord/pages'
import { findWaveByAddress, type WaveReference } from '@klankbord/storage'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import { otherWaysOf } from '../fieldwork/other-ways.ts'
import { keptFor } from '../retention/kept-for.ts'
import type { OpenedWave } from './opened-wave.ts'
import { frontAddress } from './short-address.ts'
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
  const [languages, keeps] = await Promise.all([languagesOf(context, known), keptFor(context, found.wave)])
  const opened = { ...known, ...languages, keeps }
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

type FoundWave = Omit<OpenedWave, 'languages' | 'unreleased' | 'keeps'>

/** A wave is asked in those of its languages that are released; one for trying out, and all on such a server, in the others too. */
async function languagesOf(
  { releases, settings }: ServerContext,
  { questionnaire, wave, study }: FoundWave,
): Promise<Pick<OpenedWave, 'languages' | 'unreleased'>> {
  const open = await releases.openLanguages(questionnaire)
  const tryOut = settings.tryOut || wave.tryOut || (study.sample && study.tryOut)
  const known = tryOut ? questionnaire.languages : open
  const wanted = known.filter((one) => wave.languages === null || wave.languages.includes(one))
  // What was released can be taken back; then the others are better than none.
  const languages = wanted.length > 0 ? wanted : known
  return { languages, unreleased: tryOut ? languages.filter((one) => !open.includes(one)) : [] }
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

/** Before which screen somebody sits: one's own, or one that stands somewhere for everybody. */
export type WebChannel = 'web' | 'kiosk'

/** What the pages of a wave say about it. */
export function pageContext(
  context: ServerContext,
  opened: OpenedWave,
  language: LanguageCode,
  channel: WebChannel = 'web',
): PageContext {
  const { study, wave, languages, unreleased, keeps } = opened
  return {
    wave: wave.address,
    action: channel === 'kiosk' ? `/v/${wave.address}/kiosk` : `/v/${wave.address}`,
    origin: context.settings.publicUrl(),
    front: frontAddress(context.settings.publicUrl(), wave.address),
    ...(wave.resultsFrom !== null && { resultsFrom: wave.resultsFrom }),
    language,
    languages,
    owner: study.organisation,
    sample: study.sample,
    tryOut: study.tryOut || context.settings.tryOut || wave.tryOut,
    ...(wave.erasesOn !== null && { erasesOn: wave.erasesOn }),
    enhancement: '/assets/respond.js',
    ...(channel === 'kiosk' && { kiosk: true }),
    unreleased: unreleased.includes(language),
    mode: wave.mode,
    // Who stands at a screen for everybody gives no address there, and is with whoever set it up.
    otherWays: channel === 'kiosk' ? [] : otherWaysOf(wave),
    portion: wave.portion,
    keeps,
    studyTitle: study.title,
    clock: todayAt(context.clock.now()),
  }
}

/** The same for the page that a form is answered with: with the code that it came with, and until when it can be sent. */
export function formContext(
  context: ServerContext,
  opened: OpenedWave,
  request: PageRequest,
  channel: WebChannel,
): PageContext {
  const { access, look, words } = request
  return {
    ...visitedPage(context, opened, languageFor(opened, request.language), channel),
    look,
    ...(opened.wave.mode !== 'open' && access !== null && { access }),
    ...(words !== null && words.names.every((name) => resumeWord(name) !== null) && { words }),
  }
}

/** The same for a page of the questionnaire: from when and until when people may begin, and send once the wave is closed. */
export function visitedPage(
  context: ServerContext,
  opened: OpenedWave,
  language: LanguageCode,
  channel: WebChannel,
): PageContext {
  const { opensOn, closesOn, lastDay } = opened.wave
  const page = pageContext(context, opened, language, channel)
  const phase = wavePhase(opened.wave, context.clock)
  if (phase === 'before' && opensOn !== null) return { ...page, opensOn }
  if (phase === 'open' && closesOn !== null) return { ...page, closesOn }
  return phase === 'finishing' && lastDay !== null ? { ...page, finishBy: lastDay } : page
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

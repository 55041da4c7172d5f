import { problem, type LanguageCode, type Questionnaire } from '@klankbord/model'
import type { PageContext } from '@klankbord/pages'
import { findWaveByAddress, type WaveReference } from '@klankbord/storage'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import type { OpenedWave } from './opened-wave.ts'

/**
 * The wave at an address, as the database has it now. People type addresses from a letter, so capitals and
 * spaces around it make no difference.
 *
 * @throws Problem `unknownWave`
 */
export async function waveAt({ database, waves }: ServerContext, address: string): Promise<OpenedWave> {
  const found = await findWaveByAddress(database.db, plainAddress(address))
  if (found === null) throw problem('unknownWave', { wave: address })
  const opened = withKnownQuestionnaire(found, waves.recall(found.wave.address))
  waves.remember(opened)
  return opened
}

/** What is worked out for a questionnaire is kept with it, so the same one is better met again than read anew. */
function withKnownQuestionnaire(found: OpenedWave, known: OpenedWave | null): OpenedWave {
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
  const { study, wave, questionnaire } = opened
  return {
    wave: wave.address,
    action: `/v/${wave.address}`,
    origin: context.settings.publicUrl(),
    language,
    languages: questionnaire.languages,
    owner: study.organisation,
    sample: study.sample,
    tryOut: study.tryOut || context.settings.tryOut,
    mode: wave.mode,
    studyTitle: study.title,
    clock: todayAt(context.clock.now()),
  }
}

/** The wanted language when the questionnaire has it, else its own. */
export function languageFor(questionnaire: Questionnaire, wanted: string | null | undefined): LanguageCode {
  return wanted && questionnaire.languages.includes(wanted) ? wanted : questionnaire.language
}

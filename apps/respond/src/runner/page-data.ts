import { Html, type PageData } from '@klankbord/pages/browser'
import { CATALOGUES } from '../lean/catalogues.ts'
import { OUR_WORDS } from '../lean/our-words.ts'
import { setPageStyle } from '../lean/page-style.ts'
import { PICTOGRAMS } from '../lean/pictograms.ts'
import { setPrivacy } from '../lean/privacy.ts'
import type { RunnerPorts } from './ports.ts'

/** Where this part of the script lies; its name changes with what any part of it holds. */
export const SCRIPT: string = new URL(import.meta.url).pathname

/**
 * Where the data of a wave lies that this script can read: a server with another one has none.
 *
 * @param wave its address
 * @param direction which way the lines run on the page that asks: it has the style for those
 */
function dataAddress(wave: string, language: string, direction: string): string {
  const script = SCRIPT.slice(SCRIPT.lastIndexOf('/') + 1)
  const asked = `language=${encodeURIComponent(language)}&script=${encodeURIComponent(script)}&direction=${direction}`
  return `/api/waves/${encodeURIComponent(wave)}/page?${asked}`
}

/** The same for whichever page it will be that asks. */
export function dataAddresses(wave: string, language: string): readonly string[] {
  return ['ltr', 'rtl'].map((direction) => dataAddress(wave, language, direction))
}

/** What is known of a wave here: with the style of its pages, and a last day in any case. */
export interface KnownWave extends PageData {
  readonly until: string
}

/** The same, per language; asked once for each. */
export interface WaveData {
  /** @throws where it did not come */
  of(language: string): Promise<KnownWave>
}

/** For how many days a server keeps answers that were not sent. */
const DRAFT_DAYS = 28
const DAY = 86_400_000

/**
 * Called while the page of the server is still there.
 *
 * @param load the text at an address of this server
 */
export function waveData(wave: string, { load, now }: Pick<RunnerPorts, 'load' | 'now'>): WaveData {
  const known = new Map<string, Promise<KnownWave>>()
  const { dir } = document.documentElement
  const here = document.querySelector('style')?.textContent ?? ''
  // While no end is set, nothing stays here for longer than a server keeps what was not sent.
  const latest = (): string => new Date(now().getTime() + DRAFT_DAYS * DAY).toISOString().slice(0, 10)
  const read = (text: string): KnownWave => {
    const data = JSON.parse(text) as PageData
    return { ...data, style: data.style ?? here, until: data.until ?? latest() }
  }
  return {
    of: (language) => {
      const asked = known.get(language) ?? load(dataAddress(wave, language, dir)).then(read)
      known.set(language, asked)
      // What did not come is asked again.
      asked.catch(() => known.delete(language))
      return asked
    },
  }
}

/** From now on pages are rendered with these texts. */
export function renderWith({ spoken, texts, words, drawings, whoAsks, privacy, style }: PageData): void {
  CATALOGUES[spoken] = texts
  Object.assign(OUR_WORDS, words)
  for (const [name, drawing] of Object.entries(drawings)) PICTOGRAMS.set(name, { drawing: new Html(drawing) })
  setPrivacy(whoAsks, privacy)
  setPageStyle(style ?? '')
}

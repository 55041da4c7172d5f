import type { Page } from 'playwright-core'

/** A voice that a device could have. */
export interface DeviceVoice {
  readonly lang: string
  /** False of one that sends what it says over the internet. */
  readonly localService: boolean
}

/** Puts voices on the device, which say nothing aloud: what they are asked to say is written down in the page. */
export async function giveVoices(page: Page, voices: readonly DeviceVoice[]): Promise<void> {
  await page.addInitScript((known) => {
    const heard: string[] = []
    class Utterance extends EventTarget {
      readonly text: string
      constructor(text: string) {
        super()
        this.text = text
      }
    }
    let saying: Utterance | null = null
    const speech = {
      getVoices: () => known.map((voice) => ({ ...voice, name: voice.lang, default: false })),
      speak: (utterance: Utterance) => {
        heard.push(utterance.text.replace(/\s+/g, ' ').trim())
        saying = utterance
      },
      cancel: () => {
        saying = null
      },
    }
    const device = {
      heard,
      reach: (charIndex: number) =>
        saying?.dispatchEvent(Object.assign(new Event('boundary'), { name: 'word', charIndex })),
      finish: () => {
        const said = saying
        saying = null
        said?.dispatchEvent(new Event('end'))
        return saying !== null
      },
    }
    Object.defineProperty(globalThis, 'speechSynthesis', { value: speech })
    Object.assign(globalThis, { SpeechSynthesisUtterance: Utterance, device })
  }, voices)
}

interface Device {
  readonly heard: readonly string[]
  reach(at: number): void
  finish(): boolean
}

/** What was heard on this page until now. */
export function heardOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (globalThis as unknown as { device: Device }).device.heard)
}

/** The voice comes to the word at this place of what it is saying. */
export async function reachWord(page: Page, at: number): Promise<void> {
  await page.evaluate((place) => (globalThis as unknown as { device: Device }).device.reach(place), at)
}

/** The voice has said what it was saying; gives whether it goes on with something. */
export function finishSaying(page: Page): Promise<boolean> {
  return page.evaluate(() => (globalThis as unknown as { device: Device }).device.finish())
}

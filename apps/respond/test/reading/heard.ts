import type { Sound } from '../../src/reading/speaker.ts'

/** Voices as browsers list them. */
export const LOCAL_DUTCH = {
  lang: 'nl-NL',
  localService: true,
  name: 'Nederlands',
  default: false,
} as SpeechSynthesisVoice
export const LOCAL_ARABIC = { lang: 'ar-SA', localService: true, name: 'ماجد', default: false } as SpeechSynthesisVoice
export const ONLINE_DUTCH = {
  ...LOCAL_DUTCH,
  localService: false,
  name: 'Online',
  default: true,
} as SpeechSynthesisVoice

/** One thing that was heard. */
interface Heard {
  readonly text: string
  readonly voice: string
  readonly rate: number
}

/** A browser that writes down what would be heard, and says it only when it is told to. */
export interface FakeSound extends Sound {
  readonly heard: Heard[]
  /** Addresses that were fetched, in order. */
  readonly fetched: string[]
  /** The word at this place of what is being said begins. */
  reach(at: number): void
  /** What is being said now has been said. */
  finish(): Promise<void>
  /** Says everything to the end. */
  finishAll(): Promise<void>
  /** The device knows these voices from now on. */
  learn(voices: readonly SpeechSynthesisVoice[]): void
  silent(): boolean
}

/**
 * @param voices those that the device knows from the beginning; null where it has no voices at all
 * @param missing recordings that can't be fetched
 */
export function fakeSound(voices: readonly SpeechSynthesisVoice[] | null, missing: readonly string[] = []): FakeSound {
  const heard: Heard[] = []
  const fetched: string[] = []
  let known = voices ?? []
  let utterance: Partial<SpeechSynthesisUtterance> | null = null
  let playing: FakePlayer | null = null
  const speech = {
    onvoiceschanged: null as (() => void) | null,
    getVoices: () => [...known],
    speak: (one: SpeechSynthesisUtterance) => {
      utterance = one
      heard.push({ text: one.text.replace(/\s+/g, ' ').trim(), voice: one.voice?.name ?? '', rate: one.rate })
    },
    cancel: () => {
      const before = utterance
      utterance = null
      before?.onerror?.call({} as SpeechSynthesisUtterance, {} as SpeechSynthesisErrorEvent)
    },
  }
  class FakePlayer {
    src = ''
    playbackRate = 1
    onended: (() => void) | null = null
    load(): void {}
    pause(): void {
      playing = null
    }
    async play(): Promise<void> {
      playing = this
      heard.push({ text: this.src, voice: 'recording', rate: this.playbackRate })
    }
  }
  const finish = async (): Promise<void> => {
    const [spoken, played] = [utterance, playing]
    utterance = null
    playing = null
    spoken?.onend?.call({} as SpeechSynthesisUtterance, {} as SpeechSynthesisEvent)
    played?.onended?.()
    await settled()
  }
  return {
    heard,
    fetched,
    speech: voices === null ? undefined : (speech as unknown as SpeechSynthesis),
    utterance: (text) => ({ text }) as SpeechSynthesisUtterance,
    player: () => new FakePlayer() as unknown as HTMLAudioElement,
    load: async (address) => {
      fetched.push(address)
      if (missing.includes(address)) throw new Error('not there')
      return `blob:${address}`
    },
    reach: (charIndex) =>
      utterance?.onboundary?.call({} as SpeechSynthesisUtterance, { name: 'word', charIndex } as SpeechSynthesisEvent),
    finish,
    finishAll: async () => {
      await settled()
      for (let most = 200; most > 0 && (utterance !== null || playing !== null); most -= 1) await finish()
    },
    learn: (more) => {
      known = more
      speech.onvoiceschanged?.()
    },
    silent: () => utterance === null && playing === null,
  }
}

/** What was fetched has come. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve()
}

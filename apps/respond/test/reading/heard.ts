import type { Sound } from '../../src/reading/speaker.ts'

/** Voices as browsers list them. */
export const LOCAL_DUTCH: SpeechSynthesisVoice = voice('nl-NL', 'Nederlands', true)
export const LOCAL_ARABIC: SpeechSynthesisVoice = voice('ar-SA', 'ماجد', true)
export const ONLINE_DUTCH: SpeechSynthesisVoice = voice('nl-NL', 'Online', false)

function voice(lang: string, name: string, localService: boolean): SpeechSynthesisVoice {
  return { lang, name, localService, default: !localService, voiceURI: name }
}

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
  let utterance: SpeechSynthesisUtterance | null = null
  let playing: HTMLAudioElement | null = null
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
      before?.dispatchEvent(new Event('error'))
    },
  }
  const player = (): HTMLAudioElement => {
    const one = Object.assign(new EventTarget(), { src: '', playbackRate: 1 }) as HTMLAudioElement
    return Object.assign(one, {
      load: () => undefined,
      pause: () => {
        playing = null
      },
      play: async () => {
        playing = one
        heard.push({ text: one.src, voice: 'recording', rate: one.playbackRate })
      },
    })
  }
  const silent = (): boolean => utterance === null && playing === null
  const finish = async (): Promise<void> => {
    const [spoken, played] = [utterance, playing]
    utterance = null
    playing = null
    spoken?.dispatchEvent(new Event('end'))
    played?.dispatchEvent(new Event('ended'))
    await settled()
  }
  return {
    heard,
    fetched,
    speech: voices === null ? undefined : (speech as unknown as SpeechSynthesis),
    utterance: (text) => Object.assign(new EventTarget(), { text }) as SpeechSynthesisUtterance,
    player,
    load: async (address) => {
      fetched.push(address)
      if (missing.includes(address)) throw new Error('not there')
      return `blob:${address}`
    },
    reach: (charIndex) => utterance?.dispatchEvent(Object.assign(new Event('boundary'), { name: 'word', charIndex })),
    finish,
    finishAll: async () => {
      await settled()
      for (let most = 200; most > 0 && !silent(); most -= 1) await finish()
    },
    learn: (more) => {
      known = more
      speech.onvoiceschanged?.()
    },
    silent,
  }
}

/** What was fetched has come. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve()
}

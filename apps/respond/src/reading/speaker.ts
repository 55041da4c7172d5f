import type { Piece } from './pieces.ts'

/** What a browser has to be heard with. */
export interface Sound {
  /** Absent where a device has no voices. */
  readonly speech?: SpeechSynthesis | undefined
  utterance(text: string): SpeechSynthesisUtterance
  player(): HTMLAudioElement
  /** Fetches a recording, and leaves no copy of it on the device. @returns an address that only this page knows */
  load(address: string): Promise<string>
}

/** Is told how far somebody is heard. */
export interface Listener {
  /** A word begins here, in characters from the beginning of the piece. */
  word(at: number): void
  /** It was said, or could not be. */
  end(): void
}

/** Says one piece at a time. */
export interface Speaker {
  can(piece: Piece): boolean
  /** Fetches the recordings of a whole screen, so that nobody on the line sees which of them is played. */
  prepare(addresses: readonly string[]): void
  say(piece: Piece, slow: boolean, listener: Listener): void
  silence(): void
}

/** Speed of a voice and of a recording for who wants it slower. */
const SLOW = { voice: 0.7, recording: 0.8 }

/**
 * Says pieces in a recording, else in a voice of the device. A voice that works over the internet would give the words of
 * the page to whoever runs it, so none is used, ever.
 */
export function speaker(sound: Sound): Speaker {
  const recordings = new Map<string, Promise<string>>()
  let player: HTMLAudioElement | null = null
  let ended = (): void => undefined
  // Browsers forget an utterance that nobody holds, and then its end is never told.
  let turn: object = {}
  let held: SpeechSynthesisUtterance | null = null

  const fetched = (address: string): Promise<string> => {
    const known = recordings.get(address) ?? sound.load(address)
    recordings.set(address, known)
    known.catch(() => recordings.delete(address))
    return known
  }
  const woken = (): HTMLAudioElement => {
    if (player !== null) return player
    player = sound.player()
    for (const over of ['ended', 'error']) player.addEventListener(over, () => ended())
    return player
  }
  const voiceOf = ({ language }: Piece): SpeechSynthesisVoice | undefined =>
    localVoice(sound.speech?.getVoices() ?? [], language)

  const speak = (piece: Piece, slow: boolean, { word, end }: Listener): void => {
    const voice = voiceOf(piece)
    if (voice === undefined || sound.speech === undefined) return end()
    const utterance = sound.utterance(piece.text)
    held = utterance
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.rate = slow ? SLOW.voice : 1
    utterance.addEventListener('boundary', ({ name, charIndex }) => {
      if (held === utterance && name !== 'sentence') word(charIndex)
    })
    for (const over of ['end', 'error'] as const)
      utterance.addEventListener(over, () => {
        if (held === utterance) end()
      })
    sound.speech.speak(utterance)
  }

  const play = async (piece: Piece, address: string, slow: boolean, listener: Listener): Promise<void> => {
    const mine = turn
    const audio = woken()
    try {
      const source = await fetched(address)
      if (turn !== mine) return
      ended = () => {
        if (turn === mine) listener.end()
      }
      audio.src = source
      audio.playbackRate = slow ? SLOW.recording : 1
      await audio.play()
    } catch {
      if (turn === mine) speak(piece, slow, listener)
    }
  }

  return {
    can: (piece) => piece.recording !== null || voiceOf(piece) !== undefined,
    prepare: (addresses) => {
      if (addresses.length === 0) return
      // Somebody pressed a button just now; a phone plays what is fetched later only in a player that was woken then.
      woken().load()
      for (const address of addresses) void fetched(address).catch(() => undefined)
    },
    say: (piece, slow, listener) => {
      turn = {}
      if (piece.recording === null) speak(piece, slow, listener)
      else void play(piece, piece.recording, slow, listener)
    },
    silence: () => {
      turn = {}
      held = null
      player?.pause()
      sound.speech?.cancel()
    },
  }
}

/** A voice on the device itself for a language, that of its own country first. */
export function localVoice(
  voices: readonly SpeechSynthesisVoice[],
  language: string,
): SpeechSynthesisVoice | undefined {
  const wanted = language.toLowerCase()
  const spoken = voices.filter(({ localService, lang }) => localService && baseOf(lang) === baseOf(wanted))
  const tag = ({ lang }: SpeechSynthesisVoice): string => lang.toLowerCase().replace('_', '-')
  return (
    spoken.find((voice) => tag(voice) === `${wanted}-${wanted}`) ?? spoken.find((voice) => voice.default) ?? spoken[0]
  )
}

function baseOf(language: string): string {
  return language.toLowerCase().split(/[-_]/)[0] ?? ''
}

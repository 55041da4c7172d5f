import type { Answered } from './verdict.ts'

/** Time as an argument, so that a test can let hours pass. */
export interface SavingClock {
  /** Milliseconds since 1970. */
  now(): number
  /** @returns stops it */
  after(milliseconds: number, run: () => void): () => void
}

/** A store for one text. Any of these may fail, at any moment. */
export interface Place {
  read(): Promise<string | null>
  /** @param id of the draft that it is about */
  write(text: string, id: string): Promise<void>
  remove(): Promise<void>
}

/** What goes between tabs of one questionnaire. Never an answer: what is kept is handed over in `kept`, in memory only. */
export interface TabMessage {
  /** Of the draft. */
  readonly id: string
  readonly from: string
  /** Whether somebody is at it; `held`: I am. `take`: I go on with it; `gave`: here it is. `gone`: sent or wiped. */
  readonly kind: 'ask' | 'held' | 'take' | 'gave' | 'gone'
  readonly kept?: string
}

/** The other tabs on this device. */
export interface TabChannel {
  post(message: TabMessage): void
  listen(hear: (message: TabMessage) => void): () => void
}

/** Everything outside. */
export interface SavingPorts {
  /** The address of the wave. */
  readonly wave: string
  /** Sends one body. Rejects when nothing, or only a part of it, came back. */
  readonly put: (path: string, body: string) => Promise<Answered>
  readonly clock: SavingClock
  /** From 0 up to but not including 1. */
  readonly random: () => number
  /** Whether there is a connection, as far as the browser knows. */
  readonly online: () => boolean
  readonly tab: Place
  readonly device: Place
  readonly tabs: TabChannel
}

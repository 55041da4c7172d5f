import type { Saving, UnderWay } from '../saving/saving.ts'
import type { Shelf } from './shelf.ts'

/** What filling in on a device needs from outside. */
export interface RunnerPorts {
  /** The address of the wave. */
  readonly wave: string
  readonly saving: Saving
  /** The text at an address of this server. @throws where it is not there, or nobody answers */
  readonly load: (address: string) => Promise<string>
  /** Whether the server answers at all now, whatever it says. */
  readonly reached: () => Promise<boolean>
  /** What a device of one's own keeps to show the pages without a connection. */
  readonly shelf: Shelf
  readonly now: () => Date
  readonly randomBytes: (count: number) => Uint8Array
  /** Runs something later, once. */
  readonly after: (milliseconds: number, run: () => void) => void
  /** Tells the server that what came in with this code is taken back. @returns whether anything was there */
  readonly withdraw: (code: string) => Promise<boolean>
  /**
   * Asks the server for three words, or shows those that somebody has.
   *
   * @returns null where it gives none now, or nobody answers
   * @throws where it refuses
   */
  readonly words: (
    id: string,
    wanted: { readonly language: string; readonly words?: string },
  ) => Promise<GivenWords | null>
  /** The answers that the server keeps under an id. @throws where it gives none, or nobody answers */
  readonly answers: (id: string, asked: { readonly words?: string }) => Promise<HeldAnswers>
  /** The page as it was loaded, to come back to. */
  readonly loaded: string
  /** Whether this page and what follows it come from the server, as far as the browser knows. */
  readonly isServed: () => boolean
  /** Sends a form without leaving the page. @returns the page that follows; null where none came */
  readonly post: (address: string, form: string) => Promise<string | null>
}

/** What of these a page has before anybody begins. */
export type FirstPorts = Pick<
  RunnerPorts,
  'wave' | 'saving' | 'shelf' | 'after' | 'reached' | 'post' | 'loaded' | 'isServed'
>

/** What the server keeps of a response under way. */
export type HeldAnswers = Pick<UnderWay, 'answers' | 'asked' | 'language' | 'revision'> & {
  /** The mark of the device that changed it last. */
  readonly device: string
}

/** Three words that lead back to answers, as the server gave them. */
export interface GivenWords {
  /** What answers under them come with. */
  readonly words: string
  /** In the order in which they are typed; the pictures as SVG. */
  readonly shown: readonly { readonly word: string; readonly picture: string }[]
  /** ISO date of the last day on which they work. */
  readonly until: string
}

/** What somebody does on this page from now on is done here. */
export interface Runner {
  /** Goes on where somebody was before a reload. */
  resume(): Promise<void>
  /** A form is about to be sent. @returns whether it is dealt with here */
  submit(form: HTMLFormElement, go: string | null): boolean
  /** An answer was chosen, or more of one was typed. */
  chosen(isTyping: boolean): void
  /** The page may go away: keeps what was typed last. */
  leaving(): void
  /** A button of the browser led to another entry of its history. */
  went(state: unknown): void
  /** Something other than the form was pressed. */
  press(button: HTMLElement): void
}

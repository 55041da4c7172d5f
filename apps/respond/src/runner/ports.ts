import type { Saving } from '../saving/saving.ts'
import type { Shelf } from './shelf.ts'

/** What filling in on a device needs from outside. */
export interface RunnerPorts {
  /** The address of the wave. */
  readonly wave: string
  readonly saving: Saving
  /** The text at an address of this server. @throws where it is not there, or nobody answers */
  readonly load: (address: string) => Promise<string>
  /** What a device of one's own keeps to show the pages without a connection. */
  readonly shelf: Shelf
  readonly now: () => Date
  readonly randomBytes: (count: number) => Uint8Array
  /** Runs something later, once. */
  readonly after: (milliseconds: number, run: () => void) => void
  /** Tells the server that what came in with this code is taken back. @returns whether anything was there */
  readonly withdraw: (code: string) => Promise<boolean>
}

/** What somebody does on this page from now on is done here. */
export interface Runner {
  /** Goes on where somebody was before a reload. */
  resume(): Promise<void>
  /** A form is about to be sent. @returns whether it is dealt with here */
  submit(form: HTMLFormElement, go: string | null): boolean
  /** Something other than the form was pressed. */
  press(button: HTMLElement): void
}

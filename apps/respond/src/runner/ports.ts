import type { Saving } from '../saving/saving.ts'
import type { Shelf } from './shelf.ts'
import type { WaveData } from './page-data.ts'

/** What filling in on a device needs from outside. */
export interface RunnerPorts {
  /** The address of the wave. */
  readonly wave: string
  readonly saving: Saving
  readonly data: WaveData
  /** What a device of one's own keeps to show the pages without a connection. */
  readonly shelf: Shelf
  readonly now: () => Date
  readonly randomBytes: (count: number) => Uint8Array
  /** Runs something later, once. */
  readonly after: (milliseconds: number, run: () => void) => void
  /** Tells the server that what came in with this code is taken back. @returns whether anything was there */
  readonly withdraw: (code: string) => Promise<boolean>
  /** The first page of the wave as the server gives it out. */
  readonly firstPage: (language: string) => Promise<string>
}

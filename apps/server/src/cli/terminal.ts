import { hasCode } from './system-error.ts'

/** What a stream says when its reader went away, at once and for what is written later. */
const GONE = ['EPIPE', 'ERR_STREAM_DESTROYED']

/** Whether an error says that nobody reads any more, which is no fault: `head` has seen enough. */
export function readerGone(error: unknown): boolean {
  return GONE.some((code) => hasCode(error, code))
}

/** Where a command says what it did, as an argument, so that a test can listen. */
export interface Terminal {
  /** What was asked for, on standard output. */
  print(text: string): void
  /** What went wrong, on standard error. */
  warn(text: string): void
  /** How far it is, on standard error: one line that is written over where the terminal can. */
  progress(text: string): void
  /** Whether somebody reads what is printed, and it goes into no file, pipe or journal. */
  readonly seen: boolean
  /** The same of standard error: whether somebody sees how far it is. */
  readonly watched: boolean
  /** Takes what is too long to hold, as a file would. */
  readonly output: NodeJS.WritableStream
}

/** Where a terminal writes. */
export interface TerminalStreams {
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean }
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean }
}

/** The terminal, or the pipes, of this process. A reader that has seen enough, like `head`, is no fault. */
export function ownTerminal({ stdout, stderr }: TerminalStreams = process): Terminal {
  for (const stream of [stdout, stderr])
    stream.on('error', (error) => {
      if (!readerGone(error)) throw error
    })
  let written = false
  const clear = (): void => {
    if (written) stderr.write('\r\u001B[K')
    written = false
  }
  return {
    print: (text) => {
      clear()
      stdout.write(`${text}\n`)
    },
    warn: (text) => {
      clear()
      stderr.write(`${text}\n`)
    },
    progress: (text) => {
      clear()
      written = stderr.isTTY === true
      stderr.write(written ? text : `${text}\n`)
    },
    seen: stdout.isTTY === true,
    watched: stderr.isTTY === true,
    output: stdout,
  }
}

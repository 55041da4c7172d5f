/** Where a command says what it did, as an argument, so that a test can listen. */
export interface Terminal {
  /** What was asked for, on standard output. */
  print(text: string): void
  /** What went wrong, on standard error. */
  warn(text: string): void
  /** How far it is, on standard error: one line that is written over where the terminal can. */
  progress(text: string): void
  /** Takes what is too long to hold, as a file would. */
  readonly output: NodeJS.WritableStream
}

/** The terminal, or the pipes, of this process. */
export function ownTerminal(): Terminal {
  const { stdout, stderr } = process
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
      written = stderr.isTTY
      stderr.write(stderr.isTTY ? text : `${text}\n`)
    },
    output: stdout,
  }
}

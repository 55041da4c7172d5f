import { createInterface } from 'node:readline'
import type { Surroundings } from './surroundings.ts'

/** Asks whoever sits at the terminal, and gives what they typed; empty when they went away. */
export type Ask = (question: string) => Promise<string>

/** The keyboard of this process; null where nobody sits at one (a script, a pipe). */
export function ownAsk({ stdin, stderr }: Pick<NodeJS.Process, 'stdin' | 'stderr'> = process): Ask | null {
  if (!stdin.isTTY || !stderr.isTTY) return null
  return async (question) => {
    const lines = createInterface({ input: stdin, output: stderr })
    try {
      return await new Promise<string>((resolve) => {
        lines.on('close', () => resolve(''))
        lines.question(`${question} `, resolve)
      })
    } finally {
      lines.close()
    }
  }
}

/**
 * Whether something that cannot be undone may be done: somebody at a terminal types the address of the wave that it is
 * about. Where nobody sits, giving the command is enough.
 */
export async function confirmed({ ask }: Surroundings, question: string, address: string): Promise<boolean> {
  return ask === null || (await ask(question)).trim().toLowerCase() === address
}

import { networkInterfaces } from 'node:os'
import { systemClock, type Clock } from '../clock.ts'
import { readEnvironment, type Environment } from '../config.ts'
import { systemRandomness, type Randomness } from '../randomness.ts'
import { ownAsk, type Ask } from './ask.ts'
import { stopSignal } from './stop-signal.ts'
import { ownTerminal, type Terminal } from './terminal.ts'

/** Everything that a command needs from outside. */
export interface Surroundings {
  readonly environment: Environment
  readonly terminal: Terminal
  /** Null where nobody sits at a keyboard. */
  readonly ask: Ask | null
  readonly clock: Clock
  readonly randomness: Randomness
  /** The networks that this computer is on. */
  readonly networks: typeof networkInterfaces
  /** Fulfilled when somebody asks the process to stop; only asked for by a command that runs until then. */
  readonly stopSignal: () => Promise<void>
}

/** Those of this process. */
export function ownSurroundings(): Surroundings {
  return {
    environment: readEnvironment(),
    terminal: ownTerminal(),
    ask: ownAsk(),
    clock: systemClock,
    randomness: systemRandomness,
    networks: networkInterfaces,
    stopSignal,
  }
}

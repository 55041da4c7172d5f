import type { ResponseChannel } from '../response.ts'

/**
 * How many responses a wave takes at most: of everybody, and of who gave an answer to one single-choice question. Who had
 * begun before it was full may finish.
 */
export interface Quotas {
  readonly total?: number
  readonly by?: {
    readonly variable: string
    /** Where the variable stands among the packed codes of the wave's version, from 1. */
    readonly position: number
    /** By the code of an answer, as text; an answer that is not named has no limit. */
    readonly most: Readonly<Record<string, number>>
  }
}

/** How people may answer in a wave. What staff bring in from a file is `import` and needs no leave. */
export type OfferedChannel = Exclude<ResponseChannel, 'import' | 'unrecorded'>

export const OFFERED_CHANNELS: readonly OfferedChannel[] = ['web', 'paper', 'telephone', 'interviewer', 'kiosk']

import { setTimeout as wait } from 'node:timers/promises'
import { sendAndNote, type Sender } from './sender.ts'

/** Where a crowd sends to. */
export interface Crowd {
  readonly port: number
  readonly wave: string
  readonly senders: readonly Sender[]
  /** How many send at the same time. */
  readonly together: number
}

/**
 * Lets everybody send until all are told that their answers are stored, while something happens.
 *
 * @param trouble runs meanwhile, and is told when everybody is done
 * @returns how often each status was answered; 0 for a connection that broke
 */
export async function underLoad(
  { port, wave, senders, together }: Crowd,
  trouble: (load: { readonly done: () => boolean; readonly acknowledged: () => number }) => Promise<void>,
): Promise<ReadonlyMap<number, number>> {
  const statuses = new Map<number, number>()
  let next = 0
  let acknowledged = 0
  const sendRest = async (): Promise<void> => {
    for (let sender = senders[next++]; sender !== undefined; sender = senders[next++]) {
      while (!sender.acknowledged) {
        const status = await sendAndNote(port, wave, sender)
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        if (sender.acknowledged) acknowledged += 1
        else await wait(25)
      }
    }
  }
  let working = true
  const crowd = Promise.all(Array.from({ length: together }, sendRest)).finally(() => (working = false))
  await Promise.all([crowd, trouble({ done: () => !working, acknowledged: () => acknowledged })])
  return statuses
}

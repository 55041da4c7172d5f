import { isProblem } from '@klankbord/model'
import type { ServerContext } from '../context.ts'
import { logFault } from '../http/request-log.ts'
import { openMailer } from '../mail/mailer.ts'
import { sendWaiting, type SendingRound } from '../mail/send-waiting.ts'

const MINUTE = 60_000
const ROUNDS_PER_MINUTE = 4

/** How many minutes a server of mail that cannot be used is left alone, each time in a row a step longer. */
const PAUSES: readonly number[] = [1, 5, 15]

/**
 * How many messages a round may send, so that in each minute it is as many as are allowed.
 *
 * @param round 0, 1, 2 …
 * @example [0, 1, 2, 3].map((round) => budgetOf(round, 6)) // [1, 2, 1, 2]
 */
export function budgetOf(round: number, perMinute: number): number {
  const until = (rounds: number): number => Math.floor((rounds * perMinute) / ROUNDS_PER_MINUTE)
  return until(round + 1) - until(round)
}

/**
 * Sends mail that waits for as long as the process lives, and keeps no process alive; without a server of mail it does
 * nothing.
 *
 * @returns what ends it: waits for the message that is being sent
 */
export function sendMailSteadily(context: ServerContext): () => Promise<void> {
  const { server, from, perMinute } = context.settings.mail
  if (server === null || from === null) return () => Promise.resolve()
  let [rounds, refusals, stopped] = [0, 0, false]
  let pausedUntil = 0
  let round: Promise<void> | null = null
  const send = async (budget: number): Promise<void> => {
    const mailer = openMailer({ server, from })
    try {
      const came = await sendWaiting(context, mailer, { budget, stopped: () => stopped })
      tell(context, came)
      refusals = came.server === null ? 0 : refusals + 1
      const pause = came.server === null ? 0 : (PAUSES[refusals - 1] ?? PAUSES.at(-1) ?? 0)
      pausedUntil = context.clock.now().getTime() + pause * MINUTE
    } finally {
      mailer.close()
    }
  }
  const timer = setInterval(() => {
    const budget = budgetOf(rounds++, perMinute)
    if (budget === 0 || context.clock.now().getTime() < pausedUntil) return
    round ??= send(budget)
      .catch((error: unknown) => {
        if (!isProblem(error, 'databaseUnavailable')) logFault(context.log, error, 'mail')
      })
      .finally(() => (round = null))
  }, MINUTE / ROUNDS_PER_MINUTE)
  timer.unref()
  return async () => {
    stopped = true
    clearInterval(timer)
    await round
  }
}

/** Numbers only: no address, and nothing that the server of mail said. */
function tell({ log }: ServerContext, { sent, failed, waiting, server }: SendingRound): void {
  if (server !== null)
    log.warn({ sent, failed, waiting, reason: server }, 'mail waits: the server of mail cannot be used')
  else if (sent + failed + waiting > 0) log.info({ sent, failed, waiting }, 'mail')
}

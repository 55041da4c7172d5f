import { textHash } from '@klankbord/model'
import type { Kept } from './kept.ts'
import type { SavingPorts } from './ports.ts'
import { NOT_HEARD, verdictOn, type Sent, type Verdict } from './verdict.ts'

/** How long an answer may take. */
const PATIENCE = 30_000

/** One body to send, and what its acknowledgement has to name. */
export interface Errand {
  readonly kind: 'draft' | 'final'
  readonly path: string
  readonly body: string
  readonly sent: Sent
}

export function draftErrand(wave: string, { underWay, sending }: Kept): Errand {
  const { id, code, device } = underWay
  if (sending === null) throw new TypeError('nothing is to be sent')
  const { revision, answers, asked, language, words, screen = '' } = sending
  const underWords = words === undefined ? {} : { words, screen }
  return {
    kind: 'draft',
    path: pathOf(wave, 'drafts', id),
    body: padded({
      revision,
      answers,
      language,
      asked,
      ...underWords,
      ...(device !== undefined && { device }),
      ...withCode(code),
    }),
    sent: { id, revision },
  }
}

export function finalErrand(wave: string, { underWay, closing }: Kept): Errand {
  const { id, code, revision } = underWay
  if (closing === null) throw new TypeError('nothing is to be sent')
  const { answers, language, help, withdrawalCode, channel } = closing
  // What a tab that this one cannot hear saved since is in the way of it.
  const whole = { answers, language, help, withdrawalHash: textHash(withdrawalCode), revision, ...withCode(code) }
  return {
    kind: 'final',
    path: pathOf(wave, 'responses', id),
    body: padded(channel === undefined ? whole : { ...whole, channel }),
    sent: { id },
  }
}

function pathOf(wave: string, kind: string, id: string): string {
  return `/api/waves/${encodeURIComponent(wave)}/${kind}/${id}`
}

function withCode(code: string): { readonly code?: string } {
  return code === '' ? {} : { code }
}

/** In steps, so that how long it is says little about which answer was given. */
const STEP = 1024

function padded(body: unknown): string {
  const text = JSON.stringify(body)
  return text.padEnd(Math.ceil(text.length / STEP) * STEP)
}

/** Sends it once. Whoever does not answer in time has not heard of it. */
export function verdictOf({ put, clock }: SavingPorts, { path, body, sent }: Errand): Promise<Verdict> {
  return new Promise((resolve) => {
    const stop = clock.after(PATIENCE, () => resolve(NOT_HEARD))
    put(path, body)
      .then((answered) => resolve(verdictOn(answered, sent, clock.now())))
      .catch(() => resolve(NOT_HEARD))
      .finally(stop)
  })
}

import { draftErrand, finalErrand, verdictOf, type Errand } from './errand.ts'
import { acknowledged, withSending, type Kept } from './kept.ts'
import { pauseAfter } from './pause.ts'
import type { SavingPorts } from './ports.ts'
import type { SavingState } from './saving.ts'
import { NOT_HEARD, type Verdict } from './verdict.ts'

/** What is sent, and who hears of it. */
export interface Desk {
  /** Null when nothing is to be sent from here. */
  kept(): Kept | null
  /** Settled once it is kept on the device, or cannot be. */
  change(next: Kept): Promise<void>
  /** The server has it for good, or has wiped it. */
  done(kept: Kept): Promise<void>
  tell(): void
}

/** Sends what is to be sent, one at a time, until it is acknowledged or refused. */
export interface Sender {
  state(): Pick<SavingState, 'offline' | 'refusal' | 'findings'>
  /** What the server has instead of what is kept here, changed on another device; null where it does not say. */
  theirs(): number | null
  /** There is something new, which may mend what was refused. */
  changed(): void
  /** What is kept comes from before a reload or from another tab: whether the server knows newer is asked first. */
  restored(): void
  /** Tries now, unless the server asked for patience. */
  wake(): void
  go(): void
  /** Drops what is under way; what comes back of it is not listened to. */
  stop(): void
}

/** Between two drafts, so that who types fast does not send every letter. */
const GAP = 1000

export function sender(ports: SavingPorts, desk: Desk): Sender {
  const { clock, random } = ports
  let round = 0
  let isBusy = false
  let failures = 0
  let isHeard = true
  let isKnown = true
  let refusal: SavingState['refusal'] = null
  let findings: SavingState['findings'] = []
  let theirs: number | null = null
  /** Nothing goes out before, whatever happens: the server asked for it. */
  let notBefore = 0
  let lastDraft = -GAP
  let stopWaiting = (): void => undefined

  const wait = (milliseconds: number): void => {
    stopWaiting()
    stopWaiting = clock.after(milliseconds, go)
  }

  function go(): void {
    stopWaiting()
    const kept = desk.kept()
    if (kept === null || isBusy || refusal !== null) return
    const kind = nextKind(kept, isKnown)
    if (kind === null) return
    const early = Math.max(notBefore, kind === 'draft' && kept.closing === null ? lastDraft + GAP : 0) - clock.now()
    if (early > 0) wait(early)
    else void run(kind, kept)
  }

  async function run(kind: Errand['kind'], kept: Kept): Promise<void> {
    isBusy = true
    const mine = round
    const next = kind === 'draft' ? withSending(kept) : { ...kept, tried: true }
    await desk.change(next)
    const errand = kind === 'draft' ? draftErrand(ports.wave, next) : finalErrand(ports.wave, next)
    if (kind === 'draft') lastDraft = clock.now()
    const verdict = mine === round ? await verdictOf(ports, errand) : NOT_HEARD
    if (mine !== round) return
    isBusy = false
    await settle(kind, verdict)
  }

  async function settle(kind: Errand['kind'], verdict: Verdict): Promise<void> {
    const kept = desk.kept()
    isHeard = verdict.kind !== 'again' || verdict.heard
    if (kept === null) return
    if (verdict.kind === 'again') {
      failures += 1
      notBefore = verdict.wait > 0 ? clock.now() + verdict.wait * (1 + random() / 5) : 0
      wait(Math.max(pauseAfter(failures, random), notBefore - clock.now()))
    } else {
      failures = 0
      notBefore = 0
      if (verdict.kind === 'acknowledged') await accept(kind, kept)
      else await refuse(kind, kept, verdict)
    }
    desk.tell()
    if (verdict.kind !== 'again') go()
  }

  async function accept(kind: Errand['kind'], kept: Kept): Promise<void> {
    isKnown = true
    if (kind === 'final' || kept.erased) await desk.done(kept)
    else await desk.change(acknowledged(kept))
  }

  async function refuse(
    kind: Errand['kind'],
    kept: Kept,
    verdict: Extract<Verdict, { kind: 'refused' }>,
  ): Promise<void> {
    // Whether the whole may be stored is for the server to say when it gets the whole.
    if (kind === 'draft' && kept.closing !== null && verdict.refusal !== 'newer') {
      isKnown = true
      await desk.change({ ...kept, sending: null, acknowledged: kept.change })
      return
    }
    ;({ refusal, findings } = verdict)
    theirs = verdict.revision ?? null
    // What was refused as it is, is not sent again as it is.
    if (kind === 'draft' && verdict.refusal !== 'newer' && !kept.erased) await desk.change({ ...kept, sending: null })
  }

  return {
    theirs: () => (refusal === 'newer' ? theirs : null),
    state: () => ({ refusal, findings, offline: !isHeard || !ports.online() }),
    changed: () => {
      refusal = null
      findings = []
      go()
    },
    restored: () => {
      isKnown = false
      refusal = null
    },
    wake: () => {
      failures = 0
      lastDraft = -GAP
      go()
    },
    go,
    stop: () => {
      round += 1
      isBusy = false
      isKnown = true
      refusal = null
      findings = []
      failures = 0
      stopWaiting()
    },
  }
}

/** What goes out next; null when the server has everything. */
function nextKind(kept: Kept, isKnown: boolean): Errand['kind'] | null {
  // What went out for good may be stored: a draft would only be told that it is too late.
  if (kept.closing !== null && kept.tried) return 'final'
  if (kept.sending !== null || (!isKnown && isBegun(kept))) return 'draft'
  if (kept.change > kept.acknowledged) return 'draft'
  return kept.closing === null ? null : 'final'
}

/** Pressing "start" alone leaves nothing behind. */
function isBegun({ change, underWay }: Kept): boolean {
  return change > 0 || underWay.revision > 0
}

import {
  donePage,
  renderNotSent,
  renderWiped,
  stoppedPage,
  withdrawnPage,
  type FlowPage,
  type FlowVisit,
  type Move,
} from '@klankbord/pages/browser'
import type { SavingState, UnderWay } from '../saving/saving.ts'
import type { RunnerPorts } from './ports.ts'
import { refusedPage } from './refused-page.ts'
import { pageForm } from './sent-form.ts'
import { standing } from './visit.ts'

/** How long answers may be on their way before that is said. */
const SOON = 1500
/** How long the server may still be busy with what it was sent. */
const LATE = 35_000

/** Sending for good, and wiping: what is shown until the server has acknowledged it. */
export interface ClosingHere {
  send(visit: FlowVisit, move: Extract<Move, { does: 'send' }>): void
  erase(visit: FlowVisit, page: FlowPage): Promise<void>
  /** Goes on waiting after a reload. @returns whether answers were sent and are not acknowledged */
  resume(visit: FlowVisit, kept: UnderWay): boolean
  /** Shows what became of it. @returns whether the page says it */
  settle(state: SavingState): boolean
}

interface Sent {
  readonly visit: FlowVisit
  readonly withdrawalCode: string
  readonly help: FlowVisit['request']['help']
}

/**
 * @param show shows a page
 * @param leave lets the server say why it takes nothing
 */
export function closingHere(
  ports: RunnerPorts,
  show: (page: Pick<FlowPage, 'html'>) => void,
  leave: (form: HTMLFormElement | null) => void,
): ClosingHere {
  const { saving, after } = ports
  let sent: Sent | null = null
  let wiping: FlowPage | null = null
  let isTold = false

  const finish = (page: Pick<FlowPage, 'html'>): void => {
    sent = null
    wiping = null
    void ports.shelf.clear().catch(() => undefined)
    show(page)
  }

  function notYet(): void {
    if (sent === null) return
    const { offline, keptIn } = saving.state()
    const { visit, withdrawalCode, help } = sent
    const id = saving.underWay()?.id ?? visit.request.draft ?? ''
    isTold = true
    show({
      html: renderNotSent(visit.questionnaire, visit.page, {
        draft: id,
        withdrawalCode,
        help,
        offline,
        own: keptIn === 'device',
        unkept: keptIn === 'memory',
      }),
    })
  }

  function wait(): void {
    isTold = false
    if (saving.state().offline) notYet()
    else after(SOON, () => (isTold ? undefined : notYet()))
  }

  /** What may be stored already is taken back with its code, also when it arrives late. */
  async function takeBack(code: string, page: FlowPage, isLate = false): Promise<void> {
    const gone = await ports.withdraw(code).catch(() => null)
    // Without an answer nobody knows whether it is gone.
    if (gone === null) after(LATE / 7, () => void takeBack(code, page, isLate))
    else if (gone || isLate) finish(page)
    else after(LATE, () => void takeBack(code, page, true))
  }

  function refused(state: SavingState): void {
    if (sent === null) return
    const { visit } = sent
    const kept = saving.underWay()
    const page = kept === null ? null : refusedPage(visit, kept, state)
    sent = null
    if (state.refusal === 'withdrawn') finish(withdrawnPage(visit))
    else if (page === null) leave(pageForm(document))
    else show(page)
  }

  return {
    send: (visit, { underWay, withdrawalCode }) => {
      const { help } = visit.request
      const isSentAlready = saving.state().final === 'waiting'
      sent = { visit, withdrawalCode, help }
      if (isSentAlready) saving.wake()
      else {
        const answers = standing(visit, underWay.answers)
        const { asked, language } = underWay
        saving.keep({ answers, asked, language, page: JSON.stringify({ code: withdrawalCode, help }), numbers: [] })
        if (!saving.finish({ answers, language: visit.page.language, help: help ?? 'notKnown', withdrawalCode }))
          throw new TypeError('nothing may change')
      }
      wait()
    },
    resume: (visit, kept) => {
      const page = JSON.parse(kept.page) as { readonly code?: string; readonly help?: Sent['help'] }
      if (page.code === undefined || saving.state().final !== 'waiting') return false
      sent = { visit, withdrawalCode: page.code, help: page.help ?? null }
      notYet()
      return true
    },
    erase: async (visit, page) => {
      const code = sent?.withdrawalCode ?? null
      sent = null
      wiping = page
      if (saving.underWay() === null) {
        finish(page)
        return
      }
      const isWiped = await saving.erase()
      if (saving.state().erased === 'done') return finish(stoppedPage(visit))
      if (!isWiped && code !== null) {
        await saving.forget()
        void takeBack(code, page)
      }
      if (wiping !== null) show({ html: renderWiped(visit.questionnaire, visit.page) })
    },
    settle: (state) => {
      if (wiping !== null && state.erased === 'done') {
        finish(wiping)
        return true
      }
      if (sent === null) return wiping !== null
      if (state.final === 'stored') finish(donePage(sent.visit, sent.withdrawalCode))
      else if (state.final === 'refused') refused(state)
      else if (state.offline && !isTold) notYet()
      else if (!isTold) return false
      return true
    },
  }
}

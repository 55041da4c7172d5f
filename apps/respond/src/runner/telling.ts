import {
  isFilledIn,
  otherDevicePageOf,
  renderElsewhere,
  type FlowPage,
  type FlowVisit,
  type PageData,
} from '@klankbord/pages/browser'
import type { SavingState, UnderWay } from '../saving/saving.ts'
import { LONGEST } from './browser-ports.ts'
import type { ClosingHere } from './closing.ts'
import { readKeptPage } from './kept-page.ts'
import { showNotReached } from './not-reached.ts'
import type { Pausing } from './pausing.ts'
import { refusedPage } from './refused-page.ts'
import { showSaving } from './saving-shown.ts'
import { pageForm } from './sent-form.ts'
import { parsed, showPage, whereabouts } from './show-page.ts'
import { languageHere, visitOfKept, type Sitting } from './sitting.ts'
import { within } from './within.ts'

/** Says what became of answers. */
export interface Telling {
  /** On the page that is there. */
  now(): void
  /** The same; what cannot be shown here is shown by the server. */
  safely(): void
  /**
   * Somebody has to choose between what is here and what another device stored; where both say the same, it goes on from here.
   *
   * @param typed on the page that was there: to be read, also where it is no answer
   * @param goOn what was pressed goes on after all
   */
  overtaken(known: PageData, typed?: FlowVisit['request']['given'], goOn?: () => void): void
}

/** What it uses of the parts around it. */
interface Around {
  readonly closing: () => Pick<ClosingHere, 'settle'>
  readonly pausing: () => Pick<Pausing, 'settle'>
  /** Whether something was chosen or typed on the page that is there. */
  readonly isOpen: () => boolean
  readonly show: (page: Pick<FlowPage, 'html'>) => void
  /** Lets the server show what follows. */
  readonly send: (form: HTMLFormElement | null, go: string | null) => void
}

/** @param sitting whose answers */
export function telling(sitting: Sitting, around: Around): Telling {
  const { saving } = sitting.ports

  function now(): void {
    const { data } = sitting
    if (data === null || sitting.isPlain) return
    const state = saving.state()
    if (state.elsewhere && !sitting.isElsewhere) {
      sitting.isElsewhere = true
      showPage(parsed(renderElsewhere(data.questionnaire, data.context)))
      return
    }
    if (around.closing().settle(state)) return
    const everything = state.everything && isFilledIn(data.questionnaire, saving.underWay()?.answers ?? {})
    showSaving(data, languageHere(), { ...state, everything }, sitting)
    // Nobody is taken to another page for choosing something: it is said when they go on.
    if (around.isOpen()) return
    refusal(data, state)
    around.pausing().settle()
  }

  /** Once for each: what somebody does about it is sent again, and may be refused again. */
  function refusal(known: PageData, state: SavingState): void {
    const before = sitting.told
    sitting.told = state.refusal
    if (sitting.told === null || sitting.told === before || state.final !== 'none') return
    if (saving.isOvertaken()) {
      overtaken(known)
      return
    }
    // On the page before sending, sending says why.
    if (whereabouts(document)?.screen === '') {
      sitting.told = null
      return
    }
    const kept = saving.underWay()
    const fields = { screen: sitting.lastScreen }
    const page = kept === null ? null : refusedPage(visitOfKept(sitting, known, kept, fields), kept, state)
    if (page === null) around.send(pageForm(document), null)
    else around.show(page)
  }

  function overtaken(
    known: PageData,
    typed: FlowVisit['request']['given'] = {},
    goOn: () => void = () => undefined,
  ): void {
    const kept = saving.underWay()
    if (kept === null) return
    // What showing it tells is told by this page.
    sitting.told = 'newer'
    void askBoth(known, kept, typed, goOn).catch(() => showNotReached(pageForm(document)))
  }

  async function askBoth(
    known: PageData,
    kept: UnderWay,
    typed: FlowVisit['request']['given'],
    goOn: () => void,
  ): Promise<void> {
    const { ports } = sitting
    const there = await within(
      ports.answers(kept.id, kept.words === undefined ? {} : { words: kept.words }),
      LONGEST,
      ports.after,
    )
    const here = { ...kept.answers, ...readKeptPage(kept.page).typed, ...typed }
    const html = otherDevicePageOf(visitOfKept(sitting, known, kept, {}), here, there)
    if (html !== null) around.show({ html })
    else if (saving.overrule()) goOn()
  }

  return {
    now,
    overtaken,
    // The server knows the form that was sent.
    safely: () => {
      try {
        now()
      } catch {
        const { final } = saving.state()
        around.send(pageForm(document), final === 'none' ? null : 'submit')
      }
    },
  }
}

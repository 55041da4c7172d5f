import { Html, laterPage, pageAddress, readWordsField } from '@klankbord/pages/browser'
import type { FlowPage, FlowVisit, Move } from '@klankbord/pages/browser'
import { readKeptPage } from './kept-page.ts'
import { everythingSent } from './plain-sending.ts'
import type { GivenWords } from './ports.ts'
import { showNoWords } from './saving-shown.ts'
import { languageHere, visitOfKept, type Sitting } from './sitting.ts'
import { holdForm } from './hold-form.ts'
import { underWayOf } from './visit.ts'
import { within } from './within.ts'

/** How long words that were given may be unseen while the server has yet to keep everything under them. */
const SOON = 1500

/** Stopping with three words. Words that answers may be under are shown, whatever becomes of the line. */
export interface Pausing {
  /** Where no words can be had that is said, and everything stays as it is. @throws where the server refuses them */
  stop(visit: FlowVisit, move: Extract<Move, { does: 'pause' }>): Promise<void>
  /** Shows the words once everything is under them, where nobody has seen that yet: also after a reload. */
  settle(): void
}

/**
 * Asks for the words to come back with, once the server has every answer, has it keep them under these, and draws the page
 * that shows them. Nothing that was answered goes along with the asking, and no form is posted: browsers write those to
 * their disk. Who has words already is shown the same ones.
 *
 * @param show shows a page
 */
export function pausingHere(sitting: Sitting, show: (page: Pick<FlowPage, 'html'>) => void): Pausing {
  const { ports, way } = sitting
  const { saving } = ports
  let given: GivenWords | null = null
  let stopped: FlowVisit | null = null
  let isAsking = false

  /** @returns whether there are any */
  async function ask(language: string): Promise<boolean> {
    const kept = saving.underWay()
    if (kept === null) return false
    const known = kept.words === undefined ? {} : { words: kept.words }
    const got = await ports.words(kept.id, { language, ...known })
    given = got !== null && readWordsField(got.words) !== null ? got : null
    return given !== null
  }

  async function sent(): Promise<void> {
    if (!saving.isSaved()) saving.wake()
    await everythingSent(ports)
  }

  async function askAndKeep(visit: FlowVisit, screenId: string): Promise<void> {
    await sent()
    if (!saving.isSaved() || !(await ask(visit.page.language)) || given === null) return
    stopped = { ...visit, request: { ...visit.request, screenId } }
    saving.keepUnder(given.words, screenId)
    const letGo = holdPage()
    if (saving.hasUnseenWords()) await within(sent(), SOON, ports.after).catch(() => undefined)
    else await sent()
    ports.after(SOON, letGo)
  }

  function showWords(isPending: boolean): void {
    const kept = saving.underWay()
    const carried = readWordsField(given?.words ?? '')
    if (given === null || carried === null || kept === null || sitting.data === null) return
    const where = { screen: kept.screen ?? '', seen: readKeptPage(kept.page).seen }
    const isThere = stopped?.request.screenId === where.screen
    const visit = stopped !== null && isThere ? stopped : visitOfKept(sitting, sitting.data, kept, where)
    const cards = given.shown.map(({ word, picture }) => ({ word, drawing: new Html(picture) }))
    const page = laterPage({ ...visit, page: { ...visit.page, words: carried } }, underWayOf(kept), {
      cards,
      until: given.until,
      isPending,
    })
    if (!isPending) {
      saving.seenWords()
      void ports.shelf.clear().catch(() => undefined)
      way.end()
      // Nothing is left on the device: who loads this page again needs the words.
      window.history.replaceState(window.history.state, '', pageAddress(visit.page, '/resume'))
    }
    show(page)
  }

  function settle(): void {
    const { final, erased } = saving.state()
    const isOver = final !== 'none' || erased !== 'no'
    if (sitting.isPausing || isOver || !saving.hasUnseenWords() || !saving.isSaved()) return
    if (given !== null) return showWords(false)
    if (isAsking) return
    isAsking = true
    void askOnce()
  }

  /** What the server refuses is not asked again. */
  async function askOnce(): Promise<void> {
    try {
      await ask(languageHere())
    } catch {
      return
    }
    isAsking = false
    if (given !== null) saving.wake()
  }

  return {
    stop: async (visit, { screenId }) => {
      sitting.isPausing = true
      const release = holdForm(sitting)
      await askAndKeep(visit, screenId).finally(() => {
        sitting.isPausing = false
        release()
      })
      if (given !== null && saving.isSaved()) showWords(false)
      else if (given !== null && saving.hasUnseenWords() && saving.state().refusal === null) showWords(true)
      else tellNoWords(sitting)
    },
    settle,
  }
}

/**
 * Whoever loads the page again or leaves it is asked by the browser whether they mean to, while answers may be under words
 * that nobody has had the time to read.
 *
 * @returns lets them go
 */
function holdPage(): () => void {
  const ask = (event: Event): void => {
    event.preventDefault()
    // Older browsers ask only where this is set.
    Reflect.set(event, 'returnValue', '')
  }
  window.addEventListener('beforeunload', ask)
  return () => window.removeEventListener('beforeunload', ask)
}

function tellNoWords({ data, ports: { saving } }: Sitting): void {
  const { refusal, keptIn } = saving.state()
  if (data !== null && refusal === null) showNoWords(data, languageHere(), keptIn === 'device')
}

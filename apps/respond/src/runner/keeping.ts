import type { FlowVisit, Move, UnderWay } from '@klankbord/pages/browser'
import type { Chosen } from './choosing.ts'
import { readKeptPage, without, writtenKeptPage, type KeptPage } from './kept-page.ts'
import { stopOf, whereabouts } from './show-page.ts'
import type { Sitting } from './sitting.ts'
import type { Whereabouts } from './trail.ts'
import { isOther, nothingKept, numbersOf, standing, underWayOf } from './visit.ts'

/** Answers that are to be kept, and what was kept before. */
type Kept = Pick<Extract<Move, { does: 'keep' }>, 'before' | 'underWay'>

/** What is kept here under the id that a form came with. */
export function keptFor({ ports: { saving } }: Sitting, { request }: FlowVisit): UnderWay | null {
  const kept = saving.underWay()
  if (kept === null) return null
  return request.draft === null || request.draft.endsWith(kept.id) ? underWayOf(kept) : null
}

/**
 * Keeps answers of the screen that a form came from.
 *
 * @param practises whether the practice question follows
 * @throws TypeError where another tab is at it, or the server has something else
 */
export function keepSent(
  sitting: Sitting,
  visit: FlowVisit,
  kept: Kept,
  next: Whereabouts | null,
  practises = false,
): void {
  sitting.lastScreen = visit.request.screenId
  keepHere(sitting, visit, kept, next && { ...next, practises })
}

/** A page on which nothing new is kept: only where somebody is. @throws TypeError as `keepSent` */
export function keepPlace(sitting: Sitting, visit: FlowVisit, next: Document): void {
  const { way, ports } = sitting
  const stop = stopOf(next)
  way.to(stop)
  const kept = ports.saving.underWay()
  const { final, refusal, elsewhere } = ports.saving.state()
  if (stop === null || kept === null || final !== 'none' || refusal !== null || elsewhere) return
  const { screen, typed } = readKeptPage(kept.page)
  const before = underWayOf(kept)
  const here = { ...stop, ...(screen === stop.screen && { typed }) }
  keepHere(sitting, visit, { before, underWay: { ...before, language: visit.page.language } }, here)
}

/** Keeps what was chosen or typed on a screen that nobody went on from yet. */
export function keepChosen(sitting: Sitting, { visit, before, underWay, typed }: Chosen): void {
  const known = underWay ?? before ?? nothingKept(visit)
  if (known === null || (underWay === null && Object.keys(typed).length === 0)) return
  sitting.lastScreen = visit.request.screenId
  sitting.unfinished = numbersOf(visit, known.answers, (name) => Object.hasOwn(typed, name))
  try {
    const where = whereabouts(document) ?? { screen: '', seen: '' }
    keepHere(sitting, visit, { before: before ?? known, underWay: known }, { ...where, typed })
  } catch {
    // What may not be kept from here is said once somebody goes on.
  }
}

function keepHere(
  { ports: { saving }, way }: Sitting,
  visit: FlowVisit,
  { before, underWay }: Kept,
  where: (Whereabouts & Partial<KeptPage>) | null,
): void {
  const { id, language, asked } = underWay
  const answers = standing(visit, underWay.answers)
  const page = writtenKeptPage({ ...where, trail: way.kept(), apart: without(underWay.answers, answers) })
  if (saving.underWay()?.id !== before.id) {
    const code = visit.page.access ?? ''
    saving.begin({ id, code, language, answers: {}, asked: [], revision: 0, page })
  }
  const known = saving.underWay()?.answers ?? {}
  const numbers = numbersOf(visit, underWay.answers, (name) => isOther(known, answers, name))
  const screen = where?.screen ?? ''
  if (!saving.keep({ answers, asked, language, page, numbers, screen })) throw new TypeError('nothing may change')
}

import {
  draftField,
  lookAgain,
  renderCodeRefused,
  renderFull,
  renderNotice,
  type FlowPage,
  type FlowVisit,
  type NoticeKind,
} from '@klankbord/pages/browser'
import type { Refusal, SavingState, UnderWay } from '../saving/saving.ts'
import { underWayOf } from './visit.ts'

/** After these the server holds something else under the same id: it says what, and what is here cannot be added to it. */
const SERVERS: readonly (Refusal | null)[] = ['newer', 'conflict', 'withdrawn']

const NOTICES: Readonly<Partial<Record<Refusal, NoticeKind>>> = {
  closed: 'sealed',
  full: 'full',
  notYet: 'notYet',
  otherWay: 'otherWay',
  sealed: 'sealed',
  tooLarge: 'tooMuch',
  unknownWave: 'unknownWave',
}

/** What somebody can change themselves, and what may pass. */
const MENDABLE: readonly Refusal[] = ['tooLarge', 'refused']

/** Whether answers are on this device only, so that a page that the browser sends would go on without them. */
export function isHeldHere({ waiting, refusal }: SavingState): boolean {
  return waiting.length > 0 && !SERVERS.includes(refusal)
}

/**
 * What to show where the server does not take what is kept here: what can be done about it, and everything that was filled
 * in. Null where the server is the one to say it.
 *
 * @param visit whose screen is the one where somebody answered last
 */
export function refusedPage(
  visit: FlowVisit,
  kept: UnderWay,
  { refusal, findings }: Pick<SavingState, 'refusal' | 'findings'>,
): Pick<FlowPage, 'html'> | null {
  const { questionnaire, page, request } = visit
  if (refusal === null || SERVERS.includes(refusal)) return null
  const draft = draftField(underWayOf(kept))
  if (refusal === 'answers') return lookAgain(visit, underWayOf(kept), findings)
  if (refusal === 'code') {
    const typed = { code: kept.code, ...(kept.code === '' && { error: { kind: 'missing' } as const }) }
    return { html: renderCodeRefused(questionnaire, page, typed, { go: 'next', fields: [['draft', draft]] }) }
  }
  if (refusal === 'fullGroup') {
    const state = { draft, screenId: request.screenId, given: kept.answers }
    return { html: renderFull(questionnaire, page, state) }
  }
  const kind = NOTICES[refusal] ?? 'failed'
  const back = MENDABLE.includes(refusal) && request.screenId !== '' ? { back: request.screenId } : {}
  return {
    html: renderNotice(page, kind, page.language, { questionnaire, given: kept.answers, erase: draft, ...back }),
  }
}

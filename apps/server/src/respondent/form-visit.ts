import type { FlowPage, FlowVisit, PageContext, PageRequest } from '@klankbord/pages'
import { withdrawalCode } from '@klankbord/pages'
import type { Entrance } from '../access/code-entrance.ts'
import { todayAt } from '../clock.ts'
import { page, type Reply } from '../http/reply.ts'
import { randomId } from '../randomness.ts'
import type { OpenedWave } from './opened-wave.ts'

/** One form that was sent: where, by whom, by which page and with what. */
export interface FormVisit extends Entrance {
  readonly page: PageContext
  readonly request: PageRequest
}

/** The same as what decides about it reads. */
export function flowVisit({ context, opened, page: shown, request }: FormVisit): FlowVisit {
  const { clock, randomness } = context
  return {
    questionnaire: opened.questionnaire,
    page: shown,
    request,
    today: todayAt(clock.now()),
    fresh: { id: randomId(randomness), withdrawalCode: withdrawalCode(randomness) },
  }
}

/** A page for one respondent: kept nowhere, found by no search engine. */
export function respondentPage(status: number, html: string): Reply {
  return page(status, html, 'respondent', { 'X-Robots-Tag': 'noindex' })
}

/** A page as HTTP sends it. Where a wave asks for a code, a script in its first page may move the code of a QR picture into its field. */
export function replyOf({ wave }: OpenedWave, { kind, status, html }: FlowPage): Reply {
  const policy = kind === 'introduction' && wave.mode !== 'open' ? 'codeEntrance' : 'respondent'
  return page(status, html, policy, { 'X-Robots-Tag': 'noindex' })
}

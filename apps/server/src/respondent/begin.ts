import { isProblem } from '@klankbord/model'
import {
  introductionPage,
  renderCodeRefused,
  type FlowPage,
  type PageContext,
  type RefusedForm,
  type TypedAccessCode,
} from '@klankbord/pages'
import { readAccessCode } from '../access/access-code.ts'
import { mayBegin, readCode } from '../access/code-entrance.ts'
import type { Reply } from '../http/reply.ts'
import type { FormFields } from '../http/route.ts'
import { flowVisit, replyOf, respondentPage, type FormVisit } from './form-visit.ts'
import type { OpenedWave } from './opened-wave.ts'

/**
 * Lets somebody begin: at once, or where the wave asks for codes with a code that nobody used. From then on the page
 * carries it.
 *
 * @param first the page to begin with
 */
export async function begin(visit: FormVisit, first: (visit: FormVisit) => Promise<FlowPage>): Promise<Reply> {
  const { opened, page, request } = visit
  if (opened.wave.mode === 'open') return replyOf(opened, await first(visit))
  try {
    const read = readCode(visit, request.access ?? '')
    if ('slip' in read) return codeAgain(visit, 422, read.slip)
    if (!(await mayBegin(visit, read.hash))) return codeRefused(opened, page)
    return replyOf(opened, await first({ ...visit, page: { ...page, access: read.shown } }))
  } catch (error) {
    if (!isProblem(error, 'tooManyRequests')) throw error
    const again = codeAgain(visit, 429, { kind: 'tooMany' })
    return { ...again, headers: { ...again.headers, 'Retry-After': String(error.details.seconds) } }
  }
}

/** The introduction once more, with what is wrong with the code. */
function codeAgain(visit: FormVisit, status: number, error: TypedAccessCode['error']): Reply {
  const { access, given } = visit.request
  const typed = { code: access ?? '', given, ...(error && { error }) }
  return replyOf(visit.opened, introductionPage(flowVisit(visit), typed, status))
}

/**
 * Says that nobody can begin with the code that the page came with, and what to do. Where two people have one code, the
 * second is told only when something is to be stored: what they filled in stays in the page, to be sent with another code.
 *
 * @param fields the form that came with the code; left out where nothing was filled in yet
 */
export function codeRefused({ questionnaire }: OpenedWave, page: PageContext, fields?: FormFields): Reply {
  const code = page.access ?? ''
  const read = readAccessCode(code)
  const error = 'slip' in read && fields !== undefined ? { error: read.slip } : {}
  return respondentPage(403, renderCodeRefused(questionnaire, page, { code, ...error }, refusedForm(fields)))
}

/** What the page says anew, whatever the form said. */
const SAID_ANEW: ReadonlySet<string> = new Set(['go', 'access', 'language', 'look'])

function refusedForm(fields: FormFields | undefined): RefusedForm | null {
  if (fields === undefined) return null
  const kept = Object.entries(fields)
    .filter(([name]) => !SAID_ANEW.has(name))
    .flatMap(([name, values]) => [values].flat().map((value) => [name, value] as const))
  return { go: fields['go'] === 'submit' ? 'submit' : 'next', fields: kept }
}

import { isProblem } from '@klankbord/model'
import { renderCodeRefused, type PageContext, type TypedAccessCode } from '@klankbord/pages'
import { mayBegin, readCode } from '../access/code-entrance.ts'
import type { Reply } from '../http/reply.ts'
import { introductionPage, respondentPage, type FormVisit } from './form-visit.ts'
import type { OpenedWave } from './opened-wave.ts'

/**
 * Lets somebody begin: at once, or where the wave asks for codes with a code that nobody used. From then on the page
 * carries it; nothing is stored yet.
 *
 * @param first the page to begin with
 */
export async function begin(visit: FormVisit, first: (visit: FormVisit) => Reply): Promise<Reply> {
  const { opened, page, request } = visit
  if (opened.wave.mode === 'open') return first(visit)
  try {
    const read = readCode(visit, request.access ?? '')
    if ('slip' in read) return codeAgain(visit, 422, read.slip)
    if (!(await mayBegin(visit, read.hash))) return codeRefused(opened, page)
    return first({ ...visit, page: { ...page, access: read.shown } })
  } catch (error) {
    if (!isProblem(error, 'tooManyRequests')) throw error
    const again = codeAgain(visit, 429, { kind: 'tooMany' })
    return { ...again, headers: { ...again.headers, 'Retry-After': String(error.details.seconds) } }
  }
}

/** The introduction once more, with what is wrong with the code. */
function codeAgain({ opened, page, request }: FormVisit, status: number, error: TypedAccessCode['error']): Reply {
  const typed = { code: request.access ?? '', ...(error && { error }) }
  return introductionPage(opened, page, typed, status)
}

/** Says that nobody can begin with the code that the page came with, and what to do. */
export function codeRefused({ questionnaire }: OpenedWave, page: PageContext): Reply {
  return respondentPage(403, renderCodeRefused(questionnaire, page, page.access ?? ''))
}

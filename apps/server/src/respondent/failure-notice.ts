import { renderNotice } from '@klankbord/pages'
import { page, type Reply } from '../http/reply.ts'
import type { ToldFailure } from '../http/problem-response.ts'

type NoticeKind = Parameters<typeof renderNotice>[1]

/** A failure as a page with a plain sentence. */
export function failureNotice({ document, headers }: ToldFailure, language: string): Reply {
  return page(document.status, renderNotice(null, noticeKind(document.code, document.status), language), 'respondent', {
    ...headers,
    'X-Robots-Tag': 'noindex',
  })
}

function noticeKind(code: string, status: number): NoticeKind {
  if (code === 'unknownWave') return 'unknownWave'
  if (status === 410) return 'closed'
  if (status === 429 || status === 503) return 'busy'
  return status === 404 ? 'notFound' : 'failed'
}

import { parseForm, readLook, renderNotice, sameForm, type KeptInPage, type NoticeKind } from '@klankbord/pages'
import type { ServerContext } from '../context.ts'
import type { ToldFailure } from '../http/problem-response.ts'
import { page, type Reply } from '../http/reply.ts'
import type { FormFields } from '../http/route.ts'
import type { OpenedWave } from './opened-wave.ts'
import { pageContext, rememberedWave } from './visit.ts'

/** Where something failed for somebody: at which address, with what in the form. */
export interface FailedPlace {
  readonly path: string
  /** The address of the wave, where the path names one. */
  readonly wave: string | undefined
  /** Null where nothing was sent, or where it could not be read. */
  readonly fields: FormFields | null
  readonly language: string
  /** In which the same can be asked for again; none where something was sent, which asking would leave out. */
  readonly languages: readonly string[]
}

/** A failure as a page with a plain sentence. What somebody filled in stays in it, to read or to send again. */
export function failureNotice(context: ServerContext, { document, headers }: ToldFailure, place: FailedPlace): Reply {
  const kind = noticeKind(document.code, document.status)
  const opened = place.wave === undefined ? null : rememberedWave(context, place.wave)
  const channel = place.path.includes('/kiosk') ? 'kiosk' : 'web'
  const shown = opened === null ? null : pageContext(context, opened, place.language, channel)
  const look = place.fields === null ? {} : { look: readLook(place.fields) }
  const minutes = Math.max(1, Math.ceil(Number(headers['Retry-After'] ?? 0) / 60))
  const kept = keptOf(document.status, kind, opened, place, minutes)
  const languages = place.languages.filter((one) => shown === null || shown.languages.includes(one))
  const html = renderNotice(shown && { ...shown, ...look }, kind, place.language, kept, languages)
  return page(document.status, html, 'respondent', { ...headers, 'X-Robots-Tag': 'noindex' })
}

function keptOf(
  status: number,
  kind: NoticeKind,
  opened: OpenedWave | null,
  { path, fields }: FailedPlace,
  minutes: number,
): KeptInPage {
  if (fields === null) return {}
  if (kind === 'busy') return { again: { ...sameForm(path, fields), minutes } }
  if (opened === null) return {}
  const { questionnaire } = opened
  const { given } = parseForm(questionnaire, fields)
  // What met a fault of ours is not sent once more to be read in another language.
  return { questionnaire, given, ...(status < 500 && { sent: sameForm(path, fields) }) }
}

function noticeKind(code: string, status: number): NoticeKind {
  if (code === 'unknownWave') return 'unknownWave'
  if (status === 410) return 'closed'
  if (status === 413) return 'tooMuch'
  if (status === 429 || status === 503) return 'busy'
  return status === 404 ? 'notFound' : 'failed'
}

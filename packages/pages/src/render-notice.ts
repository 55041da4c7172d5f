import type { LanguageCode } from '@klankbord/model'
import { renderDocument } from './document.ts'
import { html } from './html.ts'
import type { PageContext } from './page-context.ts'
import { voiceOf, type MessageKey } from './voice.ts'

/** Why there is no page to fill in. */
export type NoticeKind = 'unknownWave' | 'closed' | 'busy' | 'expired' | 'notFound' | 'failed'

const TEXTS: Readonly<Record<NoticeKind, readonly [MessageKey, MessageKey]>> = {
  unknownWave: ['noticeUnknownWaveTitle', 'noticeUnknownWaveText'],
  closed: ['noticeClosedTitle', 'noticeClosedText'],
  busy: ['noticeBusyTitle', 'noticeBusyText'],
  expired: ['noticeExpiredTitle', 'noticeExpiredText'],
  notFound: ['noticeNotFoundTitle', 'noticeNotFoundText'],
  failed: ['noticeFailedTitle', 'noticeFailedText'],
}

/** After these, starting again is a way on. */
const CAN_START: readonly NoticeKind[] = ['expired', 'notFound']

/**
 * Says why there is no page, and what can be done.
 *
 * @param context null when the wave is not known
 */
export function renderNotice(context: PageContext | null, kind: NoticeKind, language: LanguageCode): string {
  const voice = voiceOf(language, 'nl')
  const [title, text] = TEXTS[kind]
  return renderDocument(voice, context, {
    title: voice.plain(title),
    main: html`<div class="letter">
      <h1>${voice.say(title)}</h1>
      <p>${voice.say(text)}</p>
      ${
        context !== null &&
        CAN_START.includes(kind) &&
        html`<div class="stack"><a class="button" href="${context.action}">${voice.say('noticeStart')}</a></div>`
      }
    </div>`,
  })
}

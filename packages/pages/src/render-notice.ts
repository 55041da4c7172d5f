import type { LanguageCode } from '@klankbord/model'
import { dateWords } from './date-text.ts'
import { carriedCode, form, leaveKiosk, renderDocument } from './document.ts'
import { frontLink } from './front/front-link.ts'
import { html, type Content, type Html } from './html.ts'
import { keptInPage, type KeptInPage } from './kept/kept-in-page.ts'
import { askedOtherwise } from './kept/sent-again.ts'
import { pageAddress } from './page-address.ts'
import type { PageContext } from './page-context.ts'
import { voiceOf, type MessageKey, type Voice } from './voice.ts'

/** Why there is no page to fill in. */
export type NoticeKind =
  | 'unknownWave'
  | 'notYet'
  | 'full'
  | 'otherWay'
  | 'closed'
  | 'sealed'
  | 'sent'
  | 'tooMuch'
  | 'busy'
  | 'expired'
  | 'notFound'
  | 'failed'

const TEXTS: Readonly<Record<NoticeKind, readonly [MessageKey, MessageKey]>> = {
  unknownWave: ['noticeUnknownWaveTitle', 'noticeUnknownWaveText'],
  notYet: ['noticeNotYetTitle', 'noticeNotYetText'],
  full: ['noticeFullTitle', 'noticeFullText'],
  otherWay: ['noticeOtherWayTitle', 'noticeOtherWayText'],
  closed: ['noticeClosedTitle', 'noticeClosedText'],
  sealed: ['noticeSealedTitle', 'noticeSealedText'],
  sent: ['noticeSentTitle', 'noticeSentText'],
  tooMuch: ['noticeTooMuchTitle', 'noticeTooMuchText'],
  busy: ['noticeBusyTitle', 'noticeBusyText'],
  expired: ['noticeExpiredTitle', 'noticeExpiredText'],
  notFound: ['noticeNotFoundTitle', 'noticeUnknownWaveText'],
  failed: ['noticeFailedTitle', 'noticeFailedText'],
}

/** After these, starting again is a way on. */
const CAN_START: readonly NoticeKind[] = ['expired', 'notFound']
/** What somebody reads at these stands at the address of the wave, so it can be asked for in another language. */
const AT_ITS_ADDRESS: readonly NoticeKind[] = ['notYet', 'full', 'otherWay', 'closed', 'sealed']
/** What is under way can't be sent any more, or was. */
const OVER: readonly NoticeKind[] = ['sealed', 'sent']
/** Who has begun may still finish. */
const CAN_FINISH: readonly NoticeKind[] = ['closed', 'full']
/** Nobody can any more, or that day may have come before. */
const WIPES: readonly NoticeKind[] = ['closed', 'full', 'sealed']
/** Answers can be erased after closing, so the way there stays. */
const CAN_ERASE: readonly NoticeKind[] = ['closed', 'sealed', 'sent', 'full']

/**
 * Says why there is no page, and what can be done.
 *
 * @param context null when the wave is not known
 * @param kept what a form brought that cannot be taken: it stays in the page
 * @param languages in which the same address can be asked for again, where a page was asked for and nothing was sent
 */
export function renderNotice(
  context: PageContext | null,
  kind: NoticeKind,
  language: LanguageCode,
  kept: KeptInPage = {},
  languages: readonly LanguageCode[] = [],
): string {
  const voice = voiceOf(language, 'nl')
  const [title, text] = TEXTS[kind]
  const values = {
    date: context?.opensOn === undefined ? '' : dateWords(context.opensOn, voice.spoken),
    owner: context?.owner.name ?? '',
  }
  const otherwise = askedOtherwise(
    voice,
    context,
    kept,
    AT_ITS_ADDRESS.includes(kind) && !holdsAnything(kept),
    languages,
  )
  return renderDocument(voice, context, {
    title: voice.plain(title, values),
    ends: true,
    over: OVER.includes(kind),
    ...otherwise.parts,
    main: html`<div class="letter">
      ${otherwise.choice}
      <h1>${voice.say(title, values)}</h1>
      ${kept.again === undefined && html`<p>${voice.say(kind === 'full' && kept.erase !== undefined ? 'fullHereText' : text, values)}</p>`}
      ${context !== null && kept.erase === undefined && onThisDevice(voice, kind)}
      ${context !== null && CAN_ERASE.includes(kind) && eraseLink(voice, context)}
      ${
        context !== null &&
        CAN_START.includes(kind) &&
        html`<div class="stack"><a class="button" href="${pageAddress(context)}">${voice.say('noticeStart')}</a></div>`
      }
      ${keptInPage(voice, context, kept)} ${!holdsAnything(kept) && wayOn(voice, context)} ${otherwise.form}
      ${context !== null && kept.erase !== undefined && eraseHere(voice, context, kept.erase, kept.back)}
      ${leaveKiosk(voice, context)}
    </div>`,
  })
}

function holdsAnything({ given = {}, again, erase }: KeptInPage): boolean {
  return Object.keys(given).length > 0 || again !== undefined || erase !== undefined
}

/** For a device of one's own, whose script shows it where something is kept there, or was: with what to do, or why it is gone. */
function onThisDevice(voice: Voice, kind: NoticeKind): Content {
  const wiped =
    WIPES.includes(kind) && html`<div class="notice" data-wiped-here hidden><p>${voice.say('wipedHere')}</p></div>`
  if (!CAN_FINISH.includes(kind)) return wiped
  return html`<div data-kept-here hidden>
      <h2>${voice.say('keptHereTitle')}</h2>
      <p>${voice.say('keptHereText')}</p>
      <div class="stack">
        <button class="primary" type="button">${voice.say('keptHereGo')}</button>
      </div>
    </div>
    ${wiped}`
}

/** Where somebody can go from here, unless the page holds what they typed; without a wave nobody can say who helps, but their letter does. */
function wayOn(voice: Voice, context: PageContext | null): Content {
  return context === null ? html`<p>${voice.say('noticeAsk')}</p>` : frontLink(voice, context)
}

function eraseHere(voice: Voice, context: PageContext, draft: string, screen: string | undefined): Html {
  const back =
    screen !== undefined &&
    html`<button class="primary" name="go" value="resume:${screen}">${voice.say('stopResume')}</button>`
  const buttons = html`${back}<button name="go" value="erase">${voice.say('stopErase')}</button>`
  return form(voice, context.action, { screen: '', draft, ...carriedCode(context) }, buttons, 'stack')
}

function eraseLink(voice: Voice, context: PageContext): Html {
  return html`<p><a class="tall" href="${pageAddress(context, '/withdraw')}">${voice.say('layerEraseLink')}</a></p>`
}

import { directionOf } from '@klankbord/model'
import { phoneLink } from '../document.ts'
import { html, Html, type Content } from '../html.ts'
import { MAIL_STYLE } from '../style/mail.ts'
import { voiceOf, type Voice } from '../voice.ts'
import {
  freeWords,
  languageWords,
  markedWords,
  noMoreWords,
  plainWords,
  promiseWords,
  salutationWords,
  sampleWords,
  studyWords,
  subjectWords,
  wayWords,
  whyWords,
  type Words,
} from './invitation-words.ts'
import type { Invitation } from './invitation.ts'

/** A mail in its two forms. Nothing in it is fetched, so nobody learns when it is read. */
export interface InvitationMail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/**
 * The mail that asks somebody to take part, or reminds them. The two forms say the same.
 *
 * @example invitationMail({ …, language: 'nl', owner: { name: 'De raad' }, kind: 'reminder' }).subject // 'Herinnering: De raad wil graag weten wat u vindt'
 */
export function invitationMail(invitation: Invitation): InvitationMail {
  const voice = voiceOf(invitation.language, 'nl')
  return {
    subject: oneLine(plainWords(voice, subjectWords(invitation))),
    text: textOf(voice, invitation),
    html: documentOf(voice, invitation),
  }
}

function textOf(voice: Voice, invitation: Invitation): string {
  const { code, link, address, owner, otherWays } = invitation
  const say = (words: readonly Words[]): string => words.map((one) => plainWords(voice, one)).join(' ')
  const listed = wayWords(invitation).map((one) => `- ${plainWords(voice, one)}`)
  return [
    plainWords(voice, salutationWords(invitation)),
    ...asking(voice, invitation).map(say),
    voice.plain('inviteHow').toLocaleUpperCase(voice.spoken),
    [voice.plain('inviteGo'), address, voice.plain('inviteKeep')].join('\n'),
    code !== null && [voice.plain('inviteCode'), code, voice.plain('inviteOnce')].join('\n'),
    [voice.plain('inviteOpen'), link].join('\n'),
    say(languageWords(invitation)),
    otherWays.length > 0 && [voice.plain('otherTitle').toLocaleUpperCase(voice.spoken), ...listed].join('\n'),
    otherWays.length > 0 && owner.helpPhone !== undefined && voice.plain('inviteAskCall', { phone: owner.helpPhone }),
    otherWays.length > 0 && [voice.plain('inviteAskLink'), otherLink(link)].join('\n'),
    [voice.plain('invitePrivacy').toLocaleUpperCase(voice.spoken), say(promiseWords(invitation))].join('\n'),
    say([noMoreWords(invitation)]),
    [voice.plain('inviteGreeting'), owner.name].join('\n'),
  ]
    .filter((paragraph) => typeof paragraph === 'string' && paragraph !== '')
    .join('\n\n')
    .concat('\n')
}

/** Plain enough for programs that know neither style sheets nor widths: without them it is a text with headings. */
function documentOf(voice: Voice, invitation: Invitation): string {
  const { spoken } = voice
  return html`<!doctype html>
    <html lang="${spoken}" dir="${directionOf(spoken)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>${plainWords(voice, subjectWords(invitation))}</title>
        ${new Html(`<style>${MAIL_STYLE}</style>`)}
      </head>
      <body dir="${directionOf(spoken)}">
        <div class="mail">${opening(voice, invitation)} ${howTo(voice, invitation)} ${closing(voice, invitation)}</div>
      </body>
    </html> `.source
}

const paragraph = (voice: Voice, words: readonly Words[]): Content =>
  words.length > 0 && html`<p>${words.map((one) => html`${markedWords(voice, one)} `)}</p>`

/** Everything before the way to take part, one list for each paragraph. */
function asking(voice: Voice, invitation: Invitation): readonly (readonly Words[])[] {
  return [
    sampleWords(invitation),
    [...whyWords(invitation), studyWords(voice, invitation)],
    ...freeWords(voice, invitation),
  ]
}

function opening(voice: Voice, invitation: Invitation): Content {
  return [
    html`<p class="owner"><bdi>${invitation.owner.name}</bdi></p>`,
    paragraph(voice, [salutationWords(invitation)]),
    asking(voice, invitation).map((words) => paragraph(voice, words)),
  ]
}

function howTo(voice: Voice, invitation: Invitation): Content {
  const { code, link, address } = invitation
  return html`<h2>${voice.say('inviteHow')}</h2>
    <p><a class="go" href="${link}">${voice.say('inviteButton')}</a></p>
    <p>
      ${voice.say('inviteGo')}<br />
      <b dir="ltr">${address}</b><br />
      ${voice.say('inviteKeep')}
    </p>
    ${
      code !== null &&
      html`<p>
        ${voice.say('inviteCode')}<br />
        <b class="code" dir="ltr">${code}</b><br />
        ${voice.say('inviteOnce')}
      </p>`
    }
    ${paragraph(voice, languageWords(invitation))}`
}

function closing(voice: Voice, invitation: Invitation): Content {
  const { owner } = invitation
  return [
    ways(voice, invitation),
    html`<h2>${voice.say('invitePrivacy')}</h2>`,
    paragraph(voice, promiseWords(invitation)),
    paragraph(voice, [noMoreWords(invitation)]),
    html`<p>
      ${voice.say('inviteGreeting')}<br />
      <b><bdi>${owner.name}</bdi></b>
    </p>`,
  ]
}

function ways(voice: Voice, invitation: Invitation): Content {
  const { owner, link } = invitation
  if (invitation.otherWays.length === 0) return null
  const phone = owner.helpPhone
  return html`<h2>${voice.say('otherTitle')}</h2>
    <ul>
      ${wayWords(invitation).map((one) => html`<li>${markedWords(voice, one)}</li>`)}
    </ul>
    <p>
      ${phone !== undefined && html`${voice.say('inviteAskCall', { phone: phoneLink(phone) })}<br />`}
      <a href="${otherLink(link)}">${voice.say('otherTitle')}</a>
    </p>`
}

/** The page on which another form is asked for stands below the first page; no code goes there. */
function otherLink(link: string): string {
  const [address = '', query] = link.replace(/#.*$/, '').split('?')
  return `${address}/other${query === undefined ? '' : `?${query}`}`
}

/** A line break in a subject would begin another header. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

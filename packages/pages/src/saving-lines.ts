import type { LanguageCode, Questionnaire } from '@klankbord/model'
import { dateWords } from './date-text.ts'
import { html, type Content, type Html } from './html.ts'
import { ICONS } from './icons.ts'
import { voiceOf, type Voice } from './voice.ts'

/** What of a response under way is saved, and what is on the device only. */
export interface SavedSoFar {
  /** The server has everything that was filled in. */
  readonly everything: boolean
  /** What is saved can be come back to once the page is closed: under three words, or on a device of one's own. */
  readonly lasts: boolean
  /** Numbers of the questions that are on the device only. */
  readonly waiting: readonly number[]
  readonly offline: boolean
  /** What is on the device only stays there until somebody changes it: the server does not take it as it is. */
  readonly stays: boolean
  /** The device keeps nothing: what is not sent is gone with the page. */
  readonly unkept: boolean
}

/** Whether the device is the respondent's own, so that answers may stay there. */
export interface OwnDevice {
  readonly own: boolean
  /** ISO date of the last day on which answers may be sent; null where no end is known. */
  readonly until: string | null
}

type Asked = Pick<Questionnaire, 'language'>

/** Above the question while there is no connection: it is no error, and stops nobody. Empty while there is one. */
export function offlineNotice(language: LanguageCode, { language: author }: Asked, saved: SavedSoFar): string {
  if (!saved.offline) return ''
  const voice = voiceOf(language, author)
  return html`<div class="notice">
    ${ICONS.offline}
    <div>
      <p><b>${voice.say('offlineTitle')}</b></p>
      <p>${voice.say('offlineNext')}</p>
      ${saved.unkept && html`<p>${voice.say('deviceOnly')}</p>`}
    </div>
  </div>`.source
}

/** What a script shows where a form did not reach the server: it stands on the page as it was. It comes with every page. */
export function notReachedWords(voice: Voice): Html {
  return html`<template id="not-reached"
    ><div class="notice">
      ${ICONS.offline}
      <p>${voice.say('notReached')}</p>
    </div></template
  >`
}

/** While somebody waits for the server before they can go on. */
export function momentNotice(language: LanguageCode, { language: author }: Asked): string {
  return html`<div class="notice"><p>${voiceOf(language, author).say('oneMoment')}</p></div>`.source
}

/** After stopping where no words can be had: what to do until then. A device of one's own keeps everything by itself. */
export function noWordsNotice(language: LanguageCode, { language: author }: Asked, { own, until }: OwnDevice): string {
  const voice = voiceOf(language, author)
  return html`<div class="notice">
    ${ICONS.offline}
    <div>
      <p><b>${voice.say('noWordsTitle')}</b></p>
      <p>${voice.say(own ? 'ownKept' : 'noWordsText')}</p>
      ${own && untilLine(voice, until)}
    </div>
  </div>`.source
}

/** Below the buttons: what is on the device only, else what the server acknowledged; empty where nothing is filled in. */
export function savedState(language: LanguageCode, { language: author }: Asked, saved: SavedSoFar): string {
  const voice = voiceOf(language, author)
  const { waiting, everything, offline, stays, lasts } = saved
  if ((offline || stays) && waiting.length > 0)
    return html`${ICONS.device} <span>${voice.say('deviceLine', { n: waiting.length })}</span>`.source
  if (waiting.length > 0) return html`<span>${voice.say('savingNow')}</span>`.source
  return everything ? html`${ICONS.tick} <span>${voice.say(savedWords(lasts))}</span>`.source : ''
}

/** That all is saved; where closing the page loses it, in the same breath until when: who reads “saved” may close it. */
export function savedWords(lasts: boolean): 'saved' | 'savedOpen' {
  return lasts ? 'saved' : 'savedOpen'
}

/** A row of the foot on which somebody says that the device is theirs, or takes that back. */
export function ownDeviceRow(language: LanguageCode, { language: author }: Asked, { own, until }: OwnDevice): string {
  const voice = voiceOf(language, author)
  return html`<details class="layer" id="own-device">
    <summary>${voice.say(own ? 'ownYes' : 'ownTitle')} ${ICONS.down}</summary>
    <p>${voice.say(own ? 'ownKept' : 'ownText')}</p>
    ${untilLine(voice, until)}
    <p><button type="button" data-own="${own ? 'no' : 'yes'}">${voice.say(own ? 'ownNo' : 'ownYes')}</button></p>
  </details>`.source
}

function untilLine(voice: Voice, until: string | null): Content {
  return until !== null && html`<p>${voice.say('ownUntil', { date: dateWords(until, voice.spoken) })}</p>`
}

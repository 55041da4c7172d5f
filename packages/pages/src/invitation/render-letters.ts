import { directionOf, type LanguageCode } from '@klankbord/model'
import { dateWords } from '../date-text.ts'
import { hashSource } from '../hash-source.ts'
import { html, Html, type Content } from '../html.ts'
import { addressInPieces } from '../page-address.ts'
import { PAGE_LANGUAGES, SOURCE } from '../messages/catalogues.ts'
import { PRINTED_LETTER_STYLE } from '../style/printed-letter.ts'
import { voiceOf, type Voice } from '../voice.ts'
import {
  freeWords,
  languageWords,
  letterSubject,
  markedWords,
  noMoreWords,
  phoneValue,
  plainWords,
  promiseWords,
  salutationWords,
  sampleWords,
  subjectWords,
  wayWords,
  whyWords,
  type Words,
} from './invitation-words.ts'
import type { Invitation } from './invitation.ts'

/** A picture of squares: the sides of it in squares, and the dark ones as the path of an SVG. */
export interface QrPicture {
  readonly size: number
  readonly path: string
}

/** A letter to one person. */
export interface Letter extends Invitation {
  /** The lines of the postal address, the name first. */
  readonly addressLines: readonly string[]
  /** Of the link. */
  readonly qr: QrPicture
}

/** How letters are printed. */
export interface Printing {
  /** ISO date above the letters. */
  readonly date: string
  /** On which side of the envelope its window is. */
  readonly window: 'left' | 'right'
}

/** What a Content-Security-Policy must allow as `style-src` for letters to look as they should. */
export const PRINTED_LETTER_STYLE_SOURCES: readonly string[] = [hashSource(PRINTED_LETTER_STYLE)]

/**
 * Letters to print, each on a page of A4 of its own, with the address where the window of an envelope of 114 × 229 mm (C5/6)
 * shows it. They are in Dutch, which who helps can read; who has another language finds the same in it on the other side.
 *
 * @returns a whole document, which fetches and runs nothing
 */
export function renderLetters(letters: readonly Letter[], printing: Printing): string {
  const voice = voiceOf(SOURCE, SOURCE)
  const title = letters[0] === undefined ? '' : plainWords(voice, subjectWords(letters[0]))
  return html`<!doctype html>
    <html lang="${SOURCE}" dir="${directionOf(SOURCE)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${new Html(`<style>${PRINTED_LETTER_STYLE}</style>`)}
      </head>
      <body>
        ${letters.map((letter) => sheets(letter, printing))}
      </body>
    </html> `.source
}

/** The page with the address, and for who has another language the same in it on the other side. */
function sheets(letter: Letter, printing: Printing): Content {
  const dutch = voiceOf(SOURCE, SOURCE)
  const second = secondLanguage(letter)
  const other = second === null ? null : voiceOf(second, SOURCE)
  return [
    html`<article class="sheet front">
      ${head(dutch, letter)}
      <address class="window ${printing.window}">
        ${letter.addressLines.map((line) => html`<span>${line}</span>`)}
      </address>
      <p class="date"><span>${dateWords(printing.date, dutch.spoken)}</span>${other !== null && turn(other)}</p>
      ${body(dutch, letter)}
    </article>`,
    other !== null &&
      html`<article class="sheet back" lang="${other.language}" dir="${directionOf(other.language)}">
        ${head(other, letter)} ${body(other, letter)}
      </article>`,
  ]
}

/** Says where the other language is, in that language. */
function turn(voice: Voice): Html {
  return html`<b lang="${voice.language}" dir="${directionOf(voice.language)}">${voice.say('inviteTurn')}</b>`
}

function body(voice: Voice, letter: Letter): Content {
  return html`<h1>${letterSubject(voice, letter)}</h1>
    ${paragraph(voice, [salutationWords(letter)])} ${paragraph(voice, whyWords(letter))}
    ${freeWords(voice, letter).map((words) => paragraph(voice, words))} ${howTo(voice, letter)}
    <div class="columns">
      <section>
        ${ways(voice, letter)}
        <p class="greeting">${voice.say('inviteGreeting')}<br /><b>${letter.owner.name}</b></p>
      </section>
      <section>
        <h2>${voice.say('invitePrivacy')}</h2>
        ${paragraph(voice, promiseWords(letter))} ${paragraph(voice, [noMoreWords(letter)])}
      </section>
    </div>`
}

function head(voice: Voice, letter: Letter): Html {
  const { owner } = letter
  return html`<header>
    <div><b>${owner.name}</b>${sampleWords(letter).map((words) => html`<br />${markedWords(voice, words)}`)}</div>
    ${owner.helpPhone !== undefined && html`<span>${voice.say('footHelp', { phone: phone(owner.helpPhone) })}</span>`}
  </header>`
}

function howTo(voice: Voice, letter: Letter): Html {
  const { address, code, qr } = letter
  return html`<section class="how">
    <div>
      <h2>${voice.say('inviteHow')}</h2>
      <p>${voice.say('inviteGo')}<strong class="address" dir="ltr">${addressInPieces(address)}</strong></p>
      ${
        code !== null && html`<p>${voice.say('inviteCode')}<strong class="code" dir="ltr">${groups(code)}</strong></p> `
      }
      ${paragraph(voice, [...(code === null ? [] : [{ key: 'inviteOnce' } as const]), ...languageWords(letter)])}
      ${paragraph(voice, [{ key: 'inviteKeep' }])}
    </div>
    <figure>
      <svg viewBox="0 0 ${qr.size} ${qr.size}" role="img" aria-label="${plainWords(voice, { key: 'inviteButton' })}">
        <path d="${qr.path}" />
      </svg>
      <figcaption>${voice.say('inviteScan')}</figcaption>
    </figure>
  </section>`
}

/** The groups of a code, with the hyphens that it is typed with or without. */
function groups(code: string): Content {
  return code.split('-').map((group, place) => html`${place > 0 && html`<i>-</i>`}<span>${group}</span>`)
}

function ways(voice: Voice, letter: Letter): Content {
  if (letter.otherWays.length === 0) return null
  return html`<h2>${voice.say('otherTitle')}</h2>
    <ul>
      ${wayWords(letter).map((words) => html`<li>${markedWords(voice, words)}</li>`)}
    </ul>
    ${paragraph(voice, askWords(letter))}`
}

/** Whom to ask for another way: by telephone where there is a number, and on the page in any case. */
function askWords({ owner }: Letter): readonly Words[] {
  const page: Words = { key: 'inviteAskPage' }
  if (owner.helpPhone === undefined) return [page]
  return [{ key: 'inviteAskCall', values: { phone: phoneValue(owner.helpPhone) } }, page]
}

/** The language of the person, where it is another and we have texts in it. */
function secondLanguage({ language }: Letter): LanguageCode | null {
  return language === SOURCE || !PAGE_LANGUAGES.includes(language) ? null : language
}

const paragraph = (voice: Voice, words: readonly Words[]): Content =>
  words.length > 0 && html`<p>${words.map((one) => html`${markedWords(voice, one)} `)}</p>`

const phone = (number: string): Html => html`<b class="whole" dir="ltr">${number}</b>`

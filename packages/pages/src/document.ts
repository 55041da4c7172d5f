import { directionOf } from '@klankbord/model'
import { dateWords } from './date-text.ts'
import { languageValue, type PageAction } from './form-fields.ts'
import { html, Html, type Content } from './html.ts'
import { ICONS, MARK } from './icons.ts'
import { readingWords } from './reading/reading-words.ts'
import { lookClass, lookRow } from './look/render-look.ts'
import type { PageContext } from './page-context.ts'
import { wordsField } from './resume/words-field.ts'
import { notReachedWords } from './saving-lines.ts'
import { pageStyle } from './style/page-style.ts'
import { languageName, type Voice } from './voice.ts'

const FORM = 'page-form'

/** What differs between one page and another. */
export interface PageParts {
  /** The first words of the tab; who asks comes after it. */
  readonly title: string
  readonly main: Content
  /** Rows of the foot, above the help line. */
  readonly foot?: Content
  /** The page has the form, so that the language can be changed without losing what was typed. `open`: the choice is part of `main`. */
  readonly languages?: 'closed' | 'open'
  /** Which form that is, where it is not that of a page that goes on. */
  readonly formId?: string
  /** A script that the page can do without; its policy allows it by hash. */
  readonly script?: Html
  /** Nothing comes after this page: a kiosk goes back to the beginning soon. */
  readonly ends?: boolean
  /** Nothing is under way any more: a device of one's own wipes what it still keeps. */
  readonly over?: boolean
  /** What Enter does in a text field. */
  readonly enter?: PageAction
}

/** The whole document around a page. Without a context it belongs to no wave, so nobody is named. */
export function renderDocument(voice: Voice, context: PageContext | null, parts: PageParts): string {
  const name = context === null ? 'Klankbord' : context.owner.name
  const title = [`${parts.title} – ${name}`, context?.sample === true ? voice.plain('titleSample') : '']
    .join(' ')
    .trim()
  const direction = directionOf(voice.language)
  return html`<!doctype html>
    <html lang="${voice.language}" dir="${direction}" ${lookClass(context)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${context?.kiosk === true && returnByItself(context, parts.ends === true)}
        <link rel="icon" href="data:," />
        ${new Html(`<style>${pageStyle(direction)}</style>`)}
      </head>
      <body>
        <a class="skip-link" href="#main">${voice.say('skipLink')}</a>
        ${parts.enter !== undefined && defaultButton(parts.enter)}
        <header>${context !== null && strip(voice, context)} ${masthead(voice, context, name, parts)}</header>
        <main id="main" class="column" ${parts.over === true && new Html(' data-over')}>${parts.main}</main>
        ${foot(voice, context, parts)} ${parts.script} ${enhancement(voice, context)}
      </body>
    </html> `.source
}

function enhancement(voice: Voice, context: PageContext | null): Content {
  const address = context?.enhancement
  return (
    address !== undefined &&
    html`${readingWords(voice)} ${notReachedWords(voice)}
      <script type="module" src="${address}" defer></script>`
  )
}

/** Seconds after which a kiosk goes back to the beginning: after the end, and where somebody walked away. */
const KIOSK_RETURNS = { end: 60, idle: 600 } as const

function returnByItself({ action }: PageContext, ends: boolean): Html {
  const seconds = ends ? KIOSK_RETURNS.end : KIOSK_RETURNS.idle
  return html`<meta http-equiv="refresh" content="${seconds}; url=${action}" />`
}

/** On a kiosk, the way back to the beginning, in the language that the next person chooses; else nothing. */
export function leaveKiosk(voice: Voice, context: PageContext | null): Content {
  if (context?.kiosk !== true) return null
  return html`<p>${voice.say('kioskLeaves')}</p>
    <div class="stack"><a class="button" href="${context.action}">${voice.say('kioskReady')}</a></div>`
}

/**
 * The form of a page. It holds what must come back, and no answer of another screen.
 *
 * @param hidden fields that go along unseen
 */
export function form(
  voice: Voice,
  action: string,
  hidden: Readonly<Record<string, string>>,
  content: Content,
  classes = 'question',
  id: string = FORM,
): Html {
  const fields = Object.entries({ ...hidden, language: voice.language })
  return html`<form class="${classes}" id="${id}" method="post" action="${action}" autocomplete="off" novalidate>
    ${hiddenFields(fields)} ${content}
  </form>`
}

/** Fields that go along unseen, also those that come more than once. */
export function hiddenFields(fields: readonly (readonly [name: string, value: string])[]): Content {
  return fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)
}

/** The access code and the words go along from page to page, like the id of the draft. */
export function carriedCode({ access, words }: PageContext): Readonly<Record<string, string>> {
  return { ...(access !== undefined && { access }), ...(words !== undefined && { words: wordsField(words) }) }
}

/** A button that sends the form from outside of it. */
export function outsideButton(go: PageAction, content: Content): Html {
  return html`<button class="foot-row" form="${FORM}" name="go" value="${go}">${content}</button>`
}

/** A button for every language; the one that is spoken now is marked. Nothing when there is no choice. */
export function languageButtons(voice: Voice, languages: readonly string[], formId: string = FORM): Content {
  return (
    languages.length > 1 &&
    html`<ul class="languages" aria-label="${voice.plain('languageChoose')}">
      ${languages.map(
        (language) =>
          html`<li>
            <button
              form="${formId}"
              name="go"
              value="${languageValue(language)}"
              lang="${language}"
              dir="${directionOf(language)}"
              ${language === voice.language && html` aria-current="true"`}
            >
              ${language === voice.language && ICONS.tick}${languageName(language)}
            </button>
          </li>`,
      )}
    </ul>`
  )
}

/** Text behind one tap. */
export function layer(summary: Content, ...paragraphs: readonly Content[]): Html {
  return html`<details class="layer">
    <summary>${summary} ${ICONS.down}</summary>
    ${paragraphs.map((text) => html`<p>${text}</p>`)}
  </details>`
}

/**
 * Enter presses the first button of a form. The language buttons stand above the questions, so an
 * unseen button goes before them: Enter never changes the language, goes back or skips.
 */
function defaultButton(go: PageAction): Html {
  return html`<button class="enter" form="${FORM}" name="go" value="${go}" tabindex="-1" aria-hidden="true"></button>`
}

function strip(voice: Voice, context: PageContext): Content {
  const owner = context.owner.name
  const texts = [
    context.sample && voice.say('stripSample', { owner }),
    context.finishBy !== undefined && voice.say('stripFinish', { date: dateWords(context.finishBy, voice.spoken) }),
    context.tryOut && voice.say('stripTryOut'),
    context.erasesOn !== undefined && voice.say('stripErased', { date: dateWords(context.erasesOn, voice.spoken) }),
    context.unreleased === true && voice.say('stripDraft'),
  ].filter((text) => text !== false)
  return (
    texts.length > 0 && html`<p class="strip"><span class="column">${texts.map((text) => html`${text} `)}</span></p>`
  )
}

function masthead(voice: Voice, context: PageContext | null, name: string, { languages, formId }: PageParts): Html {
  const choice = languages === 'closed' && context !== null
  const buttons = choice ? languageButtons(voice, context.languages, formId) : false
  return html`<div class="column masthead">
    <p class="owner${buttons !== false && ' beside'}">
      ${MARK}<span><bdi>${name}</bdi></span>
    </p>
    ${
      buttons !== false &&
      html`<details class="language">
        <summary>${ICONS.globe} ${voice.say('language')}</summary>
        ${buttons}
      </details>`
    }
  </div>`
}

function foot(voice: Voice, context: PageContext | null, { foot: rows, languages, formId }: PageParts): Content {
  if (context === null) return null
  const phone = context.owner.helpPhone
  const help = phone !== undefined && html`<p class="help">${voice.say('footHelp', { phone: phoneLink(phone) })}</p>`
  const look = lookRow(voice, context, formId ?? FORM, languages !== undefined)
  return html`<footer class="column"><div class="foot">${rows}${look}${help}</div></footer>`
}

/** A telephone number that can be tapped. */
export function phoneLink(phone: string): Html {
  const dialled = phone.replace(/[^\d+]/g, '')
  return html`<a class="phone" href="tel:${dialled}"><bdi>${phone}</bdi></a>`
}

import type { LanguageCode } from '@klankbord/model'
import { form, hiddenFields, languageButtons, type PageParts } from '../document.ts'
import { html, type Content, type Html } from '../html.ts'
import { languageLinks } from '../language-links.ts'
import type { PageContext } from '../page-context.ts'
import type { Voice } from '../voice.ts'
import { PRESSED_BEFORE } from './as-pressed-before.ts'
import type { SameForm } from './same-form.ts'

/** The form of a page that can be sent again by a button of its own. */
const RETRY_FORM = 'retry-form'
/** That of a page which only says why a form was not taken: no script goes on from it. */
const NOTICE_FORM = 'notice-form'

/** How a page that takes no form is asked for in another language or look. */
export interface AskedOtherwise {
  readonly parts: Pick<PageParts, 'languages' | 'formId'>
  /** The languages in sight, where somebody only asked for a page and may not read the language of this one at all. */
  readonly choice: Content
  /** The form of the page, where it has no other. */
  readonly form: Content
}

/**
 * What came with a form goes along unseen; the address of the wave is asked for anew.
 *
 * @param atItsAddress what is read here stands there too
 * @param languages in which the page that was asked for can be asked for again, where it is another
 */
export function askedOtherwise(
  voice: Voice,
  context: PageContext | null,
  kept: { readonly again?: SameForm; readonly sent?: SameForm },
  atItsAddress = false,
  languages: readonly LanguageCode[] = [],
): AskedOtherwise {
  if (context !== null && kept.again !== undefined)
    return { parts: { languages: 'closed', formId: RETRY_FORM }, choice: null, form: null }
  const sent = kept.sent ?? (atItsAddress && context !== null ? { action: context.action, fields: [] } : null)
  if (context === null || sent === null) return { parts: {}, choice: languageLinks(voice, { languages }), form: null }
  const isOpen = sent.fields.length === 0
  return {
    parts: { languages: isOpen ? 'open' : 'closed', formId: NOTICE_FORM },
    choice: isOpen && languageButtons(voice, context.languages, NOTICE_FORM),
    form: sentForm(voice, sent, NOTICE_FORM, '', null),
  }
}

/** A button that sends all of it again: whoever goes back instead may find the fields empty. */
export function tryAgain(voice: Voice, again: SameForm): Content {
  const button = html`<button class="primary" name="go" value="${pressedOn(again.fields)}">
    ${voice.say('retryButton')}
  </button>`
  return html`<p>${voice.say('retryText', { n: again.minutes ?? 1 })}</p>
    ${sentForm(voice, again, RETRY_FORM, 'stack', button)}`
}

function sentForm(voice: Voice, { action, fields }: SameForm, id: string, classes: string, button: Content): Html {
  const carried = fields.length === 0 ? null : hiddenFields(withPressed(fields, pressedOn(fields)))
  return form(voice, action, {}, [carried, button], classes, id)
}

/** What came, for another language or look to send it again just so, with the button that was pressed on it. */
export function withPressed(fields: SameForm['fields'], go: string): SameForm['fields'] {
  return [...fields.filter(([name]) => !SAID_ANEW.has(name)), [PRESSED_BEFORE, go]]
}

/** Every page says them itself. */
const SAID_ANEW: ReadonlySet<string> = new Set(['go', 'language', 'look'])

/** Enter may send a form without a button; it means to go on. */
function pressedOn(fields: SameForm['fields']): string {
  return fields.find(([name]) => name === 'go')?.[1] ?? 'next'
}

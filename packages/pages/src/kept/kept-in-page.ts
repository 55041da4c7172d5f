import type { Answers, Questionnaire } from '@klankbord/model'
import { answerWords } from '../answer-words.ts'
import { form, hiddenFields } from '../document.ts'
import { fillFrom } from '../fill.ts'
import { html, type Content, type Html } from '../html.ts'
import type { PageContext } from '../page-context.ts'
import { voiceOf, type Voice } from '../voice.ts'
import { PRESSED_BEFORE } from './as-pressed-before.ts'

/** What a form brought to a page that cannot take it: it stays in the page that comes back, so that nothing typed is lost. */
export interface KeptInPage {
  readonly questionnaire?: Questionnaire
  /** What was filled in; shown again, whether or not it is an answer. */
  readonly given?: Readonly<Record<string, unknown>>
  /** The form as it came: a button sends it once more just so, and it goes along to another language or look. */
  readonly again?: SameForm
  /** The same where sending it once more is no way on. */
  readonly sent?: SameForm
  /** Under what the device keeps them, so that they can be erased from it: as a page carries it. */
  readonly erase?: string
  /** The screen to go back to, where something can be made shorter or chosen otherwise. */
  readonly back?: string
}

/** Where a form goes, and every field in it. */
export interface SameForm {
  readonly action: string
  readonly fields: readonly (readonly [name: string, value: string])[]
  /** How long to wait before it can be taken; one when left out. */
  readonly minutes?: number
}

/** The fields of a form as they came, for it to be sent again. @example sameForm('/v/x', { go: 'next' }).fields // [['go', 'next']] */
export function sameForm(action: string, fields: Readonly<Record<string, string | readonly string[]>>): SameForm {
  return {
    action,
    fields: Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => [name, value] as const)),
  }
}

/** What was filled in, to read and to copy, or to send again with one button. Nothing where nothing was brought. */
export function keptInPage(voice: Voice, context: PageContext | null, kept: KeptInPage): Content {
  return kept.again === undefined ? filledIn(voice, context, kept) : tryAgain(voice, kept.again)
}

/** A button that sends all of it again: whoever goes back instead may find the fields empty. */
function tryAgain(voice: Voice, { action, fields, minutes = 1 }: SameForm): Content {
  const button = html`<button class="primary" name="go" value="${pressedOn(fields)}">
    ${voice.say('retryButton')}
  </button>`
  return html`<p>${voice.say('retryText', { n: minutes })}</p>
    ${sentForm(voice, { action, fields }, RETRY_FORM, button)}`
}

/** The form of a page that can be sent again by a button of its own. */
export const RETRY_FORM = 'retry-form'

/** What came goes along unseen, for the page to be asked for in another language or look. */
export function sentForm(voice: Voice, { action, fields }: SameForm, id: string, button: Content = null): Html {
  const same = fields.filter(([name]) => !SAID_ANEW.has(name))
  const before = [PRESSED_BEFORE, pressedOn(fields)] as const
  const carried = hiddenFields(fields.length === 0 ? [] : [...same, before])
  return form(voice, action, {}, [carried, button], button === null ? '' : 'stack', id)
}

/** Every page says them itself. */
const SAID_ANEW: ReadonlySet<string> = new Set(['go', 'language', 'look'])

/** Enter may send a form without a button; it means to go on. */
function pressedOn(fields: SameForm['fields']): string {
  return fields.find(([name]) => name === 'go')?.[1] ?? 'next'
}

function filledIn(voice: Voice, context: PageContext | null, { questionnaire, given = {} }: KeptInPage): Content {
  if (questionnaire === undefined) return false
  const fill = fillFrom(questionnaire, given as Answers, context?.clock)
  const author = voiceOf(voice.language, questionnaire.language, fill)
  const questions = questionnaire.questions
    .map((question) => ({ question, lines: answerWords(author, question, given) }))
    .filter(({ lines }) => lines.length > 0)
  if (questions.length === 0) return false
  return html`<h2>${voice.say('keptTitle')}</h2>
    <p>${voice.say('keptText')}</p>
    <dl class="given">
      ${questions.map(
        ({ question, lines }) =>
          html`<div>
            <dt>${author.author(question.title)}</dt>
            ${lines.map((line) => html`<dd>${line}</dd>`)}
          </div>`,
      )}
    </dl>`
}

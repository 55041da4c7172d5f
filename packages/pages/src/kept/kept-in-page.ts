import type { Answers, Questionnaire } from '@klankbord/model'
import { answerWords } from '../answer-words.ts'
import { fillFrom } from '../fill.ts'
import { html, type Content } from '../html.ts'
import type { PageContext } from '../page-context.ts'
import { voiceOf, type Voice } from '../voice.ts'
import type { SameForm } from './same-form.ts'
import { tryAgain } from './sent-again.ts'

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

/** What was filled in, to read and to copy, or to send again with one button. Nothing where nothing was brought. */
export function keptInPage(voice: Voice, context: PageContext | null, kept: KeptInPage): Content {
  return kept.again === undefined ? filledIn(voice, context, kept) : tryAgain(voice, kept.again)
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

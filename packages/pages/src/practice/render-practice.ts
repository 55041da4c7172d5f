import type { Questionnaire } from '@klankbord/model'
import { checkSummary } from '../check-points.ts'
import { carriedCode, form, renderDocument } from '../document.ts'
import { html } from '../html.ts'
import { ICONS } from '../icons.ts'
import { EVERYTHING } from '../offer.ts'
import type { PageContext } from '../page-context.ts'
import { controlId } from '../question/ids.ts'
import { renderQuestion } from '../question/render-question.ts'
import { screenFoot } from '../screen-foot.ts'
import { voiceOf } from '../voice.ts'
import { PRACTICE_NAME, practiceQuestion } from './practice-question.ts'

/** What the page of the practice question shows. */
export interface PracticeState {
  readonly draft: string | null
  /** What was chosen, to show it in another language; it is kept nowhere. */
  readonly chosen: string | null
  /** Somebody wanted to go on and had chosen nothing. */
  readonly nothing?: boolean
}

/** The practice question: a page like all others, whose answer goes nowhere. */
export function renderPractice(questionnaire: Questionnaire, context: PageContext, state: PracticeState): string {
  const voice = voiceOf(context.language, questionnaire.language)
  const title = voice.plain('practiceTitle')
  const sentences = state.nothing === true ? [voice.say('practiceNothing')] : []
  const list = sentences.map((sentence) => ({ target: controlId(PRACTICE_NAME, 0), sentence }))
  const answers = state.chosen === null ? {} : { [PRACTICE_NAME]: Number(state.chosen) }
  const hidden = { 'on.page': 'practice', draft: state.draft ?? '', ...carriedCode(context) }
  return renderDocument(voice, context, {
    title: list.length > 0 ? voice.plain('titleCheckPage', { title }) : title,
    languages: 'closed',
    enter: 'next',
    main: [
      html`<p class="progress"><b>${voice.say('practiceTitle')}</b></p>`,
      checkSummary(voice, { any: list.length > 0, list }, false),
      form(voice, context.action, hidden, [
        html`<p class="lead">${voice.say('practiceNote')}</p>`,
        renderQuestion(voice, practiceQuestion(voice), {
          place: 'alone',
          answers,
          offer: EVERYTHING,
          wrong: () => sentences,
        }),
        html`<div class="actions">
          <button class="primary" name="go" value="next">${voice.say('next')} ${ICONS.forward}</button>
          <button name="go" value="back">${ICONS.back} ${voice.say('back')}</button>
          <button name="go" value="skip">${voice.say('skip')}</button>
        </div>`,
      ]),
    ],
    foot: screenFoot(voice, questionnaire, context),
  })
}

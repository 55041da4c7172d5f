import type { Questionnaire } from '@klankbord/model'
import { carriedCode, form, renderDocument } from '../document.ts'
import { html } from '../html.ts'
import { ICONS } from '../icons.ts'
import { EVERYTHING } from '../offer.ts'
import type { PageContext } from '../page-context.ts'
import { renderQuestion } from '../question/render-question.ts'
import { practiceFoot } from '../screen-foot.ts'
import { voiceOf } from '../voice.ts'
import { PRACTICE_NAME, practiceQuestion } from './practice-question.ts'

/** What the page of the practice question shows. */
export interface PracticeState {
  readonly draft: string | null
  /** What was chosen, to show it in another language; it is kept nowhere. */
  readonly chosen: string | null
}

/** The practice question: a page like all others, whose answer goes nowhere. */
export function renderPractice(questionnaire: Questionnaire, context: PageContext, state: PracticeState): string {
  const voice = voiceOf(context.language, questionnaire.language)
  const answers = state.chosen === null ? {} : { [PRACTICE_NAME]: Number(state.chosen) }
  const hidden = { 'on.page': 'practice', draft: state.draft ?? '', ...carriedCode(context) }
  return renderDocument(voice, context, {
    title: voice.plain('practiceTitle'),
    languages: 'closed',
    enter: 'next',
    main: [
      html`<p class="progress"><b>${voice.say('practiceTitle')}</b></p>`,
      form(voice, context.action, hidden, [
        html`<p class="lead">${voice.say('practiceNote')}</p>`,
        renderQuestion(voice, practiceQuestion(voice), {
          place: 'alone',
          answers,
          offer: EVERYTHING,
          wrong: () => [],
        }),
        html`<div class="actions">
          <button class="primary" name="go" value="next">${voice.say('next')} ${ICONS.forward}</button>
          <button name="go" value="back">${ICONS.back} ${voice.say('back')}</button>
          <button name="go" value="skip">${voice.say('skip')}</button>
        </div>`,
      ]),
    ],
    foot: practiceFoot(voice, questionnaire, context),
  })
}

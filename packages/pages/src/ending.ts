import type { Answers, Questionnaire, Screen } from '@klankbord/model'
import { isEligible, progress } from '@klankbord/questionnaire'
import type { PageContext } from './page-context.ts'
import { html, type Content, type Html } from './html.ts'
import { ICONS } from './icons.ts'
import type { Voice } from './voice.ts'

/** Whether a screen holds the author's last words to somebody who may not take part: no question, and nothing after it. */
export function isEnding(
  questionnaire: Questionnaire,
  answers: Answers,
  { id, questions }: Screen,
  clock: PageContext['clock'],
): boolean {
  return (
    questions.length === 0 &&
    !isEligible(questionnaire, answers, clock) &&
    progress(questionnaire, answers, id, clock).next === null
  )
}

/** What becomes of the answers of somebody who may not take part, and the two ways from there. Nothing is sent. */
export function endingWays(voice: Voice): Content {
  return [
    html`<p>${voice.say('endClose')}</p>
      <p>${voice.say('endErased')}</p>`,
    endingActions(voice),
  ]
}

function endingActions(voice: Voice): Html {
  return html`<div class="actions">
    <button class="primary" name="go" value="erase">${voice.say('stopErase')}</button>
    <button name="go" value="back">${ICONS.back} ${voice.say('back')}</button>
  </div>`
}

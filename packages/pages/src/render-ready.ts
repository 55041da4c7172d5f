import { directionOf, type Answers, type HelpKind, type Questionnaire, type Screen } from '@klankbord/model'
import { CITIZEN_NUMBER_MARK, maskedVariables, route, sheetConsents } from '@klankbord/questionnaire'
import { answerWords } from './answer-words.ts'
import { carriedCode, form, renderDocument } from './document.ts'
import { fillFrom } from './fill.ts'
import { resumeValue } from './form-fields.ts'
import { html, type Content, type Html } from './html.ts'
import { ICONS } from './icons.ts'
import type { PageContext } from './page-context.ts'
import { goneNotice, screenFoot, seenField } from './screen-foot.ts'
import { voiceOf, type Voice } from './voice.ts'

/** What goes along when the answers are sent. */
export interface ReadyState {
  readonly draft: string | null
  /** Made before sending, so that a retry can show it again. */
  readonly withdrawalCode: string
  /** Numbers of questions. */
  readonly answered: number
  readonly skipped: number
  /** The answers to read back, as they stand, those that will not be stored too. Absent in a preview, where nothing is. */
  readonly answers?: Answers
  /** Who helped, as it was chosen before. */
  readonly help?: HelpKind | null
  /** What stood on the screen before this one was taken away by skipping it. */
  readonly isGone?: boolean
  /** A mark of what was seen; it comes back from screens that are opened from here, so that the server knows. */
  readonly seen?: string
}

/** The page after the last question: nothing is sent until the button is pressed. */
export function renderReady(questionnaire: Questionnaire, context: PageContext, state: ReadyState): string {
  const fill = fillFrom(questionnaire, state.answers ?? {}, context.clock)
  const voice = voiceOf(context.language, questionnaire.language, fill)
  const hidden = {
    screen: '',
    draft: state.draft ?? '',
    code: state.withdrawalCode,
    ...seenField(state),
    ...carriedCode(context),
  }
  return renderDocument(voice, context, {
    title: voice.plain('readyTitle'),
    languages: 'closed',
    enter: 'submit',
    main: [
      html`<p class="progress"><b>${voice.say('progressDone')}</b></p>
        <progress value="1" max="1" aria-hidden="true"></progress>`,
      state.isGone === true && goneNotice(voice),
      form(
        voice,
        context.action,
        hidden,
        letter(voice, state, maskedNote(voice, questionnaire, state), answerList(voice, questionnaire, context, state)),
      ),
    ],
    foot: screenFoot(voice, questionnaire, context),
  })
}

function letter(voice: Voice, state: ReadyState, masked: Content, answers: Content): Html {
  return html`<div class="letter">
    <h1>${voice.say('readyTitle')}</h1>
    <p><b>${voice.say('readyNotYet')}</b></p>
    <p>${whatStands(voice, state)}</p>
    ${masked} ${answers}
    <h2>${voice.say('readyNext')}</h2>
    <p>${voice.say('readyNextText')}</p>
    ${helpField(voice, state.help ?? null)}
    <div class="actions">
      <button class="primary" name="go" value="submit">
        ${voice.say(state.answered === 0 ? 'submitEmpty' : 'submit')} ${ICONS.forward}
      </button>
      <button name="go" value="back">${ICONS.back} ${voice.say('back')}</button>
    </div>
  </div>`
}

/** Whom somebody may name on a page; who asked by word of mouth says so elsewhere. */
const HELPERS = ['none', 'relative', 'staff', 'peer', 'volunteer', 'interpreter', 'someoneElse'] as const

/** Who helped, for whoever wants to say it. It is no answer, so it is asked here and stays apart. */
/** How much was answered; whoever answered nothing is asked whether that is to be sent. */
function whatStands(voice: Voice, { answered, skipped }: ReadyState): Content {
  if (answered === 0) return voice.say('readyEmpty')
  return [voice.say('readyCount', { answered }), ' ', skipped > 0 && voice.say('readySkipped', { skipped })]
}

function helpField(voice: Voice, chosen: HelpKind | null): Html {
  return html`<p class="helped">
    <label for="helped">${voice.say('readyHelp')}</label>
    <select
      class="field"
      id="helped"
      name="helped.by"
      autocomplete="off"
      ${voice.spoken !== voice.language && html` lang="${voice.spoken}" dir="${directionOf(voice.spoken)}"`}
    >
      <option value="">${voice.plain('helpUnsaid')}</option>
      ${HELPERS.map(
        (kind) =>
          html`<option value="${kind}" ${kind === chosen && html` selected`}>${voice.plain(`help.${kind}`)}</option>`,
      )}
    </select>
  </p>`
}

/** Says it where something was taken out of what somebody wrote: what is read back is not all that was typed. */
function maskedNote(voice: Voice, questionnaire: Questionnaire, { answers }: ReadyState): Content {
  const isMasked = answers !== undefined && maskedVariables(questionnaire, answers).length > 0
  return isMasked && html`<p>${voice.say('readyMasked', { mark: CITIZEN_NUMBER_MARK })}</p>`
}

/**
 * Every question that was asked with what was answered and whether that stays, closed until somebody wants to see it: others may look
 * along.
 */
function answerList(
  voice: Voice,
  questionnaire: Questionnaire,
  context: PageContext,
  { answers }: ReadyState,
): Content {
  if (answers === undefined) return false
  const { asked, screens, standing } = route(questionnaire, answers, context.clock)
  const sheet = sheetConsents(questionnaire, 'self').map(({ name }) => name)
  const shownOn = (screen: Screen): readonly string[] => (screen.consents === true ? sheet : screen.questions)
  const questions = screens.flatMap((screen) =>
    questionnaire.questions
      .filter(({ name }) => asked.has(name) && shownOn(screen).includes(name))
      .map((question) => ({ screen, question })),
  )
  return html`<div class="more">
    <details class="layer">
      <summary>${voice.say('readyAnswers')} ${ICONS.down}</summary>
      <dl class="given">
        ${questions.map(({ screen, question }) => {
          const lines = answerWords(voice, question, standing)
          return html`<div>
            <dt id="given-${question.name}">${voice.author(question.title)}</dt>
            ${lines.map((line) => html`<dd>${line}</dd>`)}
            ${lines.length === 0 && html`<dd class="soft">${voice.say('readyNone')}</dd>`}
            ${question.outcomeOnly === true && html`<dd class="soft">${voice.say('readyNotStored')}</dd>`}
            <dd class="change">
              <button name="go" value="${resumeValue(screen.id)}" aria-describedby="given-${question.name}">
                ${voice.say('readyChange')}
              </button>
            </dd>
          </div>`
        })}
      </dl>
    </details>
  </div>`
}

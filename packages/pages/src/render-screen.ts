import { problem, type Answers, type Finding, type Question, type Questionnaire } from '@klankbord/model'
import { checkPoints, checkSummary, type CheckPoints } from './check-points.ts'
import { form, layer, outsideButton, renderDocument } from './document.ts'
import { html, type Content, type Html } from './html.ts'
import { ICONS } from './icons.ts'
import type { PageContext } from './page-context.ts'
import { placeOf, screenOf, type Place } from './place.ts'
import { whatIsKnown, whatIsStored, whoAsks } from './privacy.ts'
import { renderQuestion } from './question/render-question.ts'
import { voiceOf, type Voice } from './voice.ts'

/** What a question screen shows beside its questions. */
export interface ScreenState {
  readonly screenId: string
  /** Answers so far; on this screen as they were typed, also when they can't be right. */
  readonly answers: Readonly<Record<string, unknown>>
  readonly draft: string | null
  /** What `checkScreen` had against the answers. */
  readonly findings?: readonly Finding[]
  /** Required questions that stayed empty and were not asked again yet. */
  readonly unanswered?: readonly string[]
  /** Questions that were asked again on an earlier try; they are not asked a third time. */
  readonly askedAgain?: readonly string[]
  /** Number of the last question that is stored; 0 when none is. */
  readonly saved: number
}

/**
 * One screen with its questions: a complete HTML document.
 *
 * @throws Problem `unknownScreen` when the questionnaire has no such screen
 */
export function renderScreen(questionnaire: Questionnaire, context: PageContext, state: ScreenState): string {
  const voice = voiceOf(context.language, questionnaire.language)
  // Routing reads answers that can't be right as no answer; nothing is stored from here.
  const answers = state.answers as Answers
  const screen = screenOf(questionnaire, answers, state.screenId)
  if (screen === null) throw problem('unknownScreen', { screens: questionnaire.screens.map(({ id }) => id) })
  const questions = questionnaire.questions.filter(({ name }) => screen.questions.includes(name))
  const place = placeOf(questionnaire, answers, screen)
  const points = checkPoints(voice, questions, state)
  const heading = questions.length > 1 ? (screen.title ?? null) : (questions[0]?.title ?? null)
  const title = heading === null ? voice.plain('groupTitle') : voice.authorPlain(heading)
  return renderDocument(voice, context, {
    title: voice.plain(points.any ? 'titleCheck' : 'titleQuestion', { n: place.first, title }),
    languages: 'closed',
    enter: 'next',
    main: [
      progress(voice, place),
      checkSummary(voice, points),
      form(voice, context.action, hiddenFields(state), [
        questions.length > 1 && html`<h1>${heading === null ? voice.say('groupTitle') : voice.author(heading)}</h1>`,
        questionList(voice, questions, state, points),
        actions(voice),
        savedLine(voice, state.saved),
      ]),
    ],
    foot: screenFoot(voice, questionnaire, context),
  })
}

/** The rows of the foot on every page that has answers under way. */
export function screenFoot(voice: Voice, questionnaire: Questionnaire, context: PageContext): Content {
  return [
    outsideButton('stop', html`${voice.say('stop')} ${ICONS.forward}`),
    layer(
      voice.say('footWho'),
      whoAsks(voice, context),
      whatIsKnown(voice, context),
      ...whatIsStored(voice, questionnaire),
    ),
  ]
}

function hiddenFields(state: ScreenState): Readonly<Record<string, string>> {
  const asked = new Set([...(state.askedAgain ?? []), ...(state.unanswered ?? [])])
  return { screen: state.screenId, draft: state.draft ?? '', asked: [...asked].join(' ') }
}

function progress(voice: Voice, place: Place): Html {
  const words =
    place.first === place.last
      ? voice.say('progressOne', { n: place.first, total: place.total })
      : voice.say('progressGroup', { first: place.first, last: place.last, total: place.total })
  return html`<p class="progress"><b>${words}</b> <span>${voice.say('minutesLeft', { n: place.minutes })}</span></p>
    <progress value="${place.last}" max="${place.total}" aria-hidden="true"></progress>`
}

function questionList(
  voice: Voice,
  questions: readonly Question[],
  state: ScreenState,
  points: CheckPoints,
): readonly Html[] {
  const place = questions.length > 1 ? 'group' : 'alone'
  return questions.map((question) =>
    renderQuestion(voice, question, { place, answers: state.answers, wrong: points.of(question.name) }),
  )
}

function actions(voice: Voice): Html {
  return html`<div class="actions">
    <button class="primary" name="go" value="next">${voice.say('next')} ${ICONS.forward}</button>
    <button name="go" value="back">${ICONS.back} ${voice.say('back')}</button>
    <button name="go" value="skip">${voice.say('skip')}</button>
  </div>`
}

function savedLine(voice: Voice, saved: number): Content {
  return saved > 0 && html`<p class="state" role="status">${ICONS.tick} ${voice.say('saved', { n: saved })}</p>`
}

import {
  commentKey,
  problem,
  type Answers,
  type Clock,
  type Finding,
  type LocalizedText,
  type Note,
  type Question,
  type Questionnaire,
  type Screen,
  type Section,
} from '@klankbord/model'
import { checkScreen, consentScreen, route } from '@klankbord/questionnaire'
import { checkPoints, checkSummary, type CheckPoints } from './check-points.ts'
import { renderConsents } from './consent/render-consents.ts'
import { carriedCode, form, renderDocument } from './document.ts'
import { endingWays, isEnding } from './ending.ts'
import { fillFrom } from './fill.ts'
import { talkHere } from './help/help-lines.ts'
import { html, type Content, type Html } from './html.ts'
import { ICONS } from './icons.ts'
import { EVERYTHING, offerOf, type Offer } from './offer.ts'
import type { PageContext } from './page-context.ts'
import { placeOf, screenOf, type Place } from './place.ts'
import { renderQuestion } from './question/render-question.ts'
import { renderNote, shownWords, type ShownWords } from './render-note.ts'
import { savedWords } from './saving-lines.ts'
import { askedBy, goneNotice, screenFoot, seenField } from './screen-foot.ts'
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
  /** Their rows and items that stayed empty, as `checkScreen` names them. */
  readonly unansweredParts?: readonly string[]
  /** Questions that were asked again on an earlier try; they are not asked a third time. */
  readonly askedAgain?: readonly string[]
  /** Number of the last question that is stored, with all before it; 0 when none is. */
  readonly saved: number
  /** What stood on the screen before this one was taken away by skipping it. */
  readonly isGone?: boolean
  /** A mark of what was seen, for a screen that was opened from the page before sending. */
  readonly seen?: string
  /** What the page before said at most were left: where an answer opened more than that, nothing is said until it is true again. */
  readonly minutesSaid?: number
  /** Nobody knows the answers to other screens: a preview, or the database is away. It shows all that the screen can hold. */
  readonly earlierUnknown?: boolean
}

/** One screen as it stands, with all that its parts need to know. */
interface Shown {
  readonly voice: Voice
  readonly screen: Screen
  /** The page, on the first of its screens that is asked and where it says something about itself. */
  readonly begins: Partial<Section> | null
  readonly questions: readonly Question[]
  readonly notes: readonly Note[]
  readonly helpLines: Questionnaire['helpLines']
  readonly place: Place
  readonly points: CheckPoints
  readonly offer: Offer
  readonly value: ShownWords
  /** For who may not take part it ends here: nothing follows, and nothing is sent. */
  readonly ends: boolean
  readonly state: ScreenState
}

/**
 * One screen with its questions: a complete HTML document.
 *
 * @throws Problem `unknownScreen` when the questionnaire has no such screen
 */
export function renderScreen(questionnaire: Questionnaire, context: PageContext, state: ScreenState): string {
  if (consentScreen(questionnaire)?.id === state.screenId) return renderConsents(questionnaire, context, state)
  const shown = shownScreen(questionnaire, context, state)
  const { voice, questions, place, points } = shown
  const heading = headingOf(shown, questionnaire.title)
  // Browsers keep the titles of visited pages, so this one holds no answer.
  const blank = voiceOf(context.language, questionnaire.language, fillFrom(questionnaire, {}, context.clock))
  const title = heading === null ? voice.plain('groupTitle') : blank.authorPlain(heading)
  return renderDocument(voice, context, {
    title: tabTitle(shown, title, context),
    languages: 'closed',
    ...(!shown.ends && { enter: 'next' }),
    main: [
      !shown.ends && progress(voice, place, state),
      state.isGone === true && goneNotice(voice),
      checkSummary(
        voice,
        points,
        canSkip(shown) && !points.blocking && (points.inPart || (state.findings ?? []).length > 0),
      ),
      form(voice, context.action, { ...hiddenFields(state, place), ...carriedCode(context) }, [
        sections(shown, heading),
        questions.length !== 1 && html`<h1>${heading === null ? voice.say('groupTitle') : voice.author(heading)}</h1>`,
        content(shown),
        shown.ends ? endingWays(voice) : [actions(voice, canSkip(shown)), savedLine(voice, state.saved, context)],
      ]),
    ],
    foot: shown.ends
      ? askedBy(voice, questionnaire, context)
      : screenFoot(voice, unsaidLines(questionnaire, shown), context),
  })
}

function shownScreen(questionnaire: Questionnaire, context: PageContext, state: ScreenState): Shown {
  const { clock } = context
  const answers = rightAnswers(questionnaire, state, clock)
  const whole = questionnaire.screens.find(({ id }) => id === state.screenId) ?? null
  const screen = state.earlierUnknown === true ? whole : screenOf(questionnaire, answers, state.screenId, clock)
  if (screen === null) throw problem('unknownScreen', { screens: questionnaire.screens.map(({ id }) => id) })
  const voice = voiceOf(context.language, questionnaire.language, fillFrom(questionnaire, answers, clock))
  const questions = questionnaire.questions.filter(({ name }) => screen.questions.includes(name))
  const offer = state.earlierUnknown === true ? EVERYTHING : offerOf(questionnaire, answers, clock)
  return {
    voice,
    screen,
    begins: beginningPage(questionnaire, screen, route(questionnaire, answers, clock).screens),
    questions,
    notes: questionnaire.notes ?? [],
    helpLines: questionnaire.helpLines,
    place: placeOf(questionnaire, answers, screen, clock),
    points: checkPoints(voice, questions, state, offer),
    offer,
    value: shownWords(voice, questionnaire, answers, clock),
    ends: state.earlierUnknown !== true && isEnding(questionnaire, answers, screen, clock),
    state,
  }
}

/** What was frozen before pages were kept has none. */
function beginningPage(
  { pages }: Partial<Pick<Questionnaire, 'pages'>>,
  screen: Screen,
  way: readonly Screen[],
): Partial<Section> | null {
  const page = pages?.find(({ name }) => name === screen.page)
  const first = way.find((candidate) => candidate.page === screen.page) ?? screen
  return page?.description === undefined || first.id !== screen.id ? null : page
}

/** Whom people can talk to is said once on a page: under a heavy question those that it names, in the foot the others. */
function unsaidLines(questionnaire: Questionnaire, { questions }: Pick<Shown, 'questions'>): Questionnaire {
  const said = new Set(questions.flatMap(({ helpLine = [] }) => helpLine))
  const { helpLines, ...rest } = questionnaire
  return helpLines === undefined ? rest : { ...rest, helpLines: helpLines.filter(({ name }) => !said.has(name)) }
}

/** What can be routed by: what was typed on the screen itself may be no answer at all, and counts only when it is one. */
function rightAnswers(questionnaire: Questionnaire, state: ScreenState, clock?: Clock): Answers {
  const screen = questionnaire.screens.find(({ id }) => id === state.screenId)
  const here = new Set(screen?.questions.flatMap((name) => [name, commentKey(name)]))
  const part = (own: boolean): Record<string, unknown> =>
    Object.fromEntries(Object.entries(state.answers).filter(([name]) => here.has(name) === own))
  // Answers of other screens were checked before they were kept.
  const earlier = part(false) as Answers
  const checked = checkScreen(questionnaire, state.screenId, earlier, part(true), clock)
  return checked.ok ? checked.answers : earlier
}

/** The title of the only question; of several questions, or of none, that of their page or panel. */
function headingOf({ screen, questions }: Shown, whole: LocalizedText): LocalizedText | null {
  const [only] = questions
  if (only !== undefined && questions.length === 1) return only.title
  return screen.sections?.at(-1)?.title ?? screen.title ?? (questions.length === 0 ? whole : null)
}

/** What the page, where it begins, and the panels around the questions are called; not what the heading says already. */
function sections({ voice, screen, begins }: Shown, heading: LocalizedText | null): Content {
  const lines = [...(begins === null ? [] : [begins]), ...(screen.sections ?? [])].flatMap(({ title, description }) => [
    title !== undefined && title !== heading && html`<b>${voice.author(title)}</b>`,
    description !== undefined && html`<p class="hint">${voice.author(description)}</p>`,
  ])
  return lines.some((line) => line !== false) && html`<div class="sections">${lines}</div>`
}

function tabTitle({ voice, place, points, questions }: Shown, title: string, { untitled }: PageContext): string {
  if (questions.length === 0) return untitled === true ? voice.plain('progressNote') : title
  const key = points.any ? 'titleCheck' : 'titleQuestion'
  if (untitled !== true) return voice.plain(key, { n: place.first, title })
  return voice.plain(key, { n: place.first, title: '' }).replace(/[:,،]\s*$/, '')
}

function hiddenFields(state: ScreenState, { minutes }: Place): Readonly<Record<string, string>> {
  const asked = new Set([...(state.askedAgain ?? []), ...(state.unanswered ?? [])])
  return {
    screen: state.screenId,
    draft: state.draft ?? '',
    asked: [...asked].join(' '),
    minutes: String(Math.min(minutes, state.minutesSaid ?? minutes)),
    ...seenField(state),
  }
}

function progress(voice: Voice, place: Place, { minutesSaid = place.minutes }: ScreenState): Html {
  const left = place.minutes <= minutesSaid && html` <span>${voice.say('minutesLeft', { n: place.minutes })}</span>`
  return html`<p class="progress"><b>${progressWords(voice, place)}</b>${left}</p>
    <progress value="${place.last}" max="${Math.max(1, place.total)}" aria-hidden="true"></progress>`
}

function progressWords(voice: Voice, { first, last, total }: Place): Html {
  if (last < first) return voice.say('progressNote')
  if (first === last) return voice.say('progressOne', { n: first, total })
  return voice.say('progressGroup', { first, last, total })
}

/** Questions and notes in the order of the author. */
function content({ voice, screen, questions, notes, helpLines, offer, points, value, state }: Shown): Content {
  const place = questions.length === 1 ? 'alone' : 'group'
  return (screen.content ?? screen.questions).map((name) => {
    const question = questions.find((candidate) => candidate.name === name)
    const note = notes.find((candidate) => candidate.name === name)
    if (question === undefined) return note !== undefined && renderNote(voice, note, value)
    const wrong = (part?: string): readonly Html[] => points.of(name, part)
    return [
      renderQuestion(voice, question, { place, answers: state.answers, offer, wrong }),
      talkHere(voice, helpLines, question),
    ]
  })
}

/** A question that blocks has only two ways on: an answer, or stopping. What asks nothing needs no way round. */
function canSkip({ questions, offer }: Shown): boolean {
  const open = questions.filter((question) => offer.open(question))
  return open.length > 0 && !open.some(({ blocking }) => blocking === true)
}

function actions(voice: Voice, skip: boolean): Html {
  return html`<div class="actions">
    <button class="primary" name="go" value="next">${voice.say('next')} ${ICONS.forward}</button>
    <button name="go" value="back">${ICONS.back} ${voice.say('back')}</button>
    ${skip && html`<button name="go" value="skip">${voice.say('skip')}</button>`}
  </div>`
}

function savedLine(voice: Voice, saved: number, { words }: PageContext): Content {
  const lasts = words !== undefined
  return saved > 0 && html`<p class="state" role="status">${ICONS.tick} ${voice.say(savedWords(lasts))}</p>`
}

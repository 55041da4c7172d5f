import type { Questionnaire } from '@klankbord/model'
import { lengthOf } from '@klankbord/questionnaire'
import { accessField, accessPoints, type TypedAccessCode } from './access/access-field.ts'
import { CODE_SCRIPT } from './access/code-script.ts'
import { offersAgain } from './again/again-invitation.ts'
import { checkSummary, type CheckPoints } from './check-points.ts'
import { consentPoints, consentSheet, type ConsentState } from './consent/consent-sheet.ts'
import { dateWords } from './date-text.ts'
import { form, languageButtons, layer, renderDocument } from './document.ts'
import { html, type Content, type Html } from './html.ts'
import { ICONS } from './icons.ts'
import { pageAddress } from './page-address.ts'
import type { PageContext } from './page-context.ts'
import { whatIsKnown, whatIsStored, whoAsks } from './privacy.ts'
import { PROMISE_DRAWINGS } from './promise-drawings.ts'
import { asksForMail } from './takes-mail.ts'
import { voiceOf, type Voice } from './voice.ts'

/** What was typed and ticked on the introduction, and what needs another look. */
export interface IntroductionState extends TypedAccessCode, ConsentState {
  /** What somebody goes on with who went back to this page. */
  readonly draft?: string
}

/** The first page: who asks, what about, how long, what is promised, what is agreed to, and a plain way not to. Needs no state. */
export function renderIntroduction(
  questionnaire: Questionnaire,
  context: PageContext,
  state: IntroductionState = {},
): string {
  const voice = voiceOf(context.language, questionnaire.language)
  const asksForCode = context.mode !== 'open'
  const points = pointsOf(voice, questionnaire, state)
  const sheet = consentSheet(voice, questionnaire, state, voice.say('decline'))
  const hidden = { 'on.page': 'introduction', ...(state.draft !== undefined && { draft: state.draft }) }
  const title = voice.authorPlain(questionnaire.title)
  return renderDocument(voice, context, {
    title: points.any ? voice.plain('titleCheckPage', { title }) : title,
    languages: 'open',
    // The languages stand above the field; Enter in it begins.
    ...(asksForCode && { enter: 'start', script: CODE_SCRIPT }),
    main: html`${checkSummary(voice, points, false)}
      <div class="letter">
        ${languageButtons(voice, context.languages)}
        <h1>${voice.author(questionnaire.title)}</h1>
        ${lateLine(voice, context)}
        <p>${aboutLine(voice, questionnaire, context)}</p>
        ${untilLine(voice, context)} ${facts(voice, questionnaire, context)} ${layers(voice, questionnaire, context)}
        ${sheet === null && html`<h2>${voice.say('join')}</h2>`}
        ${form(voice, context.action, hidden, [sheet, asksForCode && accessField(voice, state), startButton(voice, sheet !== null)], 'stack')}
        ${resumeLink(voice, context)} ${otherWay(voice, context)} ${decline(voice)}
      </div>`,
  })
}

/** Whoever has a code may come until the days of grace are over. Without codes, who goes back to this page had begun. */
function lateLine(voice: Voice, { mode, finishBy }: PageContext): Content {
  if (mode === 'open' || finishBy === undefined) return null
  return html`<p>${voice.say('accessLate', { date: dateWords(finishBy, voice.spoken) })}</p>`
}

function untilLine(voice: Voice, { closesOn }: PageContext): Content {
  if (closesOn === undefined) return null
  return html`<p>${voice.say('introUntil', { date: dateWords(closesOn, voice.spoken) })}</p>`
}

function aboutLine(voice: Voice, questionnaire: Questionnaire, context: PageContext): Html {
  return questionnaire.description === undefined
    ? voice.say('introAbout', { owner: context.owner.name })
    : voice.author(questionnaire.description)
}

function facts(voice: Voice, questionnaire: Questionnaire, context: PageContext): Html {
  const { questions, minutes } = lengthOf(questionnaire, context.clock)
  const nameless = asksForMail(questionnaire) ? 'factMail' : 'factNoName'
  const promise = context.mode === 'codeConfidential' ? 'factConfidential' : nameless
  const fact = (drawing: Content, words: Html, note: Html): Html =>
    html`<li>
      ${drawing}
      <div><b>${words}</b> <span>${note}</span></div>
    </li>`
  return html`<ul class="facts">
    ${fact(PROMISE_DRAWINGS.clock, voice.say('factTime', { n: minutes }), voice.say('factTimeNote', { n: questions }))}
    ${fact(PROMISE_DRAWINGS.shield, voice.say(promise), voice.say(`${promise}Note`))}
    ${fact(PROMISE_DRAWINGS.door, voice.say('factFree'), voice.say('factFreeNote'))}
  </ul>`
}

function layers(voice: Voice, questionnaire: Questionnaire, context: PageContext): Html {
  const erase = html`<a class="tall" href="${pageAddress(context, '/withdraw')}">${voice.say('layerEraseLink')}</a>`
  return html`<div class="more">
    ${layer(voice.say('layerWho'), whoAsks(voice, context))} ${layer(voice.say('layerUse'), voice.say('layerUseText'))}
    ${layer(voice.say('layerSee'), ...whatIsKnown(voice, context, questionnaire))}
    ${layer(voice.say('layerStored'), ...whatIsStored(voice, context, questionnaire))}
    ${layer(voice.say('layerErase'), voice.say('layerEraseText'), erase)}
    ${layer(voice.say('layerLater'), ...goingOnLater(voice, context))}
    ${layer(voice.say('layerHelp'), voice.say('layerHelpText'))}
    ${offersAgain(questionnaire, context) && layer(voice.say('layerAgain'), voice.say('layerAgainText'))}
  </div>`
}

/** What stopping comes to. Where no code is kept with answers, the one of the letter is asked again. */
function goingOnLater(voice: Voice, { mode }: PageContext): readonly Html[] {
  const how = voice.say('layerLaterText', { stop: voice.say('stop') })
  return mode === 'codeAnonymous' ? [how, voice.say('laterCode')] : [how]
}

/** Who agrees by ticks only has to begin; else the button says what is agreed to. */
function startButton(voice: Voice, ticked: boolean): Html {
  const words = voice.say(ticked ? 'startBegin' : 'start')
  return html`<button class="primary" name="go" value="start">${words} ${ICONS.forward}</button>`
}

function pointsOf(
  voice: Voice,
  questionnaire: Questionnaire,
  state: IntroductionState,
): Pick<CheckPoints, 'any' | 'list'> {
  const consents = consentPoints(voice, questionnaire, state, voice.say('decline'))
  const list = [...consents, ...accessPoints(voice, state).list]
  return { any: list.length > 0, list }
}

/** Where somebody goes who stopped before and has words to come back with. */
function resumeLink(voice: Voice, context: PageContext): Html {
  return html`<p><a class="tall" href="${pageAddress(context, '/resume')}">${voice.say('comeIntro')}</a></p>`
}

/** Where the study has other ways to take part, the way to them. */
function otherWay(voice: Voice, context: PageContext): Content {
  return (
    (context.otherWays ?? []).length > 0 &&
    html`<p><a class="tall" href="${pageAddress(context, '/other')}">${voice.say('otherTitle')}</a></p>`
  )
}

/** Saying no needs no request, so nothing of it can be kept. */
function decline(voice: Voice): Html {
  return html`<details class="decline">
    <summary>${voice.say('decline')}</summary>
    <p>${voice.say('declineText')}</p>
  </details>`
}

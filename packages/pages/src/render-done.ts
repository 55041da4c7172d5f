import type { Questionnaire } from '@klankbord/model'
import { againInvitation } from './again/again-invitation.ts'
import { dateWords } from './date-text.ts'
import { form, layer, leaveKiosk, renderDocument } from './document.ts'
import { talkSection } from './help/help-lines.ts'
import { html, type Content, type Html } from './html.ts'
import { DRAWINGS, ICONS } from './icons.ts'
import { addressInPieces, pageAddress, spokenAddress } from './page-address.ts'
import type { PageContext } from './page-context.ts'
import { asksForMail } from './takes-mail.ts'
import { untilErased } from './until-erased.ts'
import { voiceOf, type Voice } from './voice.ts'
import { codeGroups } from './withdrawal-code.ts'

/** The only page that says that answers are saved: show it after the write was committed, never before. */
export function renderDone(
  questionnaire: Questionnaire,
  context: PageContext,
  state: {
    readonly withdrawalCode: string
    /** The id that the answers were sent under: with it and the code the page can come once more in another language. */
    readonly draft?: string
  },
): string {
  const voice = voiceOf(context.language, questionnaire.language)
  return renderDocument(voice, context, {
    title: voice.plain('doneTitle'),
    ends: true,
    over: true,
    ...(state.draft !== undefined && { languages: 'closed' }),
    main: html`<div class="letter">
      ${DRAWINGS.seal}
      <h1>${voice.say('doneTitle')}</h1>
      <p>${voice.say('doneThanks')}</p>
      ${codeToKeep(voice, context, state.withdrawalCode, asksForMail(questionnaire))}
      <h2>${voice.say('doneNext')}</h2>
      <p>${voice.say('doneNextText', { owner: context.owner.name })}</p>
      <p>${whereResults(voice, context)}</p>
      ${againInvitation(voice, questionnaire, context)} ${talkSection(voice, questionnaire)}
      ${leaveKiosk(voice, context) ?? html`<p>${voice.say('doneClose')}</p>`}
      ${state.draft !== undefined && form(voice, context.action, { 'on.page': 'done', draft: state.draft, code: state.withdrawalCode }, null, '')}
    </div>`,
  })
}

/** What the code is for, also for who has no use for it, and until when it works. */
function codeToKeep(voice: Voice, context: PageContext, code: string, mail: boolean): Html {
  const link = toWriteDown(context, spokenAddress(context, 'withdraw'), pageAddress(context, '/withdraw'))
  // Where there are codes, nobody promises that nothing ties them to answers before those are mixed.
  const known = mail || context.mode !== 'open'
  return html`<section class="keep" aria-labelledby="code-title">
    <h2 id="code-title">${voice.say('codeTitle')}</h2>
    <p>${voice.say('codeWhy')}</p>
    <p class="code" id="code" dir="ltr">${codeGroups(code).map((group) => html`<span>${group}</span> `)}</p>
    ${keepButtons(voice, context)}
    <p><b>${voice.say('codeOnce')}</b> ${voice.say('codeKeep')}</p>
    <p>${voice.say('codeUse', { link })} ${untilErased(voice, context)}</p>
    <p class="soft">${voice.say(known ? 'codeLostConfidential' : 'codeLost')}</p>
    ${layer(voice.say('codeWhatErases'), voice.say('codeUntil'))}
  </section>`
}

/** Only a script can do these, so it shows them. On a screen for everybody nothing is left behind, and nothing printed. */
function keepButtons(voice: Voice, { kiosk }: PageContext): Content {
  return (
    kiosk !== true &&
    html`<p class="row" id="keep" data-copied="${voice.plain('codeCopied')}" hidden>
      <button type="button" id="copy">${ICONS.copy} <span>${voice.say('codeCopy')}</span></button>
      <button type="button" id="print">${ICONS.print} ${voice.say('codePrint')}</button>
    </p>`
  )
}

/** Where results appear, and from which day; a day that is over is not named any more. */
function whereResults(voice: Voice, context: PageContext): Html {
  const { resultsFrom, clock, front } = context
  const link = toWriteDown(context, front ?? startOf(context), pageAddress(context, '/start'))
  if (resultsFrom === undefined) return voice.say('doneResultsSome', { link })
  if (clock !== undefined && resultsFrom <= clock.today) return voice.say('doneResultsAt', { link })
  const date = html`<b>${dateWords(resultsFrom, voice.spoken)}</b>`
  return voice.say('doneResultsFrom', { date, link })
}

/** An address in words. Somebody else stands before a kiosk by the time that it is used, so there it is no link. */
function toWriteDown({ kiosk }: PageContext, words: string, address: string): Html {
  const text = html`<bdi dir="ltr">${addressInPieces(words)}</bdi>`
  return kiosk === true ? text : html`<a href="${address}">${text}</a>`
}

/** What people type at home: below the questionnaire, and not on a kiosk. */
function startOf({ origin = '', wave }: PageContext): string {
  return `${origin.replace(/^https?:\/\//, '')}/v/${wave}/start`
}

import type { Questionnaire } from '@klankbord/model'
import { leaveKiosk, renderDocument } from './document.ts'
import { html, type Html } from './html.ts'
import { DRAWINGS } from './icons.ts'
import { addressInPieces, pageAddress } from './page-address.ts'
import type { PageContext } from './page-context.ts'
import { asksForMail } from './takes-mail.ts'
import { voiceOf, type Voice } from './voice.ts'
import { codeGroups } from './withdrawal-code.ts'

/** The only page that says that answers are saved: show it after the write was committed, never before. */
export function renderDone(
  questionnaire: Questionnaire,
  context: PageContext,
  state: { readonly withdrawalCode: string },
): string {
  const voice = voiceOf(context.language, questionnaire.language)
  return renderDocument(voice, context, {
    title: voice.plain('doneTitle'),
    ends: true,
    main: html`<div class="letter">
      ${DRAWINGS.seal}
      <h1>${voice.say('doneTitle')}</h1>
      <p>${voice.say('doneThanks')}</p>
      ${codeToKeep(voice, context, state.withdrawalCode, asksForMail(questionnaire))}
      <h2>${voice.say('doneNext')}</h2>
      <p>${voice.say('doneNextText', { owner: context.owner.name })}</p>
      ${leaveKiosk(voice, context) ?? html`<p>${voice.say('doneClose')}</p>`}
    </div>`,
  })
}

function codeToKeep(voice: Voice, context: PageContext, code: string, mail: boolean): Html {
  const address = `${context.origin ?? ''}${withdrawalPath(context)}`
  const words = html`<bdi dir="ltr">${addressInPieces(address.replace(/^https?:\/\//, ''))}</bdi>`
  // Somebody else stands before a kiosk by the time that the code is used.
  const link = context.kiosk === true ? words : html`<a href="${pageAddress(context, '/withdraw')}">${words}</a>`
  // Where there are codes, nobody promises that nothing ties them to answers before those are mixed.
  const known = mail || context.mode !== 'open'
  return html`<section class="keep" aria-labelledby="code-title">
    <h2 id="code-title">${voice.say('codeTitle')}</h2>
    <p class="code" dir="ltr">${codeGroups(code).map((group) => html`<span>${group}</span> `)}</p>
    <p><b>${voice.say('codeOnce')}</b> ${voice.say('codeKeep')}</p>
    <p>${voice.say('codeUse', { link })}</p>
    <p>${voice.say('codeUntil')}</p>
    <p class="soft">${voice.say(known ? 'codeLostConfidential' : 'codeLost')}</p>
  </section>`
}

/** Where answers are withdrawn at home: below the questionnaire, and not on a kiosk. */
function withdrawalPath({ action, kiosk }: PageContext): string {
  return `${kiosk === true ? action.slice(0, action.lastIndexOf('/')) : action}/withdraw`
}

import { checkSummary, wrongLine } from './check-points.ts'
import { form, layer, leaveKiosk, renderDocument } from './document.ts'
import { frontLink } from './front/front-link.ts'
import { html, type Content, type Html } from './html.ts'
import type { PageContext } from './page-context.ts'
import { controlId, errorId } from './question/ids.ts'
import { untilErased } from './until-erased.ts'
import { voiceOf, type MessageKey, type Voice } from './voice.ts'

/**
 * What was wrong with the code: nothing was filled in, no answers belong to it, or it is the code of the letter, with
 * which somebody takes part.
 */
export type WithdrawError = 'missing' | 'unknown' | 'letterCode'

const SENTENCES: Readonly<Record<WithdrawError, MessageKey>> = {
  missing: 'withdrawMissing',
  unknown: 'withdrawUnknown',
  letterCode: 'withdrawLetterCode',
}

/** The page on which somebody has their answers erased, with the code that they got after sending. */
export function renderWithdraw(
  context: PageContext,
  state: {
    readonly error?: WithdrawError
    /** As it was typed. */ readonly code?: string
    /** The answers of everybody are erased already. */ readonly erased?: boolean
  } = {},
): string {
  const voice = voiceOf(context.language, 'nl')
  const sentences = sentencesOf(voice, state.error)
  const title = voice.plain('withdrawTitle')
  const points = {
    any: sentences.length > 0,
    list: sentences.map((sentence) => ({ target: controlId('code'), sentence })),
  }
  return renderDocument(voice, context, {
    title: points.any ? voice.plain('titleCheckPage', { title }) : title,
    languages: 'closed',
    enter: 'erase',
    main: [
      checkSummary(voice, points, false),
      html`<div class="letter">
        <h1>${voice.say('withdrawTitle')}</h1>
        ${
          state.erased === true
            ? form(voice, `${context.action}/withdraw`, {}, html`<p>${voice.say('frontErased')}</p>`, '')
            : asksForCode(voice, context, sentences, state.code ?? '')
        }
        ${wayBack(voice, context)}
      </div>`,
    ],
  })
}

function wayBack(voice: Voice, context: PageContext): Content {
  if (context.kiosk !== true) return frontLink(voice, context)
  return html`<p><a class="tall" href="${context.action}">${voice.say('noticeStart')}</a></p>`
}

function asksForCode(voice: Voice, context: PageContext, wrong: readonly Html[], typed: string): Content {
  const lost = voice.say(context.mode === 'open' ? 'codeLost' : 'codeLostConfidential')
  return [
    html`<p>${voice.say('withdrawText')} ${untilErased(voice, context)}</p>`,
    html`<p>${voice.say('withdrawPublished')}</p>`,
    form(voice, `${context.action}/withdraw`, {}, codeField(voice, wrong, typed)),
    html`<div class="more">${layer(voice.say('withdrawCode'), lost)}</div>`,
  ]
}

/** Says that the answers are gone: show it after they were removed. */
export function renderWithdrawn(context: PageContext): string {
  const voice = voiceOf(context.language, 'nl')
  return renderDocument(voice, context, {
    title: voice.plain('withdrawnTitle'),
    ends: true,
    over: true,
    languages: 'closed',
    main: html`<div class="letter">
      <h1>${voice.say('withdrawnTitle')}</h1>
      <p>${voice.say('withdrawnText')}</p>
      ${leaveKiosk(voice, context) ?? [html`<p>${voice.say('doneClose')}</p>`, frontLink(voice, context)]}
      ${form(voice, `${context.action}/withdraw`, { gone: 'yes' }, null, '')}
    </div>`,
  })
}

function sentencesOf(voice: Voice, error: WithdrawError | undefined): readonly Html[] {
  return error === undefined ? [] : [voice.say(SENTENCES[error])]
}

function codeField(voice: Voice, wrong: readonly Html[], typed: string): Html {
  const id = controlId('code')
  const described = wrong.length > 0 ? `${id}-hint ${errorId('code')}` : `${id}-hint`
  return html`<div${wrong.length > 0 && html` class="checked part"`}>
<h2><label for="${id}">${voice.say('withdrawLabel')}</label></h2>
<p class="hint" id="${id}-hint">${voice.say('withdrawHint')}</p>
${wrongLine('code', wrong)}
<input class="field code-field" type="text" id="${id}" name="code" value="${typed}" dir="ltr" autocapitalize="characters" spellcheck="false" autocomplete="off" aria-describedby="${described}"${wrong.length > 0 && html` aria-invalid="true"`}>
</div>
<div class="actions"><button class="primary" name="go" value="erase">${voice.say('withdrawButton')}</button></div>`
}

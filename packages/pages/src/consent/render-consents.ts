import type { Finding, Questionnaire } from '@klankbord/model'
import { checkSummary } from '../check-points.ts'
import { carriedCode, form, renderDocument } from '../document.ts'
import { html } from '../html.ts'
import { ICONS } from '../icons.ts'
import type { PageContext } from '../page-context.ts'
import { screenFoot, seenField } from '../screen-foot.ts'
import { voiceOf } from '../voice.ts'
import { consentPoints, consentSheet } from './consent-sheet.ts'

/** What was ticked before, and what goes along. */
export interface ConsentsState {
  readonly screenId: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly draft: string | null
  readonly findings?: readonly Finding[]
  readonly seen?: string
}

/** The consents once more, for whoever changes their mind before sending. */
export function renderConsents(questionnaire: Questionnaire, context: PageContext, state: ConsentsState): string {
  const voice = voiceOf(context.language, questionnaire.language)
  const title = voice.plain('join')
  const given = { given: state.answers, findings: state.findings ?? [] }
  const no = voice.say('stop')
  const elsewhere = given.findings.some(({ code }) => code !== 'consentMissing')
  const list = [
    ...consentPoints(voice, questionnaire, given, no),
    ...(elsewhere ? [{ target: 'main', sentence: voice.say('checkPage') }] : []),
  ]
  const points = { any: list.length > 0, list }
  const hidden = { screen: state.screenId, draft: state.draft ?? '', ...seenField(state), ...carriedCode(context) }
  return renderDocument(voice, context, {
    title: points.any ? voice.plain('titleCheckPage', { title }) : title,
    languages: 'closed',
    enter: 'next',
    main: [
      checkSummary(voice, points, false),
      form(voice, context.action, hidden, [
        html`<h1>${voice.say('consentTitle')}</h1>
          <p class="hint">${voice.say('consentUntil')}</p>`,
        consentSheet(voice, questionnaire, given, no),
        html`<div class="actions">
          <button class="primary" name="go" value="next">${voice.say('next')} ${ICONS.forward}</button>
          <button name="go" value="back">${ICONS.back} ${voice.say('back')}</button>
        </div>`,
      ]),
    ],
    foot: screenFoot(voice, questionnaire, context),
  })
}

import type { Finding, Question, Questionnaire } from '@klankbord/model'
import { sheetConsents } from '@klankbord/questionnaire'
import { answerOf } from '../answer-of.ts'
import { wrongLine, type CheckPoints } from '../check-points.ts'
import { fieldOf } from '../form-fields.ts'
import { html, type Content, type Html } from '../html.ts'
import { controlId, errorId } from '../question/ids.ts'
import type { Voice } from '../voice.ts'

/** What was ticked, and what was found missing. */
export interface ConsentState {
  readonly given?: Readonly<Record<string, unknown>>
  readonly findings?: readonly Finding[]
}

/** The consents as one sheet of ticks; nothing where none are asked. */
export function consentSheet(voice: Voice, questionnaire: Questionnaire, state: ConsentState, no: Html): Content {
  const consents = sheetConsents(questionnaire, 'self')
  if (consents.length === 0) return null
  const wrong = missing(questionnaire, state).length > 0
  const described = wrong && html` aria-describedby="${errorId(SHEET)}"`
  return html`<fieldset class="consents part${wrong && ' checked'}" ${described}>
    <legend><h2>${voice.say('join')}</h2></legend>
    <p class="hint">${voice.say('consentHint')}</p>
    ${wrongLine(SHEET, wrong ? [voice.say('consentMissing', { no })] : [])}
    <div class="answers">${consents.map((question) => tick(voice, question, state))}</div>
  </fieldset>`
}

/** The consent that is missing, for the summary on top of the page. */
export function consentPoints(
  voice: Voice,
  questionnaire: Questionnaire,
  state: ConsentState,
  no: Html,
): CheckPoints['list'] {
  return missing(questionnaire, state).map(({ name }) => ({
    target: controlId(name, 0),
    sentence: voice.say('consentMissing', { no }),
  }))
}

const SHEET = 'consents'

function missing(questionnaire: Questionnaire, { findings = [] }: ConsentState): readonly Question[] {
  const paths = new Set(findings.filter(({ code }) => code === 'consentMissing').map(({ path }) => path.split('/')[2]))
  return sheetConsents(questionnaire, 'self').filter(({ name }) => paths.has(name))
}

function tick(voice: Voice, question: Question, state: ConsentState): Html {
  const { name, title, description } = question
  const wrong = (state.findings ?? []).some(({ path }) => path.split('/')[2] === name)
  const attributes = html`${answerOf(state.given ?? {}, name) === true && html` checked`}${wrong && html` aria-invalid="true"`}`
  return html`<label class="answer"
    ><input type="checkbox" id="${controlId(name, 0)}" name="${fieldOf(name)}" value="true" ${attributes} />
    <span
      >${voice.author(title)}${description !== undefined && html` <span class="note">${voice.author(description)}</span>`}</span
    ></label
  >`
}

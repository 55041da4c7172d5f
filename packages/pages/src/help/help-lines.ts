import type { HelpLine, Question, Questionnaire } from '@klankbord/model'
import { layer, phoneLink } from '../document.ts'
import { html, type Content, type Html } from '../html.ts'
import { endsInPunctuation, labelled } from '../labelled.ts'
import type { Voice } from '../voice.ts'

/** Wherever the pages are shown, this number leads to help in danger. */
const DANGER = '112'

type WithHelpLines = Pick<Questionnaire, 'helpLines'>

/**
 * Under the answers of a question that can be hard to answer: whom people can talk to, quietly, whatever they answer.
 * Nothing under another question.
 */
export function talkHere(
  voice: Voice,
  helpLines: Questionnaire['helpLines'],
  { helpLine = [] }: Pick<Question, 'helpLine'>,
): Content {
  const lines = helpLine.flatMap((name) => helpLines?.find((line) => line.name === name) ?? [])
  if (lines.length === 0) return false
  return html`<div class="talk">
    <p><b>${voice.say('talkHere')}</b></p>
    ${lines.map((line) => html`<p>${inOneLine(voice, line)}</p>`)}
    <p>${danger(voice)}</p>
  </div>`
}

/** In the foot of every screen: all whom people can talk to, behind one tap. */
export function talkLayer(voice: Voice, { helpLines = [] }: WithHelpLines): Content {
  if (helpLines.length === 0) return false
  return layer(voice.say('talkTitle'), ...helpLines.map((line) => inOneLine(voice, line)), danger(voice))
}

/** On the last page: all of them, with numbers that are easily tapped. */
export function talkSection(voice: Voice, { helpLines = [] }: WithHelpLines): Content {
  if (helpLines.length === 0) return false
  return [
    html`<h2>${voice.say('talkTitle')}</h2>`,
    helpLines.map(
      (line) =>
        html`<p><b>${voice.author(line.title)}</b>${line.text && html`<br />${voice.author(line.text)}`}</p>
          ${line.phone !== undefined && html`<p>${callButton(voice, line.phone)}</p>`}
          ${line.hours && html`<p class="soft">${voice.author(line.hours)}</p>`}`,
    ),
    html`<p class="soft">${danger(voice)}</p>`,
  ]
}

function inOneLine(voice: Voice, { title, phone, hours, text }: HelpLine): Html {
  const name = voice.author(title)
  const call = phone === undefined ? sentence(voice, title) : labelled(name, voice.authorPlain(title), phoneLink(phone))
  const more = [hours, text].flatMap((words) => (words === undefined ? [] : [html` ${sentence(voice, words)}`]))
  return html`${call}${more.length > 0 && html`<span class="soft">${more}</span>`}`
}

/** Words of the author as a sentence: hours are often written without a full stop. */
function sentence(voice: Voice, words: NonNullable<HelpLine['text']>): Html {
  return html`${voice.author(words)}${endsInPunctuation(voice.authorPlain(words)) ? '' : '.'}`
}

function callButton(voice: Voice, phone: string): Html {
  const dialled = phone.replaceAll(/[^\d+]/g, '')
  return html`<a class="button" href="tel:${dialled}">${voice.say('talkCall', { phone })}</a>`
}

function danger(voice: Voice): Html {
  return voice.say('talkDanger', { phone: phoneLink(DANGER) })
}

import type { Finding, Question } from '@klankbord/model'
import { answerOf } from './answer-of.ts'
import { checkSentence } from './check-sentence.ts'
import { html, type Content, type Html } from './html.ts'
import { ICONS } from './icons.ts'
import { errorId, firstControlId } from './question/ids.ts'
import type { Voice } from './voice.ts'

/** What still needs a look, per question and in the order of the page. */
export interface CheckPoints {
  readonly any: boolean
  readonly list: readonly { readonly target: string; readonly sentence: Html }[]
  /** The sentences at one question; none when it is all right. */
  of(name: string): readonly Html[]
}

/** What the screen was given, and what was found in it. */
export interface Checked {
  readonly answers: Readonly<Record<string, unknown>>
  readonly findings?: readonly Finding[]
  readonly unanswered?: readonly string[]
}

/** Turns findings and empty required questions into sentences at their place. Findings that belong to no question here point at the page. */
export function checkPoints(voice: Voice, questions: readonly Question[], checked: Checked): CheckPoints {
  const findings = checked.findings ?? []
  const byName = new Map(questions.map((question) => [question.name, sentencesOf(voice, question, checked)]))
  const elsewhere = findings.some(({ path }) => !byName.has(nameOf(path)))
  const list = questions.flatMap((question) =>
    (byName.get(question.name) ?? []).map((sentence) => ({ target: firstControlId(question), sentence })),
  )
  const page = elsewhere ? [{ target: 'main', sentence: voice.say('checkPage') }] : []
  const all = [...list, ...page]
  return { any: all.length > 0, list: all, of: (name) => byName.get(name) ?? [] }
}

/** The summary on top. It takes the focus when the page opens, so that nobody has to look for what is wrong. */
export function checkSummary(voice: Voice, points: Pick<CheckPoints, 'any' | 'list'>, canSkip = true): Content {
  return (
    points.any &&
    html`<div class="summary" role="alert" tabindex="-1" autofocus aria-labelledby="summary-title">
      <h2 id="summary-title">${ICONS.attention} ${voice.say('checkTitle')}</h2>
      <ul>
        ${points.list.map(
          ({ target, sentence }) =>
            html`<li>
              <a href="#${target}"><span>${sentence}</span></a>
            </li>`,
        )}
      </ul>
      ${canSkip && html`<p>${voice.say('checkSkip')}</p>`}
    </div>`
  )
}

/** The sentences at the place itself, in the words of the summary. */
export function wrongLine(name: string, sentences: readonly Html[]): Content {
  return (
    sentences.length > 0 &&
    html`<p class="wrong" id="${errorId(name)}">
      ${ICONS.attention} <span>${sentences.map((sentence) => html`${sentence} `)}</span>
    </p>`
  )
}

function sentencesOf(voice: Voice, question: Question, checked: Checked): readonly Html[] {
  const given = answerOf(checked.answers, question.name)
  const found = (checked.findings ?? [])
    .filter(({ path }) => nameOf(path) === question.name)
    .map((finding) => checkSentence(voice, question, finding, given))
  const unanswered = checked.unanswered?.includes(question.name) === true && found.length === 0
  const sentences = unanswered ? [voice.say('checkUnanswered')] : found
  return [...new Map(sentences.map((sentence) => [sentence.source, sentence])).values()]
}

/** The question that a finding is about: the first key below `/answers`. */
function nameOf(path: string): string {
  return path.split('/')[2] ?? ''
}

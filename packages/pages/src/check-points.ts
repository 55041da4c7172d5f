import { commentKey, hasOptions, type Finding, type Question } from '@klankbord/model'
import { answerOf } from './answer-of.ts'
import { checkSentence, type CheckSubject } from './check-sentence.ts'
import { html, type Content, type Html } from './html.ts'
import { ICONS } from './icons.ts'
import { labelled } from './labelled.ts'
import type { Offer } from './offer.ts'
import { controlId, errorId, OTHER, partKey } from './question/ids.ts'
import type { Voice } from './voice.ts'

/** What still needs a look, per question and in the order of the page. */
export interface CheckPoints {
  readonly any: boolean
  readonly list: readonly { readonly target: string; readonly sentence: Html }[]
  /** One of the questions must be answered before anybody can go on. */
  readonly blocking: boolean
  /** It is about a part of a question, whose other parts go as well by skipping. */
  readonly inPart: boolean
  /** The sentences at one question, or at one of its parts; none when it is all right. */
  of(name: string, part?: string): readonly Html[]
}

/** What the screen was given, and what was found in it. */
export interface Checked {
  readonly answers: Readonly<Record<string, unknown>>
  readonly findings?: readonly Finding[]
  /** Names of questions. */
  readonly unanswered?: readonly string[]
  /** Names of variables: rows and items that stayed empty in a question that has an answer, as `QUESTION__PART`. */
  readonly unansweredParts?: readonly string[]
}

interface Point {
  readonly name: string
  readonly part?: string
  readonly target: string
  readonly sentence: Html
  /** The sentence as it stands in the summary. */
  readonly listed: Html
}

/** Turns findings and empty required questions into sentences at their place. Findings that belong to no question here point at the page. */
export function checkPoints(voice: Voice, questions: readonly Question[], checked: Checked, offer: Offer): CheckPoints {
  const findings = checked.findings ?? []
  const points = questions.flatMap((question) => pointsOf(voice, question, checked, offer))
  const names = new Set(questions.map(({ name }) => name))
  const elsewhere = findings.some(({ path }) => !names.has(placeOf(path).name))
  const page = elsewhere ? [{ target: 'main', sentence: voice.say('checkPage') }] : []
  const all = [...points.map(({ target, listed: sentence }) => ({ target, sentence })), ...page]
  return {
    any: all.length > 0,
    list: all,
    blocking: findings.some(({ code }) => code === 'blockingAnswerMissing'),
    inPart: points.some(({ part }) => part !== undefined),
    of: (name, part) =>
      points.filter((point) => point.name === name && point.part === part).map(({ sentence }) => sentence),
  }
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
export function wrongLine(key: string, sentences: readonly Html[]): Content {
  return (
    sentences.length > 0 &&
    html`<p class="wrong" id="${errorId(key)}">
      ${ICONS.attention} <span>${sentences.map((sentence) => html`${sentence} `)}</span>
    </p>`
  )
}

/** What needs a look at one question: first as a whole, then part by part. The same sentence stands once at a place. */
function pointsOf(voice: Voice, question: Question, checked: Checked, offer: Offer): readonly Point[] {
  const parts: readonly (string | undefined)[] = [undefined, ...partsOf(question)]
  return parts.flatMap((part) => {
    const sentences = sentencesOf(voice, { question, ...(part === undefined ? {} : { part }) }, checked)
    const target = targetOf(question, part, offer)
    return [...new Map(sentences.map((sentence) => [sentence.source, sentence])).values()].map((sentence) => ({
      name: question.name,
      ...(part === undefined ? {} : { part }),
      target,
      sentence,
      listed: listed(voice, question, part, sentence),
    }))
  })
}

/** Far from its row or item, a sentence names it. */
function listed(voice: Voice, question: Question, part: string | undefined, sentence: Html): Html {
  const text =
    question.type === 'matrix'
      ? question.rows.find(({ name }) => name === part)?.text
      : question.type === 'multipletext'
        ? question.items.find(({ name }) => name === part)?.title
        : undefined
  return text === undefined ? sentence : labelled(voice.author(text), voice.authorPlain(text), sentence)
}

function sentencesOf(
  voice: Voice,
  { question, part }: Pick<CheckSubject, 'question' | 'part'>,
  checked: Checked,
): readonly Html[] {
  const given = givenAt(question, part, checked.answers)
  const found = (checked.findings ?? []).filter(({ path }) => {
    const place = placeOf(path)
    const known = place.part !== undefined && partsOf(question).includes(place.part) ? place.part : undefined
    return place.name === question.name && known === part
  })
  if (found.length > 0)
    return found.map((finding) =>
      checkSentence(voice, { question, given, ...(part === undefined ? {} : { part }) }, finding),
    )
  const begun = answerOf(checked.answers, question.name) !== undefined
  const open = checked.unansweredParts ?? []
  if (part !== undefined)
    return begun && open.includes(`${question.name}__${part}`) ? [voice.say('checkPartUnanswered')] : []
  const whole = !begun || !open.some((name) => name.startsWith(`${question.name}__`))
  return checked.unanswered?.includes(question.name) === true && whole ? [voice.say('checkUnanswered')] : []
}

/** The parts of a question that have a place of their own on the page, in its order. */
function partsOf(question: Question): readonly string[] {
  if (question.type === 'matrix') return question.rows.map(({ name }) => name)
  if (question.type === 'multipletext') return question.items.map(({ name }) => name)
  return hasOptions(question) && question.other !== undefined ? [OTHER] : []
}

function givenAt(question: Question, part: string | undefined, answers: Checked['answers']): unknown {
  const given = answerOf(answers, question.name)
  if (part === undefined) return given
  return hasOptions(question) ? answerOf(answers, commentKey(question.name)) : answerOf(given, part)
}

/** The question that a finding is about, and its part: the keys below `/answers`. */
function placeOf(path: string): { readonly name: string; readonly part?: string } {
  const [, , key = '', part] = path.split('/')
  if (key.endsWith('-Comment')) return { name: key.slice(0, -'-Comment'.length), part: OTHER }
  return { name: key, ...(part === undefined ? {} : { part }) }
}

/** Where a link to a question, or to a part of one, leads: its first control that can be used. */
function targetOf(question: Question, part: string | undefined, offer: Offer): string {
  const { name } = question
  if (question.type === 'matrix') {
    const row = part ?? offer.rows(question).find(({ closed }) => closed !== true)?.name ?? ''
    return controlId(partKey(name, row), firstOpen(offer, question))
  }
  if (question.type === 'multipletext') {
    const item = question.items.find((candidate) => candidate.name === part) ?? question.items[0]
    return item === undefined ? 'main' : inputTarget(partKey(name, item.name), item.type)
  }
  if (question.type === 'ranking') return controlId(name, 1)
  if (part === OTHER) return controlId(partKey(name, OTHER))
  if (hasOptions(question) && question.type !== 'dropdown') return controlId(name, firstOpen(offer, question))
  return inputTarget(name, question.type)
}

function inputTarget(key: string, type: Question['type']): string {
  if (type === 'date') return controlId(key, 'day')
  return type === 'month' ? controlId(key, 'month') : controlId(key)
}

function firstOpen(offer: Offer, question: Question): number {
  return Math.max(
    0,
    offer.options(question).findIndex(({ closed }) => closed !== true),
  )
}

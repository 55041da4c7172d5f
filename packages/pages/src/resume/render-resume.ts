import { accessField, accessPoints, type TypedAccessCode } from '../access/access-field.ts'
import type { RefusedForm } from '../access/render-code-refused.ts'
import { checkSummary, wrongLine } from '../check-points.ts'
import { form, renderDocument } from '../document.ts'
import { html, type Content, type Html } from '../html.ts'
import { ICONS } from '../icons.ts'
import { pageAddress } from '../page-address.ts'
import type { PageContext } from '../page-context.ts'
import { controlId, errorId } from '../question/ids.ts'
import { voiceOf, type MessageKey, type Voice } from '../voice.ts'
import { readWord } from './read-word.ts'
import { NO_WORDS, placeToFill, WORD_FIELDS, type Slip, type TypedWords } from './resume-form.ts'
import {
  RESUME_THEMES,
  RESUME_WORDS,
  resumeWord,
  wordDrawing,
  wordIn,
  type ResumeTheme,
  type ResumeWord,
} from './resume-words.ts'

/** What the page shows beside its empty fields. */
export interface ResumeState {
  readonly typed?: TypedWords
  /** What is wrong with a word, by its place from 0. */
  readonly slips?: ReadonlyMap<number, Slip>
  /** `wrong`: nothing is kept under these words, whatever the reason. `tooMany`: they were not looked at. */
  readonly error?: 'wrong' | 'tooMany'
  /** The theme whose pictures stay in sight. */
  readonly open?: ResumeTheme | null
  /** The field for the access code, where the wave asks for it again. */
  readonly access?: TypedAccessCode
  /** A form that was sent from a page that cannot read the answers any more: it goes along, and is sent once they can be. */
  readonly locked?: RefusedForm['fields']
}

/** Stands before the names of the fields of a form that goes along. */
export const LOCKED_FIELD = 'was.'

const THEMES: Readonly<Record<ResumeTheme, MessageKey>> = {
  animals: 'comeAnimals',
  food: 'comeFood',
  house: 'comeHouse',
  clothes: 'comeClothes',
  devices: 'comeDevices',
  tools: 'comeTools',
  school: 'comeSchool',
  play: 'comePlay',
  nature: 'comeNature',
  transport: 'comeTransport',
  places: 'comePlaces',
}

/** The page on which somebody goes on with three words: to type, or to choose among pictures. */
export function renderResume(context: PageContext, state: ResumeState = {}): string {
  const voice = voiceOf(context.language, 'nl')
  const title = voice.plain('comeTitle')
  const points = pointsOf(voice, state)
  return renderDocument(voice, context, {
    title: points.any ? voice.plain('titleCheckPage', { title }) : title,
    languages: 'closed',
    enter: 'submit',
    main: [
      checkSummary(voice, points, false),
      html`<div class="letter">
        <h1>${voice.say('comeTitle')}</h1>
        <p>${voice.say(state.locked === undefined ? 'comeKept' : 'comeLocked')}</p>
        <p>${voice.say('comeText')}</p>
        ${form(voice, `${context.action}/resume`, {}, fields(voice, context, state))}
        <p><a class="tall" href="${pageAddress(context)}">${voice.say('comeStart')}</a></p>
      </div>`,
    ],
  })
}

function fields(voice: Voice, context: PageContext, state: ResumeState): Content {
  const { typed = NO_WORDS, slips = new Map<number, Slip>(), access, locked = [] } = state
  return [
    locked.map(([name, value]) => html`<input type="hidden" name="${LOCKED_FIELD}${name}" value="${value}" />`),
    html`<div class="word-fields" id="words">
      ${WORD_FIELDS.map((name, place) => wordField(voice, name, place, typed[place] ?? '', slips.get(place)))}
    </div>`,
    access !== undefined && accessField(voice, access),
    html`<div class="actions">
      <button class="primary" name="go" value="submit">${voice.say('comeGo')} ${ICONS.forward}</button>
    </div>`,
    pictures(voice, context, typed, state.open ?? null),
  ]
}

function wordField(voice: Voice, name: string, place: number, typed: string, slip: Slip | undefined): Html {
  const id = controlId(name)
  const n = place + 1
  const read = readWord(typed, voice.language)
  const word = read.kind === 'known' ? resumeWord(read.name) : null
  const wrong = slip === undefined ? [] : [slipSentence(voice, slip, n, typed)]
  return html`<div class="word-field${wrong.length > 0 && ' checked part'}">
    <label for="${id}">${voice.say('comeWord', { n })}</label>
    ${wrongLine(name, wrong)}
    <div class="beside-thing">
      <input
        class="field"
        type="text"
        id="${id}"
        name="${name}"
        value="${typed}"
        dir="auto"
        autocapitalize="none"
        autocorrect="off"
        spellcheck="false"
        autocomplete="off"
        ${wrong.length > 0 && html` aria-invalid="true" aria-describedby="${errorId(name)}"`}
      />
      ${word !== null && wordDrawing(word)}
      ${
        typed !== '' &&
        html`<button class="take" name="go" value="take:${n}" formaction="#words">
          ${voice.say('comeTake', { n })}
        </button>`
      }
    </div>
  </div>`
}

/** Closed until somebody wants them: reading out some hundred buttons helps nobody who types. */
function pictures(voice: Voice, context: PageContext, typed: TypedWords, open: ResumeTheme | null): Content {
  const next = placeToFill(typed, context.language) + 1
  return (
    next > 0 &&
    html`<div class="more">
      <details class="layer" ${open !== null && html` open`}>
        <summary>${voice.say('comePick')} ${ICONS.down}</summary>
        <p>${voice.say('comePickText', { n: next })}</p>
        <div class="more">
          ${RESUME_THEMES.map(
            (theme) =>
              html`<details class="layer" ${theme === open && html` open`}>
                <summary>${voice.say(THEMES[theme])} ${ICONS.down}</summary>
                <div class="things">
                  ${RESUME_WORDS.filter((word) => word.theme === theme).map((word) => pictureButton(context, word))}
                </div>
              </details>`,
          )}
        </div>
      </details>
    </div>`
  )
}

function pictureButton({ language }: PageContext, word: ResumeWord): Html {
  return html`<button name="go" value="pick:${word.name}" formaction="#words">
    ${wordDrawing(word)} <span>${wordIn(word, language)}</span>
  </button>`
}

function pointsOf(voice: Voice, state: ResumeState): Parameters<typeof checkSummary>[1] {
  const { typed = NO_WORDS, slips = new Map<number, Slip>(), error } = state
  const first = controlId(WORD_FIELDS[0] ?? '')
  const list = [
    ...(error === undefined
      ? []
      : [{ target: first, sentence: voice.say(error === 'wrong' ? 'comeWrong' : 'comeTooMany') }]),
    ...[...slips].map(([place, slip]) => ({
      target: controlId(WORD_FIELDS[place] ?? ''),
      sentence: slipSentence(voice, slip, place + 1, typed[place] ?? ''),
    })),
    ...accessPoints(voice, state.access ?? {}).list,
  ]
  return { any: list.length > 0, list }
}

function slipSentence(voice: Voice, slip: Slip, n: number, word: string): Html {
  if (slip.kind === 'missing') return voice.say('comeMissing', { n })
  const near = new Intl.ListFormat(voice.spoken, { type: 'disjunction' }).format(slip.near)
  return slip.near.length > 0 ? voice.say('comeNear', { word, near }) : voice.say('comeUnknown', { word })
}

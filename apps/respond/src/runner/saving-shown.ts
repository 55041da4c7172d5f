import {
  momentNotice,
  noWordsNotice,
  offlineNotice,
  ownDeviceRow,
  savedState,
  type PageData,
} from '@klankbord/pages/browser'
import type { SavingState } from '../saving/saving.ts'
import { showAtFoot } from './not-reached.ts'
import { hiddenField, pageForm } from './sent-form.ts'
import type { Sitting } from './sitting.ts'

const NOTICE = 'offline-notice'
const STATE = 'saved-state'
const MOMENT = 'one-moment'
const SPOKEN = 'saved-spoken'

/** How the line reads in the end. */
const ALL_SAVED = { everything: true, waiting: [], offline: false, unkept: false, stays: false }

/** How long what is read aloud stays there for a screen reader to take, in milliseconds. */
const SPEAKING = 3000

/** What who listens was told last: only what is new is said, and that all is well once, and after trouble. */
let spoken: 'nothing' | 'trouble' | 'saved' = 'nothing'

/**
 * Says on the page of a screen what is saved and what is on this device only.
 *
 * @param sitting with the numbers of the questions at which something stands that is no answer yet
 */
export function showSaving(
  { context, questionnaire, until }: PageData,
  language: string,
  state: SavingState,
  { unfinished, ports: { after } }: Pick<Sitting, 'unfinished'> & { readonly ports: Pick<Sitting['ports'], 'after'> },
): void {
  const { everything, offline, keptIn, storage, refusal } = state
  const waiting = [...new Set([...state.waiting, ...unfinished])].toSorted((a, b) => a - b)
  const unkept = keptIn === 'memory'
  const form = pageForm(document)
  // The first page has nothing under way yet, and the last one no more.
  if (form === null || hiddenField(form, 'draft') === null || hiddenField(form, 'on.page')?.value === 'done') return
  const lasts = keptIn === 'device' || hiddenField(form, 'words') !== null
  const stays = refusal !== null || state.waiting.length === 0
  const saved = { everything, waiting, offline, unkept, stays, lasts }
  const speaker = placeOfSpeech()
  const notice = placeOfNotice()
  fill(notice, offlineNotice(language, questionnaire, saved))
  const line = placeOfState(form, savedState(language, questionnaire, { ...ALL_SAVED, lasts }))
  fill(line, savedState(language, questionnaire, saved))
  line.classList.toggle('device', (offline || saved.stays) && waiting.length > 0)
  speak(speaker, offline ? 'trouble' : everything && waiting.length === 0 ? 'saved' : null, { notice, line, after })
  // Who has words to come back with leaves nothing on a device.
  const isUnderWords = keptIn === 'memory' && storage === 'fine'
  if (isUnderWords) document.getElementById('own-device')?.remove()
  else if (context.kiosk !== true) showRow(ownDeviceRow(language, questionnaire, { own: keptIn === 'device', until }))
  // On a device of one's own, closing the page loses nothing.
  const closing = document.getElementById('closing')
  if (closing !== null) closing.hidden = keptIn === 'device'
}

/** Says that stopping has to wait. */
export function showNoWords({ questionnaire, until }: PageData, language: string, own: boolean): void {
  // One notice that there is no internet is enough.
  placeOfNotice().hidden = true
  showAtFoot(noWordsNotice(language, questionnaire, { own, until }))
}

/** Says that it takes a moment; beside the form, for what is held in it is read by nobody. @returns says so no more */
export function showMoment({ questionnaire }: PageData, language: string): () => void {
  const place = made(MOMENT, 'div')
  place.setAttribute('role', 'status')
  pageForm(document)?.after(place)
  fill(place, momentNotice(language, questionnaire))
  return () => place.remove()
}

/** Reads aloud what stands there by now, where that is news. */
function speak(
  speaker: HTMLElement,
  news: typeof spoken | null,
  { notice, line, after }: Readonly<Record<'notice' | 'line', HTMLElement>> & Pick<Sitting['ports'], 'after'>,
): void {
  if (news === null || news === spoken) return
  spoken = news
  const words = (news === 'trouble' ? notice : line).textContent.trim()
  speaker.textContent = words
  // Who reads the page after that finds it once, where it is shown.
  after(SPEAKING, () => {
    if (speaker.textContent === words) speaker.textContent = ''
  })
}

/** What a server says is saved, and this script has not heard yet. */
export function withoutSaved(page: Document): void {
  page.querySelectorAll('form > p.state').forEach((line) => line.remove())
}

function placeOfNotice(): HTMLElement {
  const known = document.getElementById(NOTICE)
  if (known !== null) return known
  const place = made(NOTICE, 'div')
  const progress = document.querySelector('main > progress')
  if (progress === null) document.querySelector('main')?.prepend(place)
  else progress.after(place)
  return place
}

/** As high as what it says in the end: a button below it that moved while it is pressed would not be pressed. */
function placeOfState(form: HTMLFormElement, longest: string): HTMLElement {
  const known = document.getElementById(STATE)
  if (known !== null) return known
  // What a server says is saved, and the place that was held for this.
  withoutSaved(document)
  const place = made(STATE, 'p')
  place.className = 'state'
  form.append(place)
  place.innerHTML = longest
  place.style.minHeight = `${place.offsetHeight}px`
  place.innerHTML = ''
  return place
}

/** Apart from what is shown: that changes with every answer, and nobody wants to hear it each time. */
function placeOfSpeech(): HTMLElement {
  const known = document.getElementById(SPOKEN)
  if (known !== null) return known
  const place = made(SPOKEN, 'p')
  place.className = 'enter'
  place.setAttribute('role', 'status')
  document.querySelector('main')?.append(place)
  return place
}

function made(id: string, element: 'div' | 'p'): HTMLElement {
  const place = document.createElement(element)
  place.id = id
  return place
}

function fill(place: HTMLElement, html: string): void {
  if (place.dataset['said'] === html) return
  // What stands below it stays where it is: somebody may be pressing it.
  if (place.id === STATE) place.style.minHeight = `${place.offsetHeight}px`
  place.dataset['said'] = html
  place.innerHTML = html
}

function showRow(html: string): void {
  const known = document.getElementById('own-device')
  const rows = document.querySelector('.foot')
  if (rows === null) return
  const row = document.createElement('div')
  row.innerHTML = html
  const fresh = row.firstElementChild
  if (fresh === null || known?.textContent === fresh.textContent) return
  if (known === null)
    rows.insertBefore(fresh, document.getElementById('closing')?.nextSibling ?? rows.children[1] ?? null)
  else {
    if (known.hasAttribute('open')) fresh.setAttribute('open', '')
    known.replaceWith(fresh)
  }
}

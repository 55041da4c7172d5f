import { noWordsNotice, offlineNotice, ownDeviceRow, savedState, type PageData } from '@klankbord/pages/browser'
import type { SavingState } from '../saving/saving.ts'
import { hiddenField, pageForm } from './sent-form.ts'

const NOTICE = 'offline-notice'
const STATE = 'saved-state'
const NO_WORDS = 'no-words'

/**
 * Says on the page of a screen what is saved and what is on this device only. What is already said is not said again, so that
 * who listens hears what changed.
 */
export function showSaving({ context, questionnaire, until }: PageData, language: string, state: SavingState): void {
  const { savedUpTo, waiting, offline, keptIn, storage } = state
  const saved = { savedUpTo, waiting, offline, unkept: keptIn === 'memory' }
  const form = pageForm(document)
  // The first page has nothing under way yet, and the last one no more.
  if (form === null || hiddenField(form, 'draft') === null || hiddenField(form, 'on.page')?.value === 'done') return
  fill(placeOfNotice(), offlineNotice(language, questionnaire, saved))
  const line = placeOfState(form)
  fill(line, savedState(language, questionnaire, saved))
  line.classList.toggle('device', offline && waiting.length > 0)
  // Who has words to come back with leaves nothing on a device.
  const isUnderWords = keptIn === 'memory' && storage === 'fine'
  if (isUnderWords) document.getElementById('own-device')?.remove()
  else if (context.kiosk !== true) showRow(ownDeviceRow(language, questionnaire, { own: keptIn === 'device', until }))
  // On a device of one's own, closing the page loses nothing.
  const closing = document.getElementById('closing')
  if (closing !== null) closing.hidden = keptIn === 'device'
}

/** Says at the foot of the page, where somebody pressed it, that stopping has to wait. */
export function showNoWords({ questionnaire, until }: PageData, language: string, own: boolean): void {
  const form = pageForm(document)
  if (form === null) return
  document.getElementById(NO_WORDS)?.remove()
  const place = announcing(NO_WORDS, 'div')
  form.append(place)
  fill(place, noWordsNotice(language, questionnaire, { own, until }))
  place.scrollIntoView({ block: 'nearest' })
}

/** What a server says is saved, and this script has not heard yet. */
export function withoutSaved(page: Document): void {
  page.querySelectorAll('form > p.state').forEach((line) => line.remove())
}

function placeOfNotice(): HTMLElement {
  const known = document.getElementById(NOTICE)
  if (known !== null) return known
  const place = announcing(NOTICE, 'div')
  const progress = document.querySelector('main > progress')
  if (progress === null) document.querySelector('main')?.prepend(place)
  else progress.after(place)
  return place
}

function placeOfState(form: HTMLFormElement): HTMLElement {
  const known = document.getElementById(STATE)
  if (known !== null) return known
  const place = announcing(STATE, 'p')
  place.className = 'state'
  form.append(place)
  return place
}

function announcing(id: string, element: 'div' | 'p'): HTMLElement {
  const place = document.createElement(element)
  place.id = id
  place.setAttribute('role', 'status')
  return place
}

function fill(place: HTMLElement, html: string): void {
  if (place.dataset['said'] === html) return
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

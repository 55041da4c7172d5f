import { browserSaving } from '../saving/browser-saving.ts'
import { wipePast } from '../saving/own-days.ts'
import { arriving, type Arriving } from './arriving.ts'
import { browserPorts } from './browser-ports.ts'
import { listen } from './listen.ts'
import { showNotReached } from './not-reached.ts'
import type { FirstPorts, Runner } from './ports.ts'
import { hiddenField, pageForm, waveOf, wordsWaveOf } from './sent-form.ts'

/** How long a browser that is busy may put off what comes next, in milliseconds. */
const IDLE = 2500

/**
 * Takes hold of the page that is open, where it belongs to a questionnaire; a screen for everybody stays as it is. What shows
 * the next page is fetched once somebody begins. Until it is there, and where it does not come, the form is sent by the browser.
 */
export async function begin(): Promise<void> {
  const past = await wipePast(new Date().toISOString().slice(0, 10)).catch((): readonly string[] => [])
  const form = pageForm(document)
  const isOver = document.querySelector('main[data-over]') !== null
  const isNotice = document.querySelector('[data-kept-here], [data-wiped-here]') !== null
  const wave = form !== null ? (waveOf(form) ?? wordsWaveOf(form)) : isOver || isNotice ? waveHere() : null
  if (wave === null) return stayWhileOffline()
  const saving = await browserSaving(wave)
  const ports = browserPorts(wave, saving)
  if (!isOver && form === null && saving.underWay() !== null) return offerKept(ports)
  const isLost = past.includes(wave) || (isOver && !saving.isSaved())
  if (isOver) await saving.forget()
  if (isLost) uncover('[data-wiped-here]')
  if (isOver || form === null) return ports.shelf.clear()
  const kept = saving.underWay()
  const draft = hiddenField(form, 'draft')?.value ?? null
  if (draft !== null && (kept !== null || !draft.startsWith('new-'))) {
    await ports.shelf.clear()
    // This page came from the server with what was sent plainly; what is here is older, or is sent still.
    if (saving.state().waiting.length > 0) return
    if (kept !== null) await saving.forget()
  }
  const runner = arriving(ports, fetchRunner)
  listen(ports, runner)
  listenToAnswers(runner)
  document.documentElement.dataset['script'] = 'ready'
  if (saving.underWay() !== null && wordsWaveOf(form) === null) await runner.come()
  else if (draft !== null) whenIdle(() => void runner.come().catch(() => undefined))
  else onFirstTouch(form, () => void runner.come().catch(() => undefined))
}

/** Nobody begins any more, and who has begun on this device may finish: so the page that says the one offers the other. */
function offerKept(ports: FirstPorts): void {
  const offer = uncover('[data-kept-here]')
  const runner = arriving(ports, fetchRunner)
  listen(ports, runner)
  listenToAnswers(runner)
  offer?.querySelector('button')?.addEventListener('click', () => void runner.come().catch(() => undefined))
}

/** A form that sends the same once more stays on its page while there is no connection, and the page says so. */
function stayWhileOffline(): void {
  document.addEventListener('submit', (event) => {
    if (navigator.onLine || !(event.target instanceof HTMLFormElement)) return
    event.preventDefault()
    showNotReached(event.target)
  })
}

/** What a page holds for whoever needs it. */
function uncover(which: string): HTMLElement | null {
  const found = document.querySelector<HTMLElement>(which)
  if (found !== null) found.hidden = false
  return found
}

/** The wave of a page without a form, by its address. */
function waveHere(): string | null {
  const [, wave] = /^\/v\/([^/]+)(?:\/withdraw)?$/.exec(window.location.pathname) ?? []
  return wave === undefined ? null : decodeURIComponent(wave)
}

async function fetchRunner(): Promise<(ports: FirstPorts) => Runner> {
  return (await import('./browser-runner.ts')).browserRunner
}

/** Safari has no word for it. */
function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: IDLE })
  else setTimeout(run, IDLE / 10)
}

/**
 * Who touches the form of the first page is about to begin; who reads it and goes away loads nothing more. A button sends the
 * form, and what that brings comes first.
 */
function onFirstTouch(form: HTMLFormElement, run: () => void): void {
  const touched = ({ target }: Event): void => {
    if (target instanceof Element && target.closest('button') === null) run()
  }
  for (const event of ['pointerdown', 'touchstart', 'focusin']) form.addEventListener(event, touched, { passive: true })
}

/** Each answer is kept when it is chosen; what is typed after a pause, and when somebody leaves the field or the page. */
function listenToAnswers(runner: Arriving): void {
  const chosen = (isTyping: boolean, target: EventTarget | null): void => {
    const { form = null } = (target ?? {}) as { readonly form?: HTMLFormElement | null }
    if (form === null || form !== pageForm(document) || hiddenField(form, 'draft') === null) return
    // What is chosen before it is there, it finds on the page.
    void runner
      .come()
      .then((there) => (document.contains(form) ? there.chosen(isTyping) : undefined))
      .catch(() => undefined)
  }
  document.addEventListener('change', ({ target }) => chosen(false, target))
  document.addEventListener('input', ({ target }) => chosen(true, target))
  const leaving = (): void => runner.there()?.leaving()
  window.addEventListener('pagehide', leaving)
  window.addEventListener('popstate', ({ state }) => runner.there()?.went(state))
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? leaving() : undefined))
}

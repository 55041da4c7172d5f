import { browserSaving } from '../saving/browser-saving.ts'
import { wipePast } from '../saving/own-days.ts'
import type { Saving } from '../saving/saving.ts'
import type { Runner, RunnerPorts } from './ports.ts'
import { hiddenField, pageForm, sendPlainly, waveOf, wordsWaveOf } from './sent-form.ts'
import { browserShelf } from './shelf.ts'
import { within } from './within.ts'

/** How long somebody who pressed a button waits for what is on its way. */
const PATIENCE = 2500
/** And for what the server works out. */
const LONGEST = 10_000

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
  if (wave === null) return
  const saving = await browserSaving(wave)
  const ports = portsOf(wave, saving)
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
  const runner = arriving(ports)
  listen(wave, saving, runner)
  listenToAnswers(runner)
  document.documentElement.dataset['script'] = 'ready'
  if (saving.underWay() !== null && wordsWaveOf(form) === null) await runner.come()
  else if (draft !== null) whenIdle(() => void runner.come().catch(() => undefined))
  else onFirstTouch(form, () => void runner.come().catch(() => undefined))
}

/** Nobody begins any more, and who has begun on this device may finish: so the page that says the one offers the other. */
function offerKept(ports: RunnerPorts): void {
  const offer = uncover('[data-kept-here]')
  const runner = arriving(ports)
  listen(ports.wave, ports.saving, runner)
  listenToAnswers(runner)
  offer?.querySelector('button')?.addEventListener('click', () => void runner.come().catch(() => undefined))
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

/** What shows pages here, on its way or there. */
interface Arriving {
  /** Null until it is there. */
  there(): Runner | null
  /** Fetched once; where it does not come, everything stays with the browser. */
  come(): Promise<Runner>
}

function arriving(ports: RunnerPorts): Arriving {
  let there: Runner | null = null
  let coming: Promise<Runner> | null = null
  const arrive = async (): Promise<Runner> => {
    const { takeOver } = await import('./take-over.ts')
    const runner = takeOver(ports)
    await runner.resume()
    there = runner
    return runner
  }
  return { there: () => there, come: () => (coming ??= arrive()) }
}

function portsOf(wave: string, saving: Saving): RunnerPorts {
  return {
    wave,
    saving,
    load: text,
    shelf: browserShelf(wave),
    now: () => new Date(),
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    after,
    withdraw: async (code) => withdrawn(wave, code),
    words: async (id, wanted) => wordsOf(wave, id, wanted),
    answers: async (id, asked) => answersOf(wave, id, asked),
    post: posted,
  }
}

function after(milliseconds: number, run: () => void): void {
  setTimeout(run, milliseconds)
}

/** Safari has no word for it. */
function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: PATIENCE })
  else setTimeout(run, PATIENCE / 10)
}

/** Who touches the form of the first page is about to begin; who reads it and goes away loads nothing more. */
function onFirstTouch(form: HTMLFormElement, run: () => void): void {
  for (const event of ['pointerdown', 'touchstart', 'focusin'])
    form.addEventListener(event, run, { once: true, passive: true })
}

function listen(wave: string, saving: Saving, runner: Arriving): void {
  // Older browsers do not say which button sent a form; Enter presses the first one, as a click does.
  let pressed: { readonly form: HTMLFormElement | null; readonly go: string } | null = null
  let isWaiting = false
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null
    if (button === null) return
    if (button.type === 'submit') pressed = { form: button.form, go: button.value }
    else runner.there()?.press(button)
  })

  async function sendOn(form: HTMLFormElement, go: string | null): Promise<void> {
    const isAlone = saving.underWay() === null || wordsWaveOf(form) !== null
    const patience = isAlone ? PATIENCE : Number.POSITIVE_INFINITY
    const there = await within(runner.come(), patience, after).catch(() => null)
    isWaiting = false
    // Who came back before a reload is where they were by now.
    if (document.contains(form) && there?.submit(form, go) !== true) sendPlainly(form, go)
  }

  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement)) return
    const go = pressed?.form === form ? pressed.go : null
    pressed = null
    const there = runner.there()
    if (there !== null) {
      if (there.submit(form, go)) event.preventDefault()
      return
    }
    if ((waveOf(form) ?? wordsWaveOf(form)) !== wave) return
    event.preventDefault()
    if (isWaiting) return
    isWaiting = true
    void sendOn(form, go)
  })
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

/** @throws where it is not there, or nobody answers */
async function text(address: string): Promise<string> {
  const answer = await fetch(address, { credentials: 'same-origin' })
  if (!answer.ok) throw statusOf(answer)
  return answer.text()
}

async function wordsOf(
  wave: string,
  id: string,
  wanted: Parameters<RunnerPorts['words']>[1],
): ReturnType<RunnerPorts['words']> {
  const asked = told(wave, `drafts/${id}/words`, 'POST', wanted)
  const answer = await within(asked, LONGEST, after).catch(() => null)
  const isOurs = answer?.headers.get('Content-Type')?.includes('json') === true
  if (answer === null || !isOurs || answer.status === 429 || answer.status >= 500) return null
  if (!answer.ok) throw statusOf(answer)
  return (await answer.json().catch(() => null)) as Awaited<ReturnType<RunnerPorts['words']>>
}

async function answersOf(
  wave: string,
  id: string,
  asked: Parameters<RunnerPorts['answers']>[1],
): ReturnType<RunnerPorts['answers']> {
  const answer = await told(wave, `drafts/${id}/answers`, 'POST', asked)
  if (!answer.ok) throw statusOf(answer)
  return (await answer.json()) as Awaited<ReturnType<RunnerPorts['answers']>>
}

async function posted(address: string, form: string): Promise<string | null> {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'text/html' }
  const sent = fetch(address, { method: 'POST', headers, body: form, cache: 'no-store', redirect: 'error' })
  const answer = await within(sent, LONGEST, after).catch(() => null)
  const isPage = answer?.headers.get('Content-Type')?.includes('text/html') === true
  return answer === null || !isPage || answer.status >= 500 ? null : answer.text().catch(() => null)
}

async function withdrawn(wave: string, code: string): Promise<boolean> {
  const answer = await told(wave, 'responses', 'DELETE', { code })
  if (!answer.ok && answer.status !== 404) throw statusOf(answer)
  return answer.ok
}

function told(wave: string, path: string, method: string, body: object): Promise<Response> {
  return fetch(`/api/waves/${encodeURIComponent(wave)}/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
}

function statusOf({ status }: Response): TypeError {
  return new TypeError(`status ${status}`)
}

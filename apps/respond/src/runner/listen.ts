import type { Arriving } from './arriving.ts'
import { showNotReached } from './not-reached.ts'
import type { FirstPorts } from './ports.ts'
import { postHere, showFollowing } from './post-here.ts'
import { encodedForm, hiddenField, pageForm, sendPlainly, waveOf, wordsWaveOf } from './sent-form.ts'
import { within } from './within.ts'

/** How long somebody who pressed a button waits for what is on its way, in milliseconds. */
const PATIENCE = 2500

/** Sends forms on from now on: to what shows pages here, and where that does not come, as the browser would. */
export function listen(ports: FirstPorts, runner: Arriving): void {
  // Older browsers do not say which button sent a form; Enter presses the first one, as a click does.
  let pressed: { readonly form: HTMLFormElement | null; readonly go: string | null } | null = null
  let isWaiting = false
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null
    if (button === null) return
    if (button.type === 'submit') pressed = { form: button.form, go: button.name === '' ? null : button.value }
    else runner.there()?.press(button)
  })

  document.addEventListener('submit', (event) => {
    const form = event.target
    // What only asks for another language of a page that takes no form is the browser's to send, also where answers are kept here.
    if (!(form instanceof HTMLFormElement) || form.id === 'notice-form') return
    const go = pressed?.form === form ? pressed.go : null
    pressed = null
    const there = runner.there()
    if (there !== null) {
      if (there.submit(form, go)) event.preventDefault()
      return
    }
    if ((waveOf(form) ?? wordsWaveOf(form)) !== ports.wave) return
    event.preventDefault()
    if (isWaiting) return
    isWaiting = true
    void sendOn(ports, runner, form, go).finally(() => (isWaiting = false))
  })
}

/** Lead to the last page, which the browser shows; no answer goes with them. */
const LAST = /^(?:submit|erase|leave)/

/**
 * Sends one form on. Where nothing comes because the line is cut, it stays where it is, with everything that was filled in,
 * and the page says so: the page of a browser that reaches nothing has no place for that.
 */
async function sendOn(ports: FirstPorts, runner: Arriving, form: HTMLFormElement, go: string | null): Promise<void> {
  const { saving, after, reached } = ports
  const kept = saving.underWay()
  // Who begins waits for nothing that is on its way: the server has the page that follows.
  const isStart = go === 'start' && kept === null && ports.isServed()
  const made = runner.made()
  if (isStart && (made === null ? await isShownHere(ports, runner, form, go) : made.submit(form, go))) return
  const isOfServer = kept === null || wordsWaveOf(form) !== null || (saving.isSaved() && isOn(form, kept.id))
  const came = within(runner.come(true), isOfServer ? PATIENCE : Number.POSITIVE_INFINITY, after)
  const isMissing = await came.then(
    () => false,
    () => true,
  )
  const isHere = (): boolean => !document.contains(form) || runner.there()?.submit(form, go) === true
  if (isHere()) return
  const canShow = isMissing && isOfServer && !isStart && !LAST.test(go ?? '')
  if (canShow && (await isShownHere(ports, runner, form, go))) return
  const isCut = isMissing && !(await reached())
  // Who came back before a reload is where they were by now.
  if (isHere()) return
  if (isCut) showNotReached(form)
  else sendPlainly(form, go)
}

function isOn(form: HTMLFormElement, id: string): boolean {
  return hiddenField(form, 'draft')?.value.endsWith(id) === true
}

/**
 * Asks the server without leaving this page, once and however late it answers. What shows pages here goes on from the page
 * that follows, also after a reload.
 *
 * @returns false where no page came
 */
async function isShownHere(
  ports: FirstPorts,
  runner: Arriving,
  form: HTMLFormElement,
  go: string | null,
): Promise<boolean> {
  const shown = postHere(ports, form, go).then((page) => {
    if (page === null || !document.contains(form)) return page !== null
    if (showFollowing(page, form, go)) keepServed(ports)
    return true
  })
  runner.after(shown)
  const isShown = await shown
  if (isShown) void runner.come(true).catch(() => undefined)
  return isShown
}

/** Where to find again what the server keeps, until what shows pages here is there; what is under words stays nowhere. */
function keepServed({ saving }: FirstPorts): void {
  const form = pageForm(document)
  const draft = (form && hiddenField(form, 'draft')?.value) ?? 'new-'
  if (form === null || draft.startsWith('new-') || hiddenField(form, 'words') !== null) return
  const place = { id: draft.slice(-36), page: encodedForm(form, null), language: document.documentElement.lang }
  saving.begin({ ...place, code: '', answers: {}, asked: [], revision: 0 })
}

import type { Arriving } from './arriving.ts'
import { showNotReached } from './not-reached.ts'
import type { FirstPorts } from './ports.ts'
import { postHere, showFollowing } from './post-here.ts'
import { sendPlainly, waveOf, wordsWaveOf } from './sent-form.ts'
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

/**
 * Sends one form on. Where nothing comes because the line is cut, it stays where it is, with everything that was filled in,
 * and the page says so: the page of a browser that reaches nothing has no place for that.
 */
async function sendOn(ports: FirstPorts, runner: Arriving, form: HTMLFormElement, go: string | null): Promise<void> {
  if (await hasBegun(ports, runner, form, go)) return
  const { saving, after, reached } = ports
  const isAlone = saving.underWay() === null || wordsWaveOf(form) !== null
  const patience = isAlone ? PATIENCE : Number.POSITIVE_INFINITY
  const came = await within(runner.come(true), patience, after).catch(() => null)
  const isCut = came === null && !(await reached())
  // Who came back before a reload is where they were by now.
  if (!document.contains(form) || runner.there()?.submit(form, go) === true) return
  if (isCut) showNotReached(form)
  else sendPlainly(form, go)
}

/**
 * Who begins waits for nothing that is on its way: the server has the page that follows. It is asked without leaving this
 * page, and what shows pages here goes on from there.
 *
 * @returns false where no page came, or none can come
 */
async function hasBegun(
  ports: FirstPorts,
  runner: Arriving,
  form: HTMLFormElement,
  go: string | null,
): Promise<boolean> {
  if (go !== 'start' || ports.saving.underWay() !== null || !ports.isServed()) return false
  const made = runner.made()
  if (made !== null) return made.submit(form, go)
  // The server has begun, however late it says so: a second start would be another one.
  const shown = postHere(ports, form, go).then((page) => {
    if (page !== null && document.contains(form)) showFollowing(page, form, go)
    return page !== null
  })
  runner.after(shown)
  const isShown = await shown
  void runner.come(true).catch(() => undefined)
  return isShown
}

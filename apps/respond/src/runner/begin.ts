import { browserSaving } from '../saving/browser-saving.ts'
import { waveData } from './page-data.ts'
import { pageForm, waveOf } from './sent-form.ts'
import { browserShelf } from './shelf.ts'
import { takeOver } from './take-over.ts'

/** Takes over the page that is open, where it belongs to a questionnaire; a screen for everybody stays as it is. */
export async function begin(): Promise<void> {
  const form = pageForm(document)
  const wave = form === null ? null : waveOf(form)
  if (wave === null) return
  const saving = await browserSaving(wave)
  const runner = takeOver({
    wave,
    saving,
    data: waveData(wave, text),
    shelf: browserShelf(wave),
    now: () => new Date(),
    randomBytes,
    after: (milliseconds, run) => void setTimeout(run, milliseconds),
    withdraw: async (code) => withdrawn(wave, code),
    firstPage: (language) => text(`/v/${encodeURIComponent(wave)}?lang=${encodeURIComponent(language)}`),
  })
  listen(runner)
  await runner.resume()
}

function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count))
}

function listen(runner: ReturnType<typeof takeOver>): void {
  // Older browsers do not say which button sent a form; Enter presses the first one, as a click does.
  let pressed: { readonly form: HTMLFormElement | null; readonly go: string } | null = null
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null
    if (button === null) return
    if (button.type === 'submit') pressed = { form: button.form, go: button.value }
    else runner.press(button)
  })
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement)) return
    const go = pressed?.form === form ? pressed.go : null
    pressed = null
    if (runner.submit(form, go)) event.preventDefault()
  })
}

/** @throws where it is not there, or nobody answers */
async function text(address: string): Promise<string> {
  const answer = await fetch(address, { credentials: 'same-origin' })
  if (!answer.ok) throw new TypeError(`status ${answer.status}`)
  return answer.text()
}

async function withdrawn(wave: string, code: string): Promise<boolean> {
  const answer = await fetch(`/api/waves/${encodeURIComponent(wave)}/responses`, {
    method: 'DELETE',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code }),
  })
  if (!answer.ok && answer.status !== 404) throw new TypeError(`status ${answer.status}`)
  return answer.ok
}

import { showMoment } from './saving-shown.ts'
import { pageForm } from './sent-form.ts'
import { languageHere, type Sitting } from './sitting.ts'

/** How long nothing is said of waiting, in milliseconds: most of it is over before. */
const SOON = 700

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | HTMLButtonElement

/**
 * Nothing can be filled in on the page that is there: it would be on its way nowhere. What takes long is said.
 *
 * @returns lets it be filled in again
 */
export function holdForm({ data, ports }: Pick<Sitting, 'data' | 'ports'>): () => void {
  const form = pageForm(document)
  if (form === null) return () => undefined
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement : null
  const enable = 'inert' in form ? inert(form) : disabled(form)
  let sayNoMore = (): void => undefined
  let isHeld = true
  ports.after(SOON, () => {
    if (isHeld && data !== null && document.contains(form)) sayNoMore = showMoment(data, languageHere())
  })
  return () => {
    isHeld = false
    enable()
    sayNoMore()
    if (focused !== null && form.contains(focused)) focused.focus({ preventScroll: true })
  }
}

function inert(form: HTMLFormElement): () => void {
  form.inert = true
  return () => {
    form.inert = false
  }
}

/** Older browsers know no `inert`. */
function disabled(form: HTMLFormElement): () => void {
  const controls = [...form.querySelectorAll<Control>('input, textarea, select, button')]
  const held = controls.filter((control) => !control.disabled)
  for (const control of held) control.disabled = true
  return () => {
    for (const control of held) control.disabled = false
  }
}

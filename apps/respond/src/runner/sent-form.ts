/** The form of a page, whatever the page asks. */
const FORM_ID = 'page-form'

/** The fields of a form as a server reads them: text, or a list where a field came more than once. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

/** The form of the page; null on a page that asks nothing. */
export function pageForm(page: Document): HTMLFormElement | null {
  const form = page.getElementById(FORM_ID)
  return form?.nodeName === 'FORM' ? (form as HTMLFormElement) : null
}

/** The wave that a form belongs to; null where it does another thing: withdraw, another way, a screen for everybody. */
export function waveOf(form: HTMLFormElement): string | null {
  const [, wave] = /^\/v\/([^/?#]+)$/.exec(form.getAttribute('action') ?? '') ?? []
  return wave === undefined ? null : decodeURIComponent(wave)
}

/** The wave whose page with the three words this form is on; null where it is on another. */
export function wordsWaveOf(form: HTMLFormElement): string | null {
  const [, wave] = /^\/v\/([^/?#]+)\/resume$/.exec(form.getAttribute('action') ?? '') ?? []
  return wave === undefined ? null : decodeURIComponent(wave)
}

/** The form as a browser sends it. */
export function encodedForm(form: HTMLFormElement, go: string | null): string {
  const pairs = new URLSearchParams()
  new FormData(form).forEach((value, name) => (typeof value === 'string' ? pairs.append(name, value) : undefined))
  if (go !== null) pairs.append('go', go)
  return pairs.toString()
}

/** What is in a form now, with the button that was pressed. */
export function fieldsOf(form: HTMLFormElement, go: string | null): Fields {
  const fields: Record<string, string | string[]> = {}
  new FormData(form).forEach((value, name) => {
    if (typeof value !== 'string') return
    const before = fields[name]
    fields[name] = before === undefined ? value : [before, value].reduce<string[]>((all, one) => all.concat(one), [])
  })
  return go === null ? fields : { ...fields, go }
}

/** One hidden field. */
export function hiddenField(form: HTMLFormElement, name: string): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>(`input[type=hidden][name="${name}"]`)
}

/** Sends a form as a browser without scripts does. */
export function sendPlainly(form: HTMLFormElement, go: string | null): void {
  if (go !== null) {
    const pressed = form.ownerDocument.createElement('input')
    pressed.type = 'hidden'
    pressed.name = 'go'
    pressed.value = go
    form.append(pressed)
  }
  HTMLFormElement.prototype.submit.call(form)
}

import { DomUtils, parseDocument } from 'htmlparser2'

type Document = ReturnType<typeof parseDocument>
type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number]

/** A field of a form that somebody can change. */
export interface Field {
  readonly kind: 'radio' | 'checkbox' | 'text' | 'select'
  readonly name: string
  /** What it sends: of a radio or checkbox when it is chosen, of a list one of its options. */
  readonly values: readonly string[]
  /** What it says about what can be typed. */
  readonly inputMode: string
}

/** A page as a client sees it that knows HTML and HTTP and nothing else. */
export interface FormPage {
  readonly address: string
  readonly status: number
  readonly headers: Headers
  readonly html: string
  readonly heading: string
  readonly fields: readonly Field[]
  /** The words of every button that sends the form, by what it sends. */
  readonly buttons: Readonly<Record<string, string>>
  /** Something needs another look. */
  readonly isWrong: boolean
  /** Sends the form as it stands, with these values in its fields, by the button that sends this. */
  press(button: string, filling?: Filling): Promise<FormPage>
}

/** Values by the name of their field; nothing for what is left alone. */
export type Filling = Readonly<Record<string, readonly string[]>>

/** Opens an address: no cookie, no script, no style. */
export async function openForm(address: string): Promise<FormPage> {
  return shown(await fetch(address, { headers: { accept: 'text/html' } }))
}

async function shown(response: Response): Promise<FormPage> {
  const html = await response.text()
  const document = parseDocument(html)
  const form = DomUtils.getElementsByTagName('form', document)[0]
  const controls = form === undefined ? [] : controlsOf(document, form)
  const buttons = controls.filter(({ name }) => name === 'button')
  return {
    address: response.url,
    status: response.status,
    headers: response.headers,
    html,
    heading: words(DomUtils.getElementsByTagName('h1', document)[0]),
    fields: fieldsOf(controls),
    buttons: Object.fromEntries(buttons.map((button) => [button.attribs['value'] ?? '', words(button)])),
    isWrong: DomUtils.getElements({ class: 'summary' }, document, true).length > 0,
    press: async (value, filling = {}) => {
      const button = buttons.find(({ attribs }) => attribs['value'] === value)
      if (form === undefined || button === undefined) throw new Error(`no button that sends ${value} on: ${html}`)
      return shown(await sent(response.url, form, entriesOf(controls, button, filling)))
    },
  }
}

async function sent(
  base: string,
  { attribs }: Element,
  entries: readonly (readonly [string, string])[],
): Promise<Response> {
  const body = new URLSearchParams(entries.map(([name, value]) => [name, value]))
  const address = new URL(attribs['action'] ?? '', base)
  if (attribs['method']?.toLowerCase() !== 'post') throw new Error('only forms that are posted hold answers')
  return fetch(address, { method: 'POST', headers: { accept: 'text/html' }, body })
}

/** Every control of a form in the order of the page, those outside of it that name it too. */
function controlsOf(document: Document, form: Element): readonly Element[] {
  const isControl = (name: string): boolean => ['input', 'select', 'textarea', 'button'].includes(name)
  const all = DomUtils.getElementsByTagName(isControl, document)
  return all.filter((control) => {
    const named = control.attribs['form']
    return named === undefined ? isWithin(control, form) : named === form.attribs['id']
  })
}

function isWithin(element: Element, form: Element): boolean {
  for (let above = element.parent; above !== null; above = above.parent) if (above === form) return true
  return false
}

function fieldsOf(controls: readonly Element[]): readonly Field[] {
  return controls.flatMap((control): readonly Field[] => {
    const { name = '', type = 'text', value = 'on', inputmode: inputMode = '', disabled } = control.attribs
    if (disabled !== undefined || name === '' || type === 'hidden' || control.name === 'button') return []
    if (control.name === 'select') return [{ kind: 'select', name, values: optionsOf(control), inputMode }]
    if (type === 'radio' || type === 'checkbox') return [{ kind: type, name, values: [value], inputMode }]
    return [{ kind: 'text', name, values: [], inputMode }]
  })
}

function optionsOf(select: Element): readonly string[] {
  return DomUtils.getElementsByTagName('option', select)
    .filter(({ attribs }) => attribs['disabled'] === undefined)
    .map((option) => option.attribs['value'] ?? words(option))
}

/** What HTML calls the entry list of a form: hidden fields, what is chosen and typed, and the one button that was pressed. */
function entriesOf(
  controls: readonly Element[],
  pressed: Element,
  filling: Filling,
): readonly (readonly [string, string])[] {
  return controls.flatMap((control): readonly (readonly [string, string])[] => {
    const { name = '', type = 'text', value = '', disabled, checked } = control.attribs
    if (name === '' || disabled !== undefined || (control.name === 'button' && control !== pressed)) return []
    const given = Object.hasOwn(filling, name) ? filling[name] : undefined
    if (control.name === 'select') return [[name, given?.[0] ?? selectedOf(control)]]
    if (control.name === 'textarea') return [[name, given?.[0] ?? DomUtils.textContent(control)]]
    if (type === 'radio' || type === 'checkbox') {
      const isChosen = given === undefined ? checked !== undefined : given.includes(value)
      return isChosen ? [[name, value]] : []
    }
    return [[name, type === 'hidden' || control.name === 'button' ? value : (given?.[0] ?? value)]]
  })
}

function selectedOf(select: Element): string {
  const options = DomUtils.getElementsByTagName('option', select)
  const chosen = options.find(({ attribs }) => attribs['selected'] !== undefined) ?? options[0]
  return chosen?.attribs['value'] ?? ''
}

function words(element: Element | undefined): string {
  return element === undefined ? '' : DomUtils.innerText(element).replace(/\s+/g, ' ').trim()
}

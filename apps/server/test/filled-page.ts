/** A page as somebody without scripts sees it: its words and the one form on it. */
export interface ShownPage {
  readonly status: number
  readonly headers: Headers
  readonly html: string
  readonly heading: string
  /** Fields that go along unseen. */
  readonly hidden: Readonly<Record<string, string>>
  /** What can be chosen, in order. */
  readonly choices: readonly Choice[]
  /** Names of the fields to write in. */
  readonly textFields: readonly string[]
}

export interface Choice {
  readonly name: string
  readonly value: string
  readonly chosen: boolean
}

/** What is put in the form: one value, or several for a question that takes several. */
export type Filling = Readonly<Record<string, string | readonly string[]>>

/** Opens a page as a browser does. */
export async function open(address: string, headers: Readonly<Record<string, string>> = {}): Promise<ShownPage> {
  return shown(await fetch(address, { headers: { accept: 'text/html', ...headers } }))
}

/** Presses a button of a page: sends what the page carries and what was filled in. */
export async function press(
  address: string,
  page: ShownPage | null,
  go: string,
  filling: Filling = {},
): Promise<ShownPage> {
  return send(address, { ...page?.hidden, ...filling, go })
}

/** Sends a form with exactly these fields. */
export async function send(address: string, fields: Filling): Promise<ShownPage> {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) body.append(name, each)
  return shown(await fetch(address, { method: 'POST', headers: { accept: 'text/html' }, body }))
}

async function shown(response: Response): Promise<ShownPage> {
  const html = await response.text()
  const inputs = [...html.matchAll(/<input\b([^>]*)>/g)].map(([, attributes]) => attributesOf(attributes ?? ''))
  const fields = [...html.matchAll(/<textarea\b([^>]*)>/g)].map(([, attributes]) => attributesOf(attributes ?? ''))
  return {
    status: response.status,
    headers: response.headers,
    html,
    heading: (/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '').replace(/<[^>]*>/g, '').trim(),
    hidden: Object.fromEntries(
      inputs.filter(({ type }) => type === 'hidden').map(({ name, value }) => [name ?? '', value ?? '']),
    ),
    choices: inputs
      .filter(({ type }) => type === 'radio' || type === 'checkbox')
      .map(({ name, value, checked }) => ({ name: name ?? '', value: value ?? '', chosen: checked !== undefined })),
    textFields: [...inputs.filter(({ type }) => type === 'text'), ...fields].map(({ name }) => name ?? ''),
  }
}

function attributesOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [name, value ?? '']),
  )
}

/** A page as a browser reads it. */
export function parsed(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html')
}

/** The words of an element, with the white space of its source taken together. */
export function wordsOf(element: Element | null): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
}

/** What a browser sends when the button with this value is pressed, as a body parser hands it on. */
export function sentBy(document: Document, go: string): Record<string, string | string[]> {
  const form = document.querySelector('form')
  const button = [...document.querySelectorAll('button')].find(({ value, name }) => name === 'go' && value === go)
  if (form === null || button === undefined || button.form !== form) throw new Error(`no such button: ${go}`)
  const fields: Record<string, string | string[]> = {}
  for (const [name, value] of [...new FormData(form), [button.name, button.value] as const]) {
    const text = (typeof value === 'string' ? value : '').replace(/\r\n|\r|\n/g, '\r\n')
    const before = fields[name]
    fields[name] = before === undefined ? text : [before, text].flat()
  }
  return fields
}

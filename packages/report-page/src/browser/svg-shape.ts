const NAMESPACE = 'http://www.w3.org/2000/svg'

/** An element of SVG. */
export function shape(page: Document, name: string, values: Readonly<Record<string, string | number>>): SVGElement {
  const made = page.createElementNS(NAMESPACE, name)
  for (const [key, value] of Object.entries(values)) made.setAttribute(key, String(value))
  return made
}

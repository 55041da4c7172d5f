import type { Json } from '@klankbord/model'

type Mutable = Record<string, unknown>

/** Anything that has a name in a definition, wherever it stands. */
function named(value: unknown, name: string): Mutable | null {
  if (typeof value !== 'object' || value === null) return null
  const own = value as Mutable
  if (!Array.isArray(value) && own['name'] === name) return own
  for (const item of Object.values(own)) {
    const found = named(item, name)
    if (found) return found
  }
  return null
}

/** A copy of a definition in which the element with this name was changed. */
export function edited(definition: Json, name: string, change: (element: Mutable) => void): Json {
  // Through text: parts that a definition shares become parts of their own.
  const copy = JSON.parse(JSON.stringify(definition)) as Json
  const element = named(copy, name)
  if (!element) throw new Error(`there is no ${name}`)
  change(element)
  return copy
}

/** A list in an element, to be changed in place. */
export function listIn(element: Mutable, property: string): Mutable[] {
  return element[property] as Mutable[]
}

import type { Json } from '@klankbord/model'
import { ELEMENT_PROPERTIES } from './profile.ts'
import { isObject } from './snapshot.ts'

/** How much stands in a list of pages, counted before it is read. */
export interface Size {
  /** Those inside a paneldynamic too, and whatever has no known type. */
  readonly questions: number
  readonly notes: number
  readonly panels: number
}

const NOTHING: Size = { questions: 0, notes: 0, panels: 0 }

/** Counts what stands in pages, whatever their form. */
export function sizeOf(pages: readonly Json[]): Size {
  return sum(pages.map((page) => sizeInside(page, 'elements')))
}

function sizeInside(group: Json, property: string): Size {
  const elements = isObject(group) ? group[property] : undefined
  return Array.isArray(elements) ? sum(elements.map((element: Json) => sizeOfElement(element))) : NOTHING
}

function sizeOfElement(element: Json): Size {
  const type = isObject(element) ? element['type'] : undefined
  if (type === 'panel' || isTakenForPanel(element))
    return sum([{ ...NOTHING, panels: 1 }, sizeInside(element, 'elements')])
  if (type === 'html' || type === 'expression') return { ...NOTHING, notes: 1 }
  return sum([{ ...NOTHING, questions: 1 }, sizeInside(element, 'templateElements')])
}

/** An unknown type with elements in it is read as a panel, after it was reported. */
const isTakenForPanel = (element: Json): boolean =>
  isObject(element) &&
  Array.isArray(element['elements']) &&
  !(typeof element['type'] === 'string' && Object.hasOwn(ELEMENT_PROPERTIES, element['type']))

const sum = (sizes: readonly Size[]): Size => ({
  questions: sizes.reduce((total, size) => total + size.questions, 0),
  notes: sizes.reduce((total, size) => total + size.notes, 0),
  panels: sizes.reduce((total, size) => total + size.panels, 0),
})

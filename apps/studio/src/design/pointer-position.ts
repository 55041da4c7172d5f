import {
  childOf,
  isContainer,
  keysOf,
  keyText,
  rootOf,
  stringAt,
  treeOf,
  type JsonNode,
  type Target,
} from './json-tree.ts'

/** A stretch of a text, in UTF-16 units: `from` inclusive, `to` exclusive. */
export interface TextRange {
  readonly from: number
  readonly to: number
}

/**
 * Where to mark a JSON pointer (RFC 6901) in a text. A plain value is marked itself; an object or list by
 * its key, or in a list by its first property, so that never half the page is underlined. A pointer that
 * leads nowhere is marked at the deepest place that exists. Text that is no JSON is read as far as it goes.
 *
 * @example rangeOfPointer('{"pages":[{"name":"p1"}]}', '/pages/0/name') // { from: 18, to: 22 }
 */
export function rangeOfPointer(text: string, pointer: string): TextRange {
  const root = rootOf(text)
  if (root === null) return { from: 0, to: Math.min(1, text.length) }
  return markOf(text, targetOf(text, root, pointer))
}

/**
 * The key of the property that a pointer names, quotes included, or null when the pointer leads elsewhere.
 *
 * @example rangeOfKey('{"titel":"Zorg"}', '/titel') // { from: 1, to: 8 }
 */
export function rangeOfKey(text: string, pointer: string): TextRange | null {
  const root = rootOf(text)
  if (root === null || pointer === '') return null
  const parent = pointer.slice(0, pointer.lastIndexOf('/'))
  const { value } = targetOf(text, root, parent)
  const property = value === null ? null : childOf(text, value, keysOf(pointer).at(-1) ?? '')
  return property?.key === null || property?.key === undefined ? null : rangeOf(property.key)
}

/**
 * The text value that a pointer names, quotes included, or null when there is none or it is no text.
 *
 * @example rangeOfText('{"type":"ratng"}', '/type') // { from: 8, to: 15 }
 */
export function rangeOfText(text: string, pointer: string): TextRange | null {
  let value = rootOf(text)
  for (const key of keysOf(pointer)) value = value === null ? null : (childOf(text, value, key)?.value ?? null)
  return value?.name === 'String' ? rangeOf(value) : null
}

/** Where a text stops being JSON, or null when it is JSON throughout. */
export function rangeOfSyntaxError(text: string): TextRange | null {
  let found: TextRange | null = null
  treeOf(text).iterate({
    enter: (node) => {
      if (node.type.isError) found ??= visible(text, node.from, node.to)
      return found === null
    },
  })
  return found
}

/**
 * Where the object with this `name` begins to say so: the value of its `name` property, or null.
 *
 * @example rangeOfName('{"elements":[{"name":"q1"}]}', 'q1') // { from: 21, to: 25 }
 */
export function rangeOfName(text: string, name: string): TextRange | null {
  let found: TextRange | null = null
  treeOf(text).iterate({
    enter: ({ node }) => {
      if (found === null && node.name === 'Property' && keyText(text, node) === 'name') {
        const value = node.lastChild
        if (value?.name === 'String' && stringAt(text, value) === name) found = rangeOf(value)
      }
      return found === null
    },
  })
  return found
}

function targetOf(text: string, root: JsonNode, pointer: string): Target {
  let target: Target = { value: root, key: null }
  for (const key of keysOf(pointer)) {
    const next = target.value === null ? null : childOf(text, target.value, key)
    if (next === null) return target
    target = next
  }
  return target
}

function markOf(text: string, { value, key }: Target): TextRange {
  if (value !== null && !isContainer(value)) return rangeOf(value)
  if (key !== null) return rangeOf(key)
  if (value === null) return visible(text, 0, 0)
  const first = value.parent?.name === 'Array' ? value.getChild('Property') : null
  if (first === null) return { from: value.from, to: value.from + 1 }
  const held = first.lastChild
  return held !== null && isContainer(held) && first.firstChild !== null ? rangeOf(first.firstChild) : rangeOf(first)
}

function visible(text: string, from: number, to: number): TextRange {
  if (to > from) return { from, to }
  return from < text.length ? { from, to: from + 1 } : { from: Math.max(0, from - 1), to: from }
}

function rangeOf(node: JsonNode): TextRange {
  return { from: node.from, to: node.to }
}

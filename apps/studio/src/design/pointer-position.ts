import { jsonLanguage } from '@codemirror/lang-json'

/** A stretch of a text, in UTF-16 units: `from` inclusive, `to` exclusive. */
export interface TextRange {
  readonly from: number
  readonly to: number
}

type Tree = ReturnType<typeof jsonLanguage.parser.parse>
type Node = Tree['topNode']

/** What a pointer leads to: a value, and the key it stands under when it is a property. */
interface Target {
  readonly value: Node | null
  readonly key: Node | null
}

/**
 * Where to mark a JSON pointer (RFC 6901) in a text. A plain value is marked itself; an object or list by
 * its key, or in a list by its first property, so that never half the page is underlined. A pointer that
 * leads nowhere is marked at the deepest place that exists. Text that is no JSON is read as far as it goes.
 *
 * @example rangeOfPointer('{"pages":[{"name":"p1"}]}', '/pages/0/name') // { from: 18, to: 22 }
 */
export function rangeOfPointer(text: string, pointer: string): TextRange {
  const root = jsonLanguage.parser.parse(text).topNode.firstChild
  if (root === null) return { from: 0, to: Math.min(1, text.length) }
  return markOf(text, targetOf(text, root, pointer))
}

/**
 * The key of the property that a pointer names, quotes included, or null when the pointer leads elsewhere.
 *
 * @example rangeOfKey('{"titel":"Zorg"}', '/titel') // { from: 1, to: 8 }
 */
export function rangeOfKey(text: string, pointer: string): TextRange | null {
  const root = jsonLanguage.parser.parse(text).topNode.firstChild
  if (root === null || pointer === '') return null
  const parent = pointer.slice(0, pointer.lastIndexOf('/'))
  const { value } = targetOf(text, root, parent)
  const property = value === null ? null : childOf(text, value, keysOf(pointer).at(-1) ?? '')
  return property?.key === null || property?.key === undefined ? null : rangeOf(property.key)
}

/** Where a text stops being JSON, or null when it is JSON throughout. */
export function rangeOfSyntaxError(text: string): TextRange | null {
  let found: TextRange | null = null
  jsonLanguage.parser.parse(text).iterate({
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
  jsonLanguage.parser.parse(text).iterate({
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

function targetOf(text: string, root: Node, pointer: string): Target {
  let target: Target = { value: root, key: null }
  for (const key of keysOf(pointer)) {
    const next = target.value === null ? null : childOf(text, target.value, key)
    if (next === null) return target
    target = next
  }
  return target
}

function keysOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function childOf(text: string, parent: Node, key: string): Target | null {
  if (parent.name === 'Object') {
    // The last one of a repeated key is the one that JSON keeps.
    const property = parent.getChildren('Property').findLast((one) => keyText(text, one) === key)
    return property === undefined ? null : { value: valueOf(property), key: property.firstChild }
  }
  if (parent.name === 'Array' && /^\d+$/.test(key)) {
    const value = childrenOf(parent).filter(isValue)[Number(key)]
    return value === undefined ? null : { value, key: null }
  }
  return null
}

function markOf(text: string, { value, key }: Target): TextRange {
  if (value !== null && !isContainer(value)) return rangeOf(value)
  if (key !== null) return rangeOf(key)
  if (value === null) return visible(text, 0, 0)
  const first = value.getChild('Property')
  return first === null ? { from: value.from, to: value.from + 1 } : { from: first.from, to: first.to }
}

function visible(text: string, from: number, to: number): TextRange {
  if (to > from) return { from, to }
  return from < text.length ? { from, to: from + 1 } : { from: Math.max(0, from - 1), to: from }
}

function keyText(text: string, property: Node): string | null {
  const key = property.firstChild
  return key?.name === 'PropertyName' ? stringAt(text, key) : null
}

function valueOf(property: Node): Node | null {
  const last = property.lastChild
  return last !== null && isValue(last) ? last : null
}

function childrenOf(node: Node): readonly Node[] {
  const children: Node[] = []
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child)
  return children
}

function isValue(node: Node): boolean {
  return ['True', 'False', 'Null', 'Number', 'String', 'Object', 'Array'].includes(node.name)
}

function isContainer(node: Node): boolean {
  return node.name === 'Object' || node.name === 'Array'
}

function rangeOf(node: Node): TextRange {
  return { from: node.from, to: node.to }
}

function stringAt(text: string, node: Node): string | null {
  const source = text.slice(node.from, node.to)
  try {
    const value: unknown = JSON.parse(source)
    return typeof value === 'string' ? value : null
  } catch {
    // An unfinished string while somebody types has no value yet.
    return null
  }
}

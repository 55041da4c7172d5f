import { jsonLanguage } from '@codemirror/lang-json'

type Tree = ReturnType<typeof jsonLanguage.parser.parse>

/** A node of the syntax tree of a JSON text. */
export type JsonNode = Tree['topNode']

/** What a pointer leads to: a value, and the key it stands under when it is a property. */
export interface Target {
  readonly value: JsonNode | null
  readonly key: JsonNode | null
}

let latest: { readonly text: string; readonly tree: Tree } | null = null

/** The syntax tree of a text, also of one that is no JSON yet. The latest one is kept: many findings ask for it. */
export function treeOf(text: string): Tree {
  if (latest?.text !== text) latest = { text, tree: jsonLanguage.parser.parse(text) }
  return latest.tree
}

/** The outermost value, or null for a text without one. */
export function rootOf(text: string): JsonNode | null {
  return treeOf(text).topNode.firstChild
}

/** The keys of a JSON pointer. @example keysOf('/a~1b/0') // ['a/b', '0'] */
export function keysOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The property or item of an object or list, or null. */
export function childOf(text: string, parent: JsonNode, key: string): Target | null {
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

/** The name of a property as it is meant, without quotes and escapes. */
export function keyText(text: string, property: JsonNode): string | null {
  const key = property.firstChild
  return key?.name === 'PropertyName' ? stringAt(text, key) : null
}

function valueOf(property: JsonNode): JsonNode | null {
  const last = property.lastChild
  return last !== null && isValue(last) ? last : null
}

function childrenOf(node: JsonNode): readonly JsonNode[] {
  const children: JsonNode[] = []
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child)
  return children
}

function isValue(node: JsonNode): boolean {
  return ['True', 'False', 'Null', 'Number', 'String', 'Object', 'Array'].includes(node.name)
}

/** Whether a value holds others. */
export function isContainer(node: JsonNode): boolean {
  return node.name === 'Object' || node.name === 'Array'
}

/** A text value as it is meant. Null for another value, or one that is not finished. */
export function stringAt(text: string, node: JsonNode): string | null {
  const source = text.slice(node.from, node.to)
  try {
    const value: unknown = JSON.parse(source)
    return typeof value === 'string' ? value : null
  } catch {
    // An unfinished string while somebody types has no value yet.
    return null
  }
}

import type { Json } from '@klankbord/model'
import { childOf, isContainer, keysOf, rootOf, type JsonNode } from './json-tree.ts'

/** What is one step further in. */
const STEP = '  '

/**
 * A JSON text with another value at a pointer; everything around it stays as its author wrote it. A property that is not
 * there yet comes last, and an item of a list goes before the one that has its place. A pointer into what is not there
 * changes nothing.
 *
 * @param value undefined takes away what stands there
 * @example changedJson('{"title":"Zorg"}', '/locale', 'nl') // '{"title":"Zorg", "locale": "nl"}'
 */
export function changedJson(text: string, pointer: string, value: Json | undefined): string {
  const key = keysOf(pointer).at(-1)
  const parent = nodeAt(text, pointer.slice(0, pointer.lastIndexOf('/')))
  if (key === undefined || parent === null || !isContainer(parent)) return text
  const members = membersOf(parent)
  const known = childOf(text, parent, key)
  const start = (known?.key ?? known?.value)?.from
  const at = members.findIndex(({ from }) => from === start)
  if (value === undefined) return at === -1 ? text : without(text, members, at)
  if (parent.name === 'Object' && known?.value) {
    const { from, to } = known.value
    return text.slice(0, from) + written(value, lineIndent(text, from)) + text.slice(to)
  }
  const place = at === -1 ? members.length : at
  const label = parent.name === 'Object' ? `${JSON.stringify(key)}: ` : ''
  return inserted(text, parent, members, place, (indent) => label + written(value, indent))
}

function nodeAt(text: string, pointer: string): JsonNode | null {
  let node = rootOf(text)
  for (const key of keysOf(pointer)) node = node === null ? null : (childOf(text, node, key)?.value ?? null)
  return node
}

/** Properties of an object, or values of a list. */
function membersOf(parent: JsonNode): readonly JsonNode[] {
  const members: JsonNode[] = []
  for (let child = parent.firstChild; child !== null; child = child.nextSibling)
    if (/^[A-Z]/.test(child.name)) members.push(child)
  return members
}

/** A comma goes with the member: the one behind it, or behind the last the one before. */
function without(text: string, members: readonly JsonNode[], place: number): string {
  const [member, next, before] = [members[place], members[place + 1], members[place - 1]]
  if (member === undefined) return text
  const [from, to] = next !== undefined ? [member.from, next.from] : [before?.to ?? member.from, member.to]
  const rest = text.slice(0, from) + text.slice(to)
  return members.length > 1 ? rest : rest.slice(0, from).trimEnd() + rest.slice(from).trimStart()
}

function inserted(
  text: string,
  parent: JsonNode,
  members: readonly JsonNode[],
  place: number,
  write: (indent: string) => string,
): string {
  const [next, last] = [members[place], members.at(-1)]
  if (next !== undefined) {
    const { gap, indent } = spacing(text, parent, next)
    return `${text.slice(0, next.from)}${write(indent)},${gap}${text.slice(next.from)}`
  }
  if (last !== undefined) {
    const { gap, indent } = spacing(text, parent, last)
    return `${text.slice(0, last.to)},${gap}${write(indent)}${text.slice(last.to)}`
  }
  const outer = lineIndent(text, parent.from)
  const indent = outer + STEP
  return `${text.slice(0, parent.from + 1)}\n${indent}${write(indent)}\n${outer}${text.slice(parent.to - 1)}`
}

/** What stands between two members: a line each where the author writes so, else a space. */
function spacing(text: string, parent: JsonNode, member: JsonNode): { readonly gap: string; readonly indent: string } {
  const indent = lineIndent(text, member.from)
  const onLines = text.slice(parent.from, member.from).includes('\n')
  return onLines ? { gap: `\n${indent}`, indent } : { gap: ' ', indent }
}

/** The white space that the line of this position begins with. */
function lineIndent(text: string, position: number): string {
  const start = text.lastIndexOf('\n', position - 1) + 1
  return /^[ \t]*/.exec(text.slice(start, position))?.[0] ?? ''
}

function written(value: Json, indent: string): string {
  return JSON.stringify(value, null, STEP).replaceAll('\n', `\n${indent}`)
}

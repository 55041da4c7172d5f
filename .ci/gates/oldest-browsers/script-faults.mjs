import { parse } from 'acorn'
import { full, fullAncestor } from 'acorn-walk'
import { COMPAT, OLDEST, fault, featureAt, lackedBy } from './support.mjs'
import { patternFaults } from './pattern-faults.mjs'

/** Things that stand under a name of their own everywhere, and what they are. */
const INSTANCES = {
  caches: 'CacheStorage',
  crypto: 'Crypto',
  document: 'Document',
  history: 'History',
  indexedDB: 'IDBFactory',
  localStorage: 'Storage',
  location: 'Location',
  navigator: 'Navigator',
  performance: 'Performance',
  sessionStorage: 'Storage',
  speechSynthesis: 'SpeechSynthesis',
}
const EVERYTHING = new Set(['window', 'self', 'globalThis'])
/** Newer than 2019 though the parser has to take it, because `import()` came with it. */
const NEWER_SYNTAX = {
  LogicalExpression: ({ operator }) => operator === '??' && 'nullish coalescing',
  ChainExpression: () => 'optional chaining',
  Literal: ({ bigint }) => bigint !== undefined && 'a big integer',
  ExportAllDeclaration: ({ exported }) => exported !== null && 'a named export of everything',
}

/**
 * What a script holds that one of the oldest browsers does not know. Methods of values are looked up by their name alone:
 * one is a fault when nothing that has it is old enough, whatever stands before the point.
 *
 * @param sourceType 'module', or 'script' for what stands in a page
 * @returns {{ key: string, sentence: string }[]}
 */
export function scriptFaults(code, place, sourceType = 'module') {
  let program
  try {
    program = parse(code, { ecmaVersion: 2020, sourceType })
  } catch (error) {
    return [fault(`javascript.syntax (${error.message})`, OLDEST, place)]
  }
  const declared = namesDeclared(program)
  const faults = []
  full(program, (node) => {
    const syntax = NEWER_SYNTAX[node.type]?.(node)
    if (syntax) faults.push(fault(`javascript.syntax (${syntax})`, OLDEST, place))
    faults.push(...patternFaults(node, code, place))
    if (node.type === 'ObjectPattern') faults.push(...node.properties.flatMap((one) => patternKeyFaults(one, place)))
  })
  fullAncestor(program, (node, _state, ancestors) => {
    if (node.type === 'MemberExpression') faults.push(...memberFaults(node, declared, place))
    if (node.type === 'Identifier') faults.push(...globalFaults(node, ancestors, declared, place))
  })
  return once(faults)
}

function namesDeclared(program) {
  const names = new Set()
  const take = (pattern) => {
    if (pattern === null || pattern === undefined) return
    if (pattern.type === 'Identifier') names.add(pattern.name)
    if (pattern.type === 'ObjectPattern') pattern.properties.forEach((one) => take(one.value ?? one.argument))
    if (pattern.type === 'ArrayPattern') pattern.elements.forEach(take)
    if (pattern.type === 'AssignmentPattern') take(pattern.left)
    if (pattern.type === 'RestElement') take(pattern.argument)
  }
  full(program, (node) => {
    if (node.type === 'VariableDeclarator' || /^(Function|Class)/.test(node.type)) take(node.id)
    if (/Function/.test(node.type)) node.params.forEach(take)
    if (node.type === 'CatchClause') take(node.param)
    if (/^Import.*Specifier$/.test(node.type)) take(node.local)
  })
  return names
}

function globalFaults(node, ancestors, declared, place) {
  const parent = ancestors[ancestors.length - 2]
  // Asking whether something is there is what one does about it.
  if (declared.has(node.name) || (parent?.type === 'UnaryExpression' && parent.operator === 'typeof')) return []
  return pathFaults(globalPath(node.name), place)
}

function globalPath(name) {
  return [
    ['javascript', 'builtins', name],
    ['api', name],
    ['api', 'Window', name],
    ['api', 'WorkerGlobalScope', name],
    ['api', 'ServiceWorkerGlobalScope', name],
  ].find((path) => featureAt(...path) !== null)
}

function memberFaults({ object, property, computed }, declared, place) {
  const name = computed ? (property.type === 'Literal' ? property.value : null) : property.name
  if (typeof name !== 'string') return []
  if (object.type === 'Identifier' && !declared.has(object.name)) {
    if (EVERYTHING.has(object.name)) return pathFaults(globalPath(name), place)
    const family = INSTANCES[object.name] ?? object.name
    const own = [
      ['javascript', 'builtins', family, name],
      ['api', family, name],
      ['api', family, `${name}_static`],
    ].find((path) => featureAt(...path) !== null)
    if (own !== undefined) return pathFaults(own, place)
  }
  return nameFaults(name, place)
}

function patternKeyFaults(property, place) {
  return property.type === 'Property' && !property.computed && property.key.type === 'Identifier'
    ? nameFaults(property.key.name, place)
    : []
}

function nameFaults(name, place) {
  const paths = MEMBERS.get(name) ?? []
  const isOld = paths.some((path) => lackedBy(featureAt(...path)).length === 0)
  return paths.length === 0 || isOld ? [] : pathFaults(paths[0], place)
}

function pathFaults(path, place) {
  if (path === undefined) return []
  const lacking = lackedBy(featureAt(...path))
  return lacking.length === 0 ? [] : [fault(path.join('.'), lacking, place)]
}

/** What pages have to do with: so many other things of browsers have members that any name would be one of them. */
const OF_PAGES =
  /^(Window|Document|Element|HTML(?!Dialog|Link|Area|Map|Frame)\w*|Node|NodeList|Event|EventTarget|SubmitEvent|KeyboardEvent|FormData|URL|URLSearchParams|Storage|StorageManager|Headers|Request|Response|Navigator|Clipboard|ServiceWorker\w*|ExtendableEvent|FetchEvent|Client|Clients|Cache|CacheStorage|IDB\w+|History|Location|MediaQueryList|DOMTokenList|DOMRect|Speech\w+|AbortController|AbortSignal|BroadcastChannel|Lock|LockManager|CSSStyleDeclaration|Range|Selection|Crypto|SubtleCrypto|Performance|MutationObserver|IntersectionObserver\w*|ResizeObserver\w*)$/
/** Functions of these are called on them by name, and are looked up so; values have none of them. */
const NAMESPACES = new Set([
  'Atomics',
  'AsyncDisposableStack',
  'DisposableStack',
  'Intl',
  'JSON',
  'Math',
  'Promise',
  'Reflect',
  'Symbol',
])

/** Everything that values of any kind have, by its name. */
const MEMBERS = membersOf()

function membersOf() {
  const members = new Map()
  for (const family of [['javascript', 'builtins'], ['api']]) {
    const things = family.reduce((place, part) => place[part], COMPAT)
    for (const [thing, features] of Object.entries(things)) {
      if (family[0] === 'api' ? !OF_PAGES.test(thing) : NAMESPACES.has(thing)) continue
      for (const name of Object.keys(features)) {
        if (name === '__compat' || name.endsWith('_static')) continue
        const path = [...family, thing, name]
        if (featureAt(...path) !== null) members.set(name, [...(members.get(name) ?? []), path])
      }
    }
  }
  return members
}

function once(faults) {
  return [...new Map(faults.map((one) => [one.sentence, one])).values()]
}

import postcss from 'postcss'
import { OLDEST, fault, featureAt, lackedBy, prefixesOf } from './support.mjs'

const UNITS = new Set([
  '',
  '%',
  'px',
  'pt',
  'mm',
  'cm',
  'in',
  'em',
  'rem',
  'ex',
  'ch',
  'fr',
  's',
  'ms',
  'deg',
  'turn',
  'vw',
  'vh',
  'dppx',
])
/** Known to all of them, and nowhere in the data under a name of its own. */
const PLAIN_FUNCTIONS = new Set([
  'var',
  'url',
  'rgb',
  'rgba',
  'hsl',
  'hsla',
  'attr',
  'counter',
  'calc',
  'minmax',
  'repeat',
])
const FUNCTIONS_OF = [
  'basic-shape',
  'transform-function',
  'gradient',
  'color',
  'easing-function',
  'filter-function',
  'image',
]
/** Stands in a condition that exactly the browsers without gaps in flexible boxes read. */
const WITHOUT_GAPS = 'not (inset:0)'

/**
 * What a style holds that one of the oldest browsers does not know and that has nothing beside it for them.
 *
 * @returns {{ key: string, sentence: string }[]}
 */
export function cssFaults(css, place) {
  const faults = []
  const root = postcss.parse(css)
  root.walk((node) => {
    const readers = readersOf(node)
    if (readers.length === 0) return
    if (node.type === 'atrule') faults.push(...atRuleFaults(node, readers, place))
    if (node.type === 'rule') faults.push(...selectorFaults(node, readers, place), ...gapFaults(node, place))
    if (node.type === 'decl') faults.push(...declarationFaults(node, readers, place))
  })
  return faults
}

/** How many declarations were looked at. */
export function declarationsIn(css) {
  let count = 0
  postcss.parse(css).walkDecls(() => (count += 1))
  return count
}

/** Browsers that read what stands under these conditions: the others pass over it. */
function readersOf(node) {
  let readers = OLDEST
  for (let above = node.parent; above && above.type !== 'root'; above = above.parent) {
    if (above.type !== 'atrule') continue
    if (above.name === 'supports' && !above.params.startsWith('not')) return []
    if (above.name === 'media') {
      for (const feature of mediaFeatures(above.params)) {
        const lacking = new Set(lackedBy(feature.found ?? { __compat: { support: {} } }))
        readers = readers.filter((browser) => !lacking.has(browser))
      }
    }
  }
  return readers
}

function mediaFeatures(params) {
  return [...params.matchAll(/\(\s*([a-z-]+)/g)].map(([, name]) => ({
    name,
    found: featureAt('css', 'at-rules', 'media', name.replace(/^(min|max)-/, '')),
  }))
}

function atRuleFaults(node, readers, place) {
  if (node.name === 'media') {
    const newer = mediaFeatures(node.params).flatMap(({ name, found }) =>
      found === null
        ? [fault(`css.at-rules.media.${name}`, readers, place)]
        : missing(`css.at-rules.media.${name}`, found, readers, place),
    )
    return /[<>]/.test(node.params) ? [...newer, fault('css.at-rules.media.range_syntax', readers, place)] : newer
  }
  const found = featureAt('css', 'at-rules', node.name)
  return found === null
    ? [fault(`css.at-rules.${node.name}`, readers, place)]
    : missing(`css.at-rules.${node.name}`, found, readers, place)
}

/** One selector that a browser does not know takes all that stand in a list with it along. */
function selectorFaults(rule, readers, place) {
  const nested = rule.parent.type === 'rule' ? [fault('css.selectors.nesting', readers, place)] : []
  const names = [...rule.selector.replace(/\[[^\]]*\]/g, '').matchAll(/::?([a-z-]+)/g)].map(([, name]) => name)
  const faults = names.flatMap((name) => {
    if (/^-(webkit|moz|ms)-/.test(name))
      return rule.selectors.length > 1 ? [fault(`css.selectors.${name} in a list`, readers, place)] : []
    const found = featureAt('css', 'selectors', name)
    const lacking = found === null ? readers : lackedBy(found, readers)
    if (lacking.length === 0) return []
    // What is lost differs from rule to rule, so each is named.
    const key =
      rule.selectors.length > 1 ? `css.selectors.${name} in a list` : `css.selectors.${name} in ${rule.selector}`
    return [fault(key, lacking, place)]
  })
  return [...nested, ...faults]
}

/** The items of a flexible box stay together where it has gaps, unless margins follow for who knows none. */
function gapFaults(rule, place) {
  const gap = rule.nodes.find((node) => node.type === 'decl' && /^(row-|column-)?gap$/.test(node.prop))
  const isGrid = rule.nodes.some(
    ({ prop = '', value }) => (prop === 'display' && value === 'grid') || prop.startsWith('grid-'),
  )
  if (!gap || isGrid) return []
  const next = rule.next()
  const beside =
    next?.type === 'atrule' && next.name === 'supports' && next.params.replace(/:\s+/g, ':') === WITHOUT_GAPS
  const items = rule.selectors.map((one) => `${one}>*`).join(',')
  const isHeld = beside && next.nodes.some((one) => one.selector === items && /margin-(left|top)/.test(one.toString()))
  return isHeld ? [] : [fault('css.properties.gap.flex_context', OLDEST, `${place}, ${rule.selector}`)]
}

function declarationFaults(decl, readers, place) {
  const at = `${place}, ${decl.parent.selector}`
  const values = valueFaults(decl, readers, at)
  if (decl.prop.startsWith('--') || /^-(webkit|moz)-/.test(decl.prop)) return values
  const path = ['css', 'properties', decl.prop]
  const found = featureAt(...path)
  if (found === null) return [fault(path.join('.'), readers, at)]
  const lacking = lackedBy(found, readers)
  const prefixes = prefixesOf(found, lacking)
  const bare = lacking.filter((_, index) => !hasBefore(decl, ({ prop }) => prop === `${prefixes[index]}${decl.prop}`))
  return [...(bare.length > 0 ? [fault(path.join('.'), bare, at)] : []), ...values]
}

function valueFaults(decl, readers, at) {
  const value = decl.value.replace(/"[^"]*"|'[^']*'|url\([^)]*\)/g, '')
  const faults = []
  for (const [, name] of value.matchAll(/([a-z-]+)\(/g)) faults.push(...functionFaults(decl, name, readers, at))
  for (const [, unit] of value.matchAll(/(?<![#\w-])\d*\.?\d+([a-z]+|%)?(?![\w-])/g)) {
    if (!UNITS.has(unit ?? '')) faults.push(fault(`css.types.length.${unit}`, readers, at))
  }
  for (const [word] of value.replace(/[a-z-]+\([^()]*\)/g, '').matchAll(/(?<![\w.#-])[a-z][a-z-]*(?![\w(-])/g)) {
    faults.push(...wordFaults(decl, word, readers, at))
  }
  return faults
}

function functionFaults(decl, name, readers, at) {
  if (PLAIN_FUNCTIONS.has(name)) return []
  const paths = [
    ['css', 'types', name],
    ...FUNCTIONS_OF.map((group) => ['css', 'types', group, name]),
    ['css', 'properties', decl.prop, `${name}_function`],
  ]
  const path = paths.find((one) => featureAt(...one) !== null)
  if (path === undefined) return [fault(`css.types.${name}`, readers, at)]
  return unlessBefore(decl, path, name, readers, at)
}

function wordFaults(decl, word, readers, at) {
  const inFlex = decl.parent.nodes.some(({ prop, value }) => prop === 'display' && /flex/.test(value ?? ''))
  const paths = [
    ['css', 'properties', decl.prop, word],
    ...(inFlex ? [['css', 'properties', decl.prop, 'context_flex', `${word}_in_flex`]] : []),
    ['css', 'types', 'color', 'system-color', word],
  ]
  return paths
    .filter((path) => featureAt(...path) !== null)
    .flatMap((path) => unlessBefore(decl, path, word, readers, at))
}

/** A value is no fault where the same rule gives the property another before it, by an older name or without it. */
function unlessBefore(decl, path, word, readers, at) {
  const feature = featureAt(...path)
  const lacking = lackedBy(feature, readers)
  const prefixes = prefixesOf(feature, lacking)
  const bare = lacking.filter((_, index) => {
    const older = (value) =>
      !new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(value) || value === `${prefixes[index]}${word}`
    return !hasBefore(decl, ({ prop, value }) => prop === decl.prop && older(value))
  })
  return bare.length === 0 ? [] : [fault(path.join('.'), bare, at)]
}

function hasBefore(decl, test) {
  const { nodes } = decl.parent
  return nodes.slice(0, nodes.indexOf(decl)).some((node) => node.type === 'decl' && test(node))
}

function missing(key, feature, readers, place) {
  const lacking = lackedBy(feature, readers)
  return lacking.length === 0 ? [] : [fault(key, lacking, place)]
}

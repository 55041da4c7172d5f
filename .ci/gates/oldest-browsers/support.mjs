import { createRequire } from 'node:module'

/** Compatibility of browsers as Mozilla keeps it: JSON of 20 MB, which `import` would want an attribute for. */
export const COMPAT = createRequire(import.meta.url)('@mdn/browser-compat-data')

/** The oldest browsers that respondents may have; README.md names them too. */
export const OLDEST = [
  { browser: 'safari_ios', version: '12', name: 'iOS Safari 12' },
  { browser: 'chrome_android', version: '70', name: 'Chrome 70' },
  { browser: 'chrome', version: '70', name: 'Chrome 70' },
  { browser: 'firefox', version: '68', name: 'Firefox 68' },
  { browser: 'firefox_android', version: '68', name: 'Firefox 68' },
]

/** Which of these browsers do not know a feature; it has a statement of its own in the data. */
export function lackedBy(feature, browsers = OLDEST) {
  return browsers.filter((browser) => !statements(feature, browser).some((one) => knows(one, browser)))
}

/** Which of these browsers know a feature under an older name only, with the prefix of that name. */
export function prefixesOf(feature, browsers) {
  return browsers.map((browser) => {
    const old = statements(feature, browser).find((one) => one.prefix && isIn(one, browser) && !one.flags)
    return old?.prefix ?? null
  })
}

/** What lies under a path in the data, if it says who knows it. */
export function featureAt(...path) {
  let place = COMPAT
  for (const part of path) {
    if (place === undefined || !Object.hasOwn(place, part)) return null
    place = place[part]
  }
  return place?.__compat === undefined ? null : place
}

/** A fault in one form: what, and who does not know it. */
export function fault(key, browsers, place) {
  const names = [...new Set(browsers.map(({ name }) => name))].join(', ')
  return { key, sentence: `${place}: ${key} is unknown to ${names}` }
}

function statements(feature, { browser }) {
  const support = feature.__compat.support[browser]
  return support === undefined ? [] : [support].flat()
}

/** In part is not enough: what is missing may be what is used. */
function knows(statement, browser) {
  const otherwise =
    statement.prefix || statement.alternative_name || statement.flags || statement.partial_implementation
  return !otherwise && isIn(statement, browser)
}

function isIn({ version_added: added, version_removed: removed }, { version }) {
  return since(added, version) && !(typeof removed === 'string' && since(removed, version))
}

function since(added, version) {
  if (typeof added !== 'string' || added === 'preview') return false
  const [one, other] = [added.replace('≤', ''), version].map((text) => text.split('.').map(Number))
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return true
}

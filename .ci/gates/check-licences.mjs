const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
])

/**
 * The packages whose licence an MIT project cannot carry along.
 *
 * @param listing what `pnpm licenses list --json` prints: licence expression to packages
 * @returns {string[]} sentences
 */
export function licenceFaults(listing) {
  return Object.entries(listing)
    .filter(([expression]) => !isAllowed(expression))
    .flatMap(([expression, packages]) =>
      packages.map(({ name }) => `${name} has the licence ${expression}, which is not on the list`),
    )
}

/** An expression is allowed when one of its alternatives is, and all that it joins are. */
function isAllowed(expression) {
  const plain = expression.replace(/[()]/g, '')
  return plain.split(/ OR /i).some((choice) => choice.split(/ AND /i).every((part) => ALLOWED.has(part.trim())))
}

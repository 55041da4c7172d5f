/** The references write null for what is undefined; this package says why, in a record. */
export function plain(figure) {
  if (figure === null || typeof figure !== 'object') return figure
  if ('notComputed' in figure) return null
  if (Array.isArray(figure)) return figure.map(plain)
  return Object.fromEntries(Object.entries(figure).map(([key, value]) => [key, plain(value)]))
}

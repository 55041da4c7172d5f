/**
 * The column that a finding about an answer speaks of: the name of its variable. `/answers/care/quick` is a row,
 * `/answers/helpers/0/who` a question in the first panel, and `NAME-Comment` the words beside "other". Empty for a finding
 * about the answers as a whole.
 *
 * @example columnOfPath('/answers/helpers/0/who-Comment') // 'helpers__1__who__other'
 */
export function columnOfPath(path: string): string {
  const [question, ...parts] = path.split('/').slice(2)
  if (question === undefined) return ''
  const inPanel = parts.length > 1
  const names = parts.map((part, index) => (inPanel && index === 0 ? String(Number(part) + 1) : part))
  return [question, ...names].map((name) => name.replace(/-Comment$/, '__other')).join('__')
}

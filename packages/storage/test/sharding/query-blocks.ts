/** One query of a statement, without the queries within it: what stands in brackets of their own is judged on its own. */
export type QueryBlock = string

/**
 * Takes a statement apart into its queries: subqueries, the parts of a union and the steps of a `with`.
 *
 * @example queryBlocks('select a from b where c in (select d from e)') // ['select a from b where c in ( )', 'select d from e']
 */
export function queryBlocks(statement: string): readonly QueryBlock[] {
  const { own, inner } = apart(plain(statement))
  const parts = own.split(/\bunion all\b|\bunion\b|\bintersect\b|\bexcept\b/)
  return [...parts, ...inner.flatMap(queryBlocks)].map((part) => part.trim()).filter((part) => part !== '')
}

/** Small letters, no quotes round names, no texts, no remarks, single spaces. */
function plain(statement: string): string {
  return statement
    .replaceAll(/--[^\n]*/g, ' ')
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .replaceAll('"', '')
    .replaceAll(/\s+/g, ' ')
    .toLowerCase()
}

const QUERY = /^\s*(?:select|with|insert|update|delete|values)\b/

/** Queries in brackets, and the statement with nothing left in those brackets. Other brackets stay as they are. */
function apart(statement: string): { readonly own: string; readonly inner: readonly string[] } {
  const inner: string[] = []
  let own = ''
  for (let at = 0; at < statement.length; at += 1) {
    const end = statement[at] === '(' ? closing(statement, at) : -1
    const within = end === -1 ? '' : statement.slice(at + 1, end)
    if (QUERY.test(within)) {
      inner.push(within)
      own += '( )'
      at = end
    } else own += statement[at] ?? ''
  }
  return { own, inner }
}

function closing(statement: string, from: number): number {
  let depth = 0
  for (let at = from; at < statement.length; at += 1) {
    if (statement[at] === '(') depth += 1
    if (statement[at] === ')') depth -= 1
    if (depth === 0) return at
  }
  return -1
}

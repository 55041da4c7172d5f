import pg from 'pg'

/** A table as a backup takes it along. */
export interface SavedTable {
  /** As in "responses" or "contact.people". */
  readonly table: string
  /** Without those that the database computes. */
  readonly columns: readonly string[]
}

/** Tables of the migrator: what has been run stands at the beginning of a backup instead. */
const OF_MIGRATOR = ['kysely_migration', 'kysely_migration_lock']

/** Where tables of ours are, beside the usual schema. */
const OTHER_SCHEMAS = ['contact']

/** All tables, each after those that its rows refer to. System columns are not among the columns. */
export async function tablesInOrder(client: pg.Client): Promise<readonly SavedTable[]> {
  const found = await client.query<{ readonly name: string; readonly columns: string[]; readonly parents: string[] }>(
    `select ${nameOf('t', 's')} as name,
        array(select a.attname::text from pg_attribute a
          where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
          order by a.attnum) as columns,
        array(select ${nameOf('c', 'n')} from pg_constraint k join pg_class c on c.oid = k.confrelid
            join pg_namespace n on n.oid = c.relnamespace
          where k.conrelid = t.oid and k.contype = 'f' and c.oid <> t.oid) as parents
      from pg_class t join pg_namespace s on s.oid = t.relnamespace
      where t.relkind in ('r', 'p') and not t.relispartition
        and (s.nspname = current_schema() and t.relname <> all ($1) or s.nspname = any ($2))
      order by 1`,
    [OF_MIGRATOR, OTHER_SCHEMAS],
  )
  const placed = new Set<string>()
  const ordered: SavedTable[] = []
  let waiting = found.rows
  while (waiting.length > 0) {
    const ready = waiting.filter(({ parents }) => parents.every((parent) => placed.has(parent)))
    // Tables that refer to each other in a ring could not be loaded in any order.
    if (ready.length === 0) throw new Error(`tables refer to each other in a ring: ${waiting[0]?.name ?? ''}`)
    for (const { name, columns } of ready) {
      placed.add(name)
      ordered.push({ table: name, columns })
    }
    waiting = waiting.filter(({ name }) => !placed.has(name))
  }
  return ordered
}

const nameOf = (table: string, schema: string): string =>
  `case when ${schema}.nspname = current_schema() then '' else ${schema}.nspname || '.' end || ${table}.relname`

/** The name of a table as a statement has it. @example quoted('contact.people') // '"contact"."people"' */
export function quoted(table: string): string {
  return table
    .split('.')
    .map((part) => pg.escapeIdentifier(part))
    .join('.')
}

/** The first table with a row in it, or null. */
export async function firstFilledTable(client: pg.Client, tables: readonly string[]): Promise<string | null> {
  for (const table of tables) {
    const { rowCount } = await client.query(`select from ${quoted(table)} limit 1`)
    if (rowCount !== 0) return table
  }
  return null
}

/** Columns as a statement names them. */
export function columnList(columns: readonly string[]): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(', ')
}

import pg from 'pg'

/** A table as a backup takes it along. */
export interface SavedTable {
  readonly table: string
  /** Without those that the database computes. */
  readonly columns: readonly string[]
}

/** Tables of the migrator: what has been run stands at the beginning of a backup instead. */
const OF_MIGRATOR = ['kysely_migration', 'kysely_migration_lock']

/** All tables of the schema, each after those that its rows refer to. System columns are not among the columns. */
export async function tablesInOrder(client: pg.Client): Promise<readonly SavedTable[]> {
  const found = await client.query<{ readonly name: string; readonly columns: string[]; readonly parents: string[] }>(
    `select c.relname::text as name,
        array(select a.attname::text from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
          order by a.attnum) as columns,
        array(select f.relname::text from pg_constraint k join pg_class f on f.oid = k.confrelid
          where k.conrelid = c.oid and k.contype = 'f' and f.oid <> c.oid) as parents
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = current_schema()
        and c.relname <> all ($1)
      order by c.relname`,
    [OF_MIGRATOR],
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

/** The first table with a row in it, or null. */
export async function firstFilledTable(client: pg.Client, tables: readonly string[]): Promise<string | null> {
  for (const table of tables) {
    const { rowCount } = await client.query(`select from ${pg.escapeIdentifier(table)} limit 1`)
    if (rowCount !== 0) return table
  }
  return null
}

/** Columns as a statement names them. */
export function columnList(columns: readonly string[]): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(', ')
}

import { DOUBLE, DuckDBDataChunk, DuckDBInstance, SMALLINT, type DuckDBPreparedStatement } from '@duckdb/node-api'
import type { MadeResponses } from './made-responses.ts'

/** The same responses in DuckDB: a table `t` with a smallint per variable and the weights as `weight`. */
export interface DuckTable {
  prepare(query: string): Promise<DuckDBPreparedStatement>
  close(): void
}

const CHUNK = 2048

/** In memory, with one thread. */
export async function duckTable({ dataset, weights }: MadeResponses): Promise<DuckTable> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  const columns = Object.entries(dataset.columns).map(([name, column]) => {
    if (column.type !== 'single') throw new Error(`column with codes expected: ${name}`)
    return { name, codes: column.codes }
  })
  await connection.run(`create table t (${columns.map(({ name }) => `${name} smallint`).join(', ')}, weight double)`)
  const appender = await connection.createAppender('t')
  for (let start = 0; start < dataset.rows; start += CHUNK) {
    const end = Math.min(start + CHUNK, dataset.rows)
    const chunk = DuckDBDataChunk.create([...columns.map(() => SMALLINT), DOUBLE], end - start)
    for (const [at, { codes }] of columns.entries()) chunk.setColumnValues(at, [...codes.subarray(start, end)])
    chunk.setColumnValues(columns.length, [...weights.subarray(start, end)])
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
  return {
    prepare: (query) => connection.prepare(query),
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

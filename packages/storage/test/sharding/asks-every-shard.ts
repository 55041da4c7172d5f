import { queryBlocks, type QueryBlock } from './query-blocks.ts'

/**
 * The queries of a statement that a database which is sharded by study would have to ask of every shard, or could not
 * answer at all: those in which a table of studies has no condition on `study_id` of its own.
 *
 * Every table in `from`, `join`, `using`, `update` and `delete from` needs one: an equality, or a place in the columns
 * that `using (…)` or a join shares. An `insert` needs the column.
 *
 * @param tables the tables that have a study in their key
 * @example asksEveryShard('select 1 from responses where id = $1', new Set(['responses'])) // [that query]
 */
export function asksEveryShard(statement: string, tables: ReadonlySet<string>): readonly QueryBlock[] {
  return queryBlocks(statement).filter((block) => {
    const { read, conditions } = readTables(block, tables)
    return read > conditions || insertsWithoutStudy(block, tables) || handlesWholeTable(block, tables)
  })
}

const NAME = String.raw`([a-z_]+(?:\.[a-z_]+)?)`
const CONDITION = /\bstudy_id (?:= |in \(|is not distinct from )|\busing \((?:[a-z_, ]*\b)?study_id\b/g

function readTables(
  block: QueryBlock,
  tables: ReadonlySet<string>,
): { readonly read: number; readonly conditions: number } {
  const named = [...block.matchAll(new RegExp(String.raw`\b(?:from|join|using|update(?: only)?|,) ${NAME}`, 'g'))]
  // A comma also stands between columns: only what follows a `from` lists tables.
  const read = named.filter(([text, name]) => tables.has(name ?? '') && (!text.startsWith(',') || listed(block, text)))
  // What a row must not be says nothing about where the others are.
  const asked = block.replaceAll(/\bnot \([^()]*\)/g, '')
  return { read: read.length, conditions: [...asked.matchAll(CONDITION)].length }
}

function listed(block: QueryBlock, item: string): boolean {
  const from = block.indexOf(' from ')
  return from !== -1 && block.indexOf(item) > from
}

function insertsWithoutStudy(block: QueryBlock, tables: ReadonlySet<string>): boolean {
  const inserted = new RegExp(String.raw`\binsert into ${NAME}(?: as [a-z_]+)? (\([^)]*\))?`).exec(block)
  if (inserted === null || !tables.has(inserted[1] ?? '')) return false
  // Whole rows have their study.
  if (inserted[2] === undefined && / select \* from /.test(block)) return false
  return !/\bstudy_id\b/.test(inserted[2] ?? '')
}

function handlesWholeTable(block: QueryBlock, tables: ReadonlySet<string>): boolean {
  const handled = /\b(?:truncate|lock table|vacuum \([a-z]+\)|vacuum|copy) (.*)/.exec(block)
  return handled !== null && (handled[1] ?? '').split(/[ ,(]+/).some((name) => tables.has(name))
}

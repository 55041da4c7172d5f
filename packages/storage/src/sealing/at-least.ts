import { sql, type RawBuilder } from 'kysely'

/** Fewer people than this are no group that anybody may read about. */
export const LEAST_GROUP = 10

/**
 * How many rows of a group fit a condition, rounded down to a multiple of the least group and never all of them: of a group
 * of one it is 0, and one person more or less is hardly ever seen, nor that everybody took part.
 *
 * @example atLeast(sql`state = 'used'`) // 30 for 38 of 120, 0 for 1 of 1, 10 for 20 of 20
 */
export function atLeast(condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(least(count(*) filter (where ${condition}), count(*) - 1)
    / ${sql.lit(LEAST_GROUP)} * ${sql.lit(LEAST_GROUP)})::integer`
}

import { sql, type RawBuilder } from 'kysely'

/** Fewer people than this are no group that anybody may read about. */
export const LEAST_GROUP = 10

/**
 * The steps in which a study reads counts of an anonymous wave: its own least group where that was raised. Never finer than
 * tens, since what is kept when a wave ends is in tens.
 */
export function stepOf(leastGroup: number): number {
  return Math.max(LEAST_GROUP, leastGroup)
}

/**
 * How many rows of a group fit a condition, rounded down to a multiple of a step and never all of them: of a group of one it
 * is 0, and one person more or less is hardly ever seen, nor that everybody took part.
 *
 * @example atLeast(sql`state = 'used'`) // 30 for 38 of 120, 0 for 1 of 1, 10 for 20 of 20
 */
export function atLeast(condition: RawBuilder<unknown>, step: number = LEAST_GROUP): RawBuilder<unknown> {
  return roundedDown(sql`least(count(*) filter (where ${condition}), count(*) - 1)`, step)
}

/** A count in the database, rounded down to a multiple of a step. */
export function roundedDown(count: RawBuilder<unknown>, step: number): RawBuilder<unknown> {
  return sql`(${count} / ${sql.lit(step)} * ${sql.lit(step)})::integer`
}

import type { Category } from '@klankbord/model'
import { LOWEST_CODE, type CountedVariable } from './layout-of.ts'

/** Above this code a cell per code would be mostly room for codes that nobody has. */
const CLOSE = 1023
/** Where codes begin that the codebook does not have: no layout has a cell for it. */
const NOWHERE = LOWEST_CODE - 1

/**
 * A variable with the same answers, whose codes are its places from 0 where they were far apart, like years or postcodes.
 * The labels stay with their places.
 */
export function withCloseCodes({ column, categories }: CountedVariable): CountedVariable {
  if (column.type !== 'single' || categories.every(({ code }) => code <= CLOSE)) return { column, categories }
  const substantive = categories.filter((category) => category.empty === undefined)
  const places = new Int16Array(1 << 16).fill(NOWHERE)
  for (let code = LOWEST_CODE; code < 0; code += 1) places[code & 0xffff] = code
  for (const [place, { code }] of substantive.entries()) places[code & 0xffff] = place
  return {
    column: { type: 'single', codes: column.codes.map((code) => places[code & 0xffff] ?? NOWHERE) },
    categories: substantive.map((category, code): Category => ({ ...category, code })),
  }
}

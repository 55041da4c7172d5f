/** Steps that the patterns of one questionnaire may still take together. Compiling takes from it. */
export interface PatternRoom {
  left: number
}

/** More than this many steps in one pattern, and each character of an answer would be looked at too often. */
export const MOST_STEPS = 2000

/** All patterns of a questionnaire go to every browser that asks it. */
export const MOST_STEPS_TOGETHER = 10_000

export function patternRoom(): PatternRoom {
  return { left: MOST_STEPS_TOGETHER }
}

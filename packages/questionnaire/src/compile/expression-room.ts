import type { ConditionSource } from './condition-source.ts'

/** How many characters of conditions and expressions may still be parsed. Parsing takes from it. */
export interface ExpressionRoom {
  left: number
}

/** Parsing is the dearest part of compiling, so there is a limit to it. */
export const MOST_CHARACTERS = 100_000

export function expressionRoom(): ExpressionRoom {
  return { left: MOST_CHARACTERS }
}

/** Takes the room of an expression; false when there is not enough left. */
export function takeRoom(room: ExpressionRoom, source: ConditionSource): boolean {
  room.left -= source.text.length
  return room.left >= 0
}

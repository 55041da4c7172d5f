import { notComputed, type Figure } from '@klankbord/model'

/** A part of a base. Not computed (`noAnswers`) where the base is nobody. */
export function shareOf(part: number, base: number): Figure {
  return base > 0 ? part / base : notComputed('noAnswers')
}

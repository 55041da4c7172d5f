import { problem } from '@klankbord/model'

/**
 * Refuses to count or compare what would keep one researcher's request busy for minutes.
 *
 * @param answers per question how many answers there are to choose; 1 for a number
 * @example requireFewFigures([5, 5, 1], 100, 1000) // refused: 1100
 * @throws Problem `tooManyFigures`
 */
export function requireFewFigures(answers: readonly number[], groups: number, most: number): void {
  const figures = groups * answers.reduce((sum, own) => sum + own, 0)
  if (figures > most) throw problem('tooManyFigures', { figures, most })
}

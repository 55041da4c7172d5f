import { isProblem, type Publication } from '@klankbord/model'
import type { ClassTable } from '@klankbord/disclosure'
import type { SelectedVariables } from '../select-variables.ts'
import { tabulate } from '../tabulate.ts'
import { classTables } from '../weights/class-tables.ts'
import { planWeights, type PlanWeights } from '../weights/plan-weights.ts'

/**
 * By the id of each table what its people weigh, by the recipe of the publication; of a part its group of each table. Null
 * where everybody counts once. Answers of now may have no weights at all: then nothing comes out as it was published.
 */
export function weighedAgain(
  { recipe, disclosure }: Pick<Publication, 'recipe' | 'disclosure'>,
  selected: SelectedVariables,
): ReadonlyMap<string, ClassTable> | null {
  const made = weightsAgain({ recipe, disclosure }, selected)
  if (made === null) return null
  const { part } = recipe
  const counted = tabulate(selected)
  const { tables } = classTables(counted, selected, made)
  if (part === undefined) return tables
  const parts = counted.flatMap(({ id, subject, by, groups }): readonly (readonly [string, ClassTable])[] => {
    const classes = tables.get(id)
    const row = classes?.groups[groups.findIndex(({ code }) => code === part.code)]
    if (by?.name !== part.variable || classes === undefined || row === undefined) return []
    return [[subject.name, { ...classes, table: subject.name, groups: [row] }]]
  })
  return new Map(parts)
}

/** The weights of the answers of now by the recipe of a publication; null where everybody counts once, or where they have none. */
export function weightsAgain(
  { recipe: { weights }, disclosure: { policy } }: Pick<Publication, 'recipe' | 'disclosure'>,
  selected: SelectedVariables,
): PlanWeights | null {
  if (weights === 'none') return null
  try {
    const order = { variables: selected.weighting, targets: weights.targets, trim: weights.trim }
    return planWeights(order, policy.leastGroup)
  } catch (cause) {
    if (isProblem(cause)) return null
    throw cause
  }
}

import { columnOf, problem, type Dataset, type Scale } from '@klankbord/model'
import { measurementsOf, type Measurements } from '../summaries/measurements.ts'

/**
 * The answers to the items of a scale, in its order, with reversed ones turned round: minimum + maximum − code. Kinds of
 * empty stay unknown.
 *
 * @example reliability(scaleItems(dataset, scale)).listwise.alpha
 * @throws Problem `unknownVariable`; `itemNotScorable` for an item that is neither a single choice nor a number
 */
export function scaleItems(
  dataset: Dataset,
  scale: Pick<Scale, 'items' | 'reversed' | 'minimum' | 'maximum'>,
): readonly Measurements[] {
  return scale.items.map((name) => {
    const column = columnOf(dataset, name)
    if (column.type !== 'single' && column.type !== 'numeric')
      throw problem('itemNotScorable', { variable: name, type: column.type })
    const item = measurementsOf(column)
    if (!scale.reversed.includes(name)) return item
    return { ...item, values: item.values.map((value) => scale.minimum + scale.maximum - value) }
  })
}

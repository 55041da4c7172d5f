import { setImmediate } from 'node:timers/promises'

/**
 * Makes something of each item, one after the other, and in between lets the process serve who else is waiting: one that
 * counts for a researcher also takes in the answers of respondents.
 *
 * @example await oneByOne(groups, (group) => groupFigures(data, question, group))
 */
export async function oneByOne<Item, Made>(
  items: readonly Item[],
  make: (item: Item, at: number) => Made | Promise<Made>,
): Promise<readonly Made[]> {
  const made: Made[] = []
  for (const [at, item] of items.entries()) {
    made.push(await make(item, at))
    await setImmediate()
  }
  return made
}

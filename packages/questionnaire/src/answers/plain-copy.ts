/** Levels of an answer: a list of panels with lists of options. */
const DEEPEST = 3
/** More than any list of options has. */
const LONGEST = 40_000
/** More than any list of panels has. */
const MOST_OBJECTS = 100

/**
 * Copies an answer once, so that nothing that is read later can differ. What lies deeper than any answer, or beyond any
 * list, is not copied and so is no answer either. `__proto__` becomes a key like any other, and a key whose value is
 * undefined none, as in JSON.
 *
 * @throws whatever an accessor or a proxy throws
 */
export function plainCopy(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (depth === DEEPEST) return null
  if (Array.isArray(value)) return copyOfList(value, depth)
  const entries = entriesOf(value).filter(([, each]) => each !== undefined)
  return Object.fromEntries(entries.map(([key, each]) => [key, plainCopy(each, depth + 1)]))
}

/** The own properties of an object, symbols included, each read once. */
function entriesOf(value: object): readonly (readonly [string | symbol, unknown])[] {
  return Reflect.ownKeys(value).map((key) => [key, Reflect.get(value, key)] as const)
}

function copyOfList(list: readonly unknown[], depth: number): readonly unknown[] {
  const copies: unknown[] = []
  const length = Math.min(list.length, LONGEST)
  for (let place = 0; place < length; place += 1) {
    const each = list[place]
    copies.push(typeof each === 'object' && place >= MOST_OBJECTS ? null : plainCopy(each, depth + 1))
  }
  return copies
}

// What browsers of 2018 lack of the language, brought along for the rest of this script: import it before all else.
// `.ci/gates/oldest-browsers/allowed.mjs` lists the same.

/** Adds a function where there is none of that name. */
export function add(to: object, name: string, value: unknown): void {
  if (!(name in to)) Object.defineProperty(to, name, { value, configurable: true, writable: true })
}

/** Adds all of them to these built-ins, which a test replaces. */
export function bringAlong(built: { readonly Object: object; readonly array: object; readonly string: object }): void {
  add(built.Object, 'hasOwn', (value: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(value, key))
  add(built.Object, 'fromEntries', (entries: Iterable<readonly [PropertyKey, unknown]>) => {
    const made: Record<PropertyKey, unknown> = {}
    for (const [key, value] of entries) made[key] = value
    return made
  })
  add(built.array, 'at', function (this: readonly unknown[], place: number) {
    return this[place < 0 ? this.length + place : place]
  })
  add(built.array, 'toReversed', function (this: readonly unknown[]) {
    return Reflect.apply(Array.prototype.reverse, Array.prototype.slice.call(this), []) as unknown[]
  })
  add(built.array, 'toSorted', function (this: readonly unknown[], compare?: (one: unknown, other: unknown) => number) {
    return Reflect.apply(Array.prototype.sort, Array.prototype.slice.call(this), [compare]) as unknown[]
  })
  add(built.array, 'findLastIndex', function (this: readonly unknown[], is: (value: unknown) => boolean) {
    let place = this.length - 1
    while (place >= 0 && !is(this[place])) place -= 1
    return place
  })
  add(built.string, 'replaceAll', function (this: string, what: string | RegExp, by: string) {
    return typeof what === 'string' ? this.split(what).join(by) : this.replace(what, by)
  })
}

/** Whether numbers, lists and names of languages can be said here; else the server makes every page. */
export function canSay(intl: object): boolean {
  return ['PluralRules', 'ListFormat', 'DisplayNames'].every((name) => name in intl)
}

bringAlong({ Object, array: Array.prototype, string: String.prototype })

/** Parallel keys of questions whose name is the key. @example parallelTo(['listened']) // { listened: 'listened' } */
export function parallelTo(names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, name]))
}

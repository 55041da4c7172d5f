import { expect } from 'vitest'

/** The rows of a CSV as a spreadsheet reads them, by the names of their columns. */
export function recordsOf(text: string): readonly Readonly<Record<string, string>>[] {
  const written = text.replace('\uFEFF', '').trimEnd().split('\r\n')
  const [names = [], ...cells] = written.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
    ),
  )
  return cells.map((row) => {
    expect(row).toHaveLength(names.length)
    return Object.fromEntries(names.map((name, at) => [name, row[at] ?? '']))
  })
}

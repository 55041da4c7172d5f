import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { checkReleased } from '../gates/check-released.mjs'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const MODEL = {
  'packages/model/src/table.ts': `declare const released: unique symbol
export interface ReleasedTable { readonly id: string; readonly groups: readonly ReleasedGroup[]; readonly [released]: true }
export type ReleasedGroup = { readonly code: number } & ({ readonly status: 'shown' } | { readonly status: 'hidden' })
`,
  'packages/model/src/publication.ts': `import type { ReleasedTable } from './table.ts'
export interface Publication { readonly format: string; readonly tables: readonly ReleasedTable[] }
`,
}

const IMPORTS = `import type { ReleasedGroup as G, ReleasedTable as T } from '../../model/src/table.ts'
import type { Publication as P } from '../../model/src/publication.ts'
`

/** Looks at a workspace with these files, each of which knows the three as G, T and P. */
function looked(plants: Readonly<Record<string, string>>): ReturnType<typeof checkReleased> {
  const root = mkdtempSync(join(tmpdir(), 'released-'))
  folders.push(root)
  const files = {
    ...MODEL,
    ...Object.fromEntries(Object.entries(plants).map(([path, code]) => [path, `${IMPORTS}${code}\n`])),
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return checkReleased(root, Object.keys(files))
}

const WAYS: readonly (readonly [fault: string, code: string])[] = [
  ['casts to ReleasedTable', 'export const made = { groups: [] } as unknown as T'],
  ['casts to ReleasedTable', 'type Mine = readonly T[]; export const made = [] as unknown as Mine'],
  ['casts to ReleasedTable', 'export const { tables } = JSON.parse("{}") as { readonly tables: readonly T[] }'],
  ['casts to ReleasedTable', 'declare function show(table: T): void; show({ id: "groups" } as never)'],
  ['casts to Publication', 'declare function f(one: P): void; export const p = {} as Parameters<typeof f>[0]'],
  ['casts to ReleasedGroup', 'export const groups = <readonly G[]>JSON.parse("[]")'],
  ['builds a ReleasedTable', 'export const changed = (table: T) => ({ ...table, groups: [] })'],
  ['builds a ReleasedGroup', 'export const group: G = { code: 1, status: "shown" }'],
  ['builds a Publication', 'export function published(): P { return { format: "1", tables: [] } }'],
  ['builds a Publication', 'declare function f(one: P): void; f({ format: "1", tables: [] })'],
  ['takes JSON for a Publication', 'export const p: P = JSON.parse("{}")'],
  ['calls a function for a ReleasedTable', 'declare function any<X>(): X; export const groups = any<T>()'],
  ['says of something that it is a ReleasedTable', 'export const groups = (x: unknown): x is T => x !== null'],
]

it('sees every way in which a released table, group or publication is made outside disclosure', () => {
  const { faults, made } = looked(
    Object.fromEntries(WAYS.map(([, code], at) => [`packages/a/src/plant-${at}.ts`, code])),
  )
  expect(made).toBe(0)
  expect(faults.map((fault) => fault.split(';')[0])).toEqual(
    WAYS.map(([fault], at) => `packages/a/src/plant-${at}.ts:3 ${fault}`),
  )
})

it('lets disclosure make them, and everybody read them, narrow them and hand them on', () => {
  const reading = [
    'const isShown = (group: G): group is G & { readonly status: "shown" } => group.status === "shown"',
    'export const groups = (tables: readonly T[]) => ({ groups: tables.flatMap((table) => table.groups.filter(isShown)) })',
    'export const content: Omit<P, "format"> = { tables: [] }',
  ]
  expect(
    looked({
      'packages/disclosure/src/index.ts': 'export const made = { groups: [] } as unknown as T',
      'packages/a/src/index.ts': reading.join('\n'),
    }),
  ).toEqual({ faults: [], made: 1 })
})

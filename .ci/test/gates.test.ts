import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { faultsOfFile } from '../gates/check-files.mjs'
import { checkLayers } from '../gates/check-layers.mjs'
import { licenceFaults } from '../gates/check-licences.mjs'

const folders: string[] = []

/** A workspace of two packages, `low` under `high`, with these files. */
function workspace(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'layers-'))
  folders.push(root)
  const manifests = {
    'packages/low/package.json': '{"name":"@klankbord/low"}',
    'packages/high/package.json': '{"name":"@klankbord/high"}',
    'apps/README.md': '',
  }
  for (const [path, text] of Object.entries({ ...manifests, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

const layers = {
  'packages/low': { layer: 0, workspace: [], outside: [], pure: true },
  'packages/high': { layer: 1, workspace: ['low'], outside: [] },
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

describe('the layer gate', () => {
  it('sees every module of a clean workspace', async () => {
    const root = workspace({
      'packages/low/src/index.ts': 'export const one: number = 1\n',
      'packages/high/src/index.ts':
        "import { one } from '../../low/src/index.ts'\nexport const two: number = one + one\n",
    })
    expect(await checkLayers(root, layers, [])).toEqual({ violations: [], modules: 2 })
  })

  it('fails on an import that points upwards, types included', async () => {
    const root = workspace({
      'packages/low/src/index.ts': "import type { Two } from '../../high/src/index.ts'\nexport type One = Two\n",
      'packages/high/src/index.ts': 'export type Two = 2\n',
    })
    const { violations } = await checkLayers(root, layers, [])
    expect(violations).toEqual([
      'packages/low imports only what its layer allows: packages/low/src/index.ts → packages/high/src/index.ts',
    ])
  })

  it('fails on a cycle, on a Node built-in in a pure package and on an undeclared package', async () => {
    const root = workspace({
      'packages/low/src/a.ts': "import './b.ts'\nimport 'node:fs'\nimport 'left-pad'\n",
      'packages/low/src/b.ts': "import './a.ts'\n",
      'packages/high/src/index.ts': 'export {}\n',
    })
    const { violations } = await checkLayers(root, layers, [])
    const rules = violations.map((violation) => violation.split(':')[0])
    expect(rules).toEqual(
      expect.arrayContaining(['no cycles', 'packages/low touches no Node built-in', 'nothing unresolvable']),
    )
  })

  it('fails on layers that allow a sideways or an upward import', async () => {
    const root = workspace({ 'packages/low/src/index.ts': '', 'packages/high/src/index.ts': '' })
    const bent = { ...layers, 'packages/low': { layer: 0, workspace: ['high'], outside: [], pure: true } }
    const { violations } = await checkLayers(root, bent, [])
    expect(violations).toContain('packages/low (layer 0) may not stand on high (layer 1)')
  })

  it('fails on a manifest that declares what its layer does not allow', async () => {
    const root = workspace({
      'packages/low/package.json': '{"name":"@klankbord/low","dependencies":{"left-pad":"1.3.0"}}',
      'packages/low/src/index.ts': '',
      'packages/high/src/index.ts': '',
    })
    const { violations } = await checkLayers(root, layers, [])
    expect(violations).toContain('packages/low/package.json declares left-pad, which its layer does not allow')
  })
})

describe('the file gate', () => {
  it('lets a short, well-named file through', () => {
    expect(faultsOfFile('packages/model/src/canonical-json.ts', 'export const a: number = 1\n')).toEqual([])
  })

  it('names what is wrong with a file', () => {
    const focused = 'only'
    const text = `export * from './x.ts'\nit.${focused}('a', () => {})\n${'\n'.repeat(500)}`
    expect(faultsOfFile('packages/model/src/helpers/BadName.ts', text)).toEqual([
      'packages/model/src/helpers/BadName.ts has 502 lines (at most 500)',
      'packages/model/src/helpers/BadName.ts is not named in kebab-case',
      'packages/model/src/helpers/BadName.ts is called helpers, which says nothing',
      'packages/model/src/helpers/BadName.ts exports everything of another file; name the exports',
      'packages/model/src/helpers/BadName.ts holds a test that is switched off or focused',
    ])
  })
})

describe('the licence gate', () => {
  it('lets a choice through when one side is free enough, and refuses copyleft', () => {
    const listing = { '(MIT OR GPL-3.0)': [{ name: 'a' }], 'MIT AND ISC': [{ name: 'b' }], 'AGPL-3.0': [{ name: 'c' }] }
    expect(licenceFaults(listing)).toEqual(['c has the licence AGPL-3.0, which is not on the list'])
  })
})

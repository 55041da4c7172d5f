import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import { LAYERS, TEST_ONLY } from './layers.mjs'

/**
 * Checks every import of every source file and every manifest against the layers.
 * The count of modules is given back so that a caller can tell a clean graph from one that was never seen.
 *
 * @param root folder of the workspace
 * @returns {Promise<{ violations: string[], modules: number }>}
 */
export async function checkLayers(root, layers = LAYERS, testOnly = TEST_ONLY) {
  const { output } = await cruise(
    Object.keys(layers).map((folder) => `${folder}/src`),
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: rulesOf(layers, testOnly) },
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules|/dist/' },
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['@klankbord/source', 'import', 'types', 'node', 'default'],
      },
    },
  )
  const modules = output.modules.filter((module) =>
    Object.keys(layers).some((folder) => module.source.startsWith(`${folder}/src/`)),
  )
  return {
    violations: [
      ...orderViolations(layers),
      ...manifestViolations(root, layers),
      ...output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    ],
    modules: modules.length,
  }
}

/** The layers as rules for dependency-cruiser. */
function rulesOf(layers, testOnly) {
  return [
    { name: 'no cycles', from: {}, to: { circular: true } },
    { name: 'nothing unresolvable', from: {}, to: { couldNotResolve: true, pathNot: '\\?inline$' } },
    ...Object.entries(layers).flatMap(([folder, { workspace, outside, pure }]) => [
      {
        name: `${folder} imports only what its layer allows`,
        from: { path: `^${folder}/src/` },
        to: {
          path: '^(packages|apps)/',
          pathNot: [`^${folder}/src/`, ...workspace.map((name) => `^packages/${name}/src/`)],
        },
      },
      {
        name: `${folder} uses only its own outside packages`,
        from: { path: `^${folder}/src/` },
        to: {
          path: 'node_modules',
          pathNot: outside.map((name) => `node_modules/(@types/)?${name.replace('/*', '/')}`),
        },
      },
      ...(pure
        ? [
            {
              name: `${folder} touches no Node built-in`,
              from: { path: `^${folder}/src/` },
              to: { dependencyTypes: ['core'] },
            },
          ]
        : []),
    ]),
    ...testOnly.map((folder) => ({
      name: `${folder} is for tests`,
      from: { pathNot: `^${folder}/` },
      to: { path: `^${folder}/` },
    })),
  ]
}

/** Every workspace import that the layers allow points downwards. */
function orderViolations(layers) {
  const layerOf = (name) => layers[`packages/${name}`]?.layer
  return Object.entries(layers).flatMap(([folder, { layer, workspace }]) =>
    workspace
      .filter((name) => !(layerOf(name) < layer))
      .map((name) => `${folder} (layer ${layer}) may not stand on ${name} (layer ${layerOf(name)})`),
  )
}

/** A manifest declares nothing that the layers do not allow, and every package has its row. */
function manifestViolations(root, layers) {
  const folders = ['packages', 'apps'].flatMap((parent) =>
    readdirSync(join(root, parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${parent}/${entry.name}`),
  )
  return folders.flatMap((folder) => {
    if (!(folder in layers)) return [`${folder} has no row in the layers`]
    const { dependencies = {} } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
    return Object.keys(dependencies)
      .filter((name) => !allows(layers[folder], name))
      .map((name) => `${folder}/package.json declares ${name}, which its layer does not allow`)
  })
}

function allows({ workspace, outside }, name) {
  if (name.startsWith('@klankbord/')) return workspace.includes(name.slice('@klankbord/'.length))
  return outside.some((allowed) => (allowed.endsWith('/*') ? name.startsWith(allowed.slice(0, -1)) : name === allowed))
}

import { availableParallelism } from 'node:os'
import { defineConfig, defineProject } from 'vitest/config'
import { readmeExample } from './.ci/readme-example.mjs'

const DATABASE_PROJECTS = new Set(['storage', 'server'])
const PURE = [
  'model',
  'statistics',
  'questionnaire',
  'instruments',
  'disclosure',
  'exchange',
  'pages',
  'charts',
  'reporting',
  'report-page',
  'testing',
]

/** `npm run test:full` draws larger seeded samples. */
const IS_FULL = process.env['KLANKBORD_TIER'] === 'full'
const SAMPLE_FACTOR = IS_FULL ? 20 : 1

/** Packages resolve to their sources, so a test never sees a stale build. Node gets these conditions for require() as well, so `import` must not be among them. */
const conditions = ['@klankbord/source', 'module', 'node', 'default']

/**
 * The files of these have a worker each: they start processes, and hold locks that bear the id of their own. All others
 * share a worker with the files of their project, which saves loading the sources anew for each.
 */
const OWN_WORKER = /^storage$|-(journeys|chaos|scanners)$/
const LONG = /-(journeys|chaos|scanners)$/

const project = (name: string, root: string, include = ['test/**/*.test.ts']) =>
  defineProject({
    root,
    plugins: [readmeExample()],
    resolve: { conditions: [...conditions] },
    ssr: { resolve: { conditions: [...conditions] } },
    test: {
      name,
      include,
      provide: { sampleFactor: SAMPLE_FACTOR },
      isolate: OWN_WORKER.test(name),
      testTimeout: (LONG.test(name) ? 180_000 : 60_000) * SAMPLE_FACTOR,
      hookTimeout: 60_000,
      ...(DATABASE_PROJECTS.has(name)
        ? { globalSetup: [new URL('packages/testing/src/database-setup.ts', import.meta.url).pathname] }
        : {}),
    },
  })

export default defineConfig({
  test: {
    env: { TZ: 'UTC', LANG: 'C.UTF-8' },
    // Vitest leaves one core to itself, and half a small machine idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      ...PURE.map((name) => project(name, `packages/${name}`)),
      project('storage', 'packages/storage'),
      project('server', 'apps/server'),
      project('server-journeys', 'apps/server', ['journeys/**/*.journey.ts']),
      project('server-chaos', 'apps/server', ['chaos/**/*.chaos.ts']),
      ...(IS_FULL ? [project('server-scanners', 'apps/server', ['scanners/**/*.scan.ts'])] : []),
      project('report-journeys', 'apps/report', ['journeys/**/*.journey.ts']),
      project('studio', 'apps/studio'),
      project('report', 'apps/report'),
      project('respond', 'apps/respond'),
      project('gates', '.ci'),
      project('examples', 'examples', ['*/test/**/*.test.ts']),
    ],
  },
})

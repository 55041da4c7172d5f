import type { TestProject } from 'vitest/node'
import { startTestCluster, type TestCluster } from './test-cluster.ts'

interface Shared {
  readonly cluster: Promise<TestCluster>
  projects: number
}

const KEY: unique symbol = Symbol.for('klankbord.test-cluster') as never

/** Vitest loads this module once per project; all of them live in one process and share its global object. */
const place = globalThis as { [KEY]?: Shared }

/**
 * Global setup of the projects that need a database: the first one starts the server, the last one that is
 * done stops it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared: Shared = (place[KEY] ??= { cluster: startTestCluster(), projects: 0 })
  shared.projects += 1
  const cluster = await shared.cluster
  project.provide('klankbordTestServer', cluster.connectionString)
  return async () => {
    shared.projects -= 1
    if (shared.projects > 0) return
    delete place[KEY]
    await cluster.stop()
  }
}

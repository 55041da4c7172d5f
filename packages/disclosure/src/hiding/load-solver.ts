import type { Highs } from 'highs'

/** HiGHS, ready to build models in. It keeps memory of its own, and models in it must be disposed of. */
export type Solver = Highs

/** The types of the library describe its CommonJS build; this is the ES module that is loaded. */
interface LoadedModule {
  readonly default: () => Promise<Highs>
}

/**
 * Loads the solver: some 3 MB of WebAssembly, so once per process or worker, and only where something is hidden or audited.
 *
 * @example
 * const solving = solveHere(await loadSolver(), { seconds: 10, now: () => performance.now() })
 */
export async function loadSolver(): Promise<Solver> {
  const { default: load } = (await import('highs')) as unknown as LoadedModule
  return load()
}

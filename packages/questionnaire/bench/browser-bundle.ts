import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build, type Rollup } from 'vite'

/** What a browser loads for some exports of this package. */
export interface BrowserBundle {
  readonly code: string
  /** Of the code, in bytes, at the highest quality as a server keeps it ready. */
  readonly brotli: number
  /** Paths of the modules in it. */
  readonly modules: readonly string[]
}

const ENTRY = 'virtual:entry'

/** Bundles the named exports for a browser, minified, as any app of this project does. */
export async function browserBundle(names: readonly string[]): Promise<BrowserBundle> {
  const index = fileURLToPath(new URL('../src/index.ts', import.meta.url))
  const result = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['@klankbord/source'] },
    build: { write: false, minify: true, rollupOptions: { input: ENTRY, preserveEntrySignatures: 'strict' } },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === ENTRY ? `\0${ENTRY}` : undefined),
        load: (id) =>
          id === `\0${ENTRY}` ? `export { ${names.join(', ')} } from ${JSON.stringify(index)}` : undefined,
      },
    ],
  })
  const [{ code, modules }] = (result as Rollup.RollupOutput).output
  return { code, brotli: brotliCompressSync(code).length, modules: Object.keys(modules) }
}

/** What fills in, routes and checks in a browser. */
export const RESPONDENT_EXPORTS = ['route', 'progress', 'offeredOptions', 'checkScreen', 'check', 'askedAnswers']

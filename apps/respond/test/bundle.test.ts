import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build, type Rollup } from 'vite'
import { expect, it } from 'vitest'

/** What a browser may load on top of a page, compressed as far as it goes, in bytes. */
const MOST = 44 * 1024

it('is loaded in one piece by somebody with a small bundle of data', async () => {
  const result = await build({
    configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
    build: { write: false },
  })
  const { output } = result as Rollup.RollupOutput
  expect(output.map(({ fileName }) => fileName).toSorted()).toEqual(['respond-worker.js', 'respond.js'])
  const bytes = output.flatMap((each) => (each.type === 'chunk' ? brotliCompressSync(each.code).length : []))
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(MOST)
})

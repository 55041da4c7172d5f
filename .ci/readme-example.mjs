import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const SUFFIX = 'README.example.ts'

/**
 * Serves the one TypeScript fence of a README as a module beside it, so that a test can run the very
 * example that people read: `import('../README.example.ts')`.
 */
export function readmeExample() {
  return {
    name: 'readme-example',
    enforce: 'pre',
    resolveId(source, importer) {
      return importer !== undefined && source.endsWith(SUFFIX) ? resolve(dirname(importer), source) : null
    },
    load(id) {
      return id.endsWith(SUFFIX) ? exampleOf(id.replace(/\.example\.ts$/, '.md')) : null
    },
  }
}

/** The text of the only ```ts fence of a README. */
export function exampleOf(readme) {
  const fences = [...readFileSync(readme, 'utf8').matchAll(/^```ts\n([\s\S]*?)^```/gm)].map((match) => match[1])
  if (fences.length !== 1) throw new Error(`expected one ts example: ${readme} (has ${fences.length})`)
  return fences[0]
}

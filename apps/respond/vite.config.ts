import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'
import { leanModules } from './lean-modules.ts'

/**
 * Puts each script there compressed as far as it goes, too: no server has the time for that while somebody waits. Says how
 * large they are, for that is what a respondent's browser loads.
 */
function pack(): Plugin {
  return {
    name: 'pack',
    writeBundle({ dir = '' }, bundle) {
      for (const [name, output] of Object.entries(bundle)) {
        if (output.type !== 'chunk') continue
        const code = Buffer.from(output.code)
        const packed = brotliCompressSync(code)
        writeFileSync(join(dir, `${name}.br`), packed)
        process.stdout.write(`${JSON.stringify({ file: name, bytes: code.length, brotli: packed.length })}\n`)
      }
    },
  }
}

/**
 * Closes up the HTML of pages: a line and its indentation are one space there. No other text of a script that is made small
 * goes on in a next line.
 */
function closeUp(): Plugin {
  return {
    name: 'close-up',
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle))
        if (output.type === 'chunk') output.code = output.code.replaceAll(/\n\s+/g, ' ')
    },
  }
}

/** Stands in the name of the part that is fetched later until all parts are there. */
const VERSION = 'VERSION'

/**
 * Names that part by a hash of all parts: they call each other by names that differ from one build to the next, so parts of
 * two builds must never meet.
 */
function nameByAll(): Plugin {
  return {
    name: 'name-by-all',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? output : []))
      const all = createHash('sha256')
      for (const { fileName, code } of chunks) all.update(`${fileName}\n${code}\n`)
      const version = all.digest('hex').slice(0, 12)
      for (const chunk of chunks) {
        chunk.code = chunk.code.replaceAll(`flow-${VERSION}.js`, `flow-${version}.js`)
        chunk.fileName = chunk.fileName.replace(VERSION, version)
      }
    },
  }
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [leanModules(), closeUp(), nameByAll(), pack()],
  resolve: { conditions: ['@klankbord/source', 'module', 'browser', 'import', 'default'] },
  logLevel: 'warn',
  build: {
    // The oldest browsers that a respondent may have; older ones are sent the same pages, and post them.
    target: ['ios12', 'chrome70', 'firefox68'],
    outDir: 'dist-browser',
    emptyOutDir: true,
    reportCompressedSize: false,
    modulePreload: false,
    rolldownOptions: {
      input: { respond: 'src/respond.ts', 'respond-worker': 'src/worker/respond-worker.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: `respond/flow-${VERSION}.js` },
    },
  },
})

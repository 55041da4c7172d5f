import { brotliCompressSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'
import { leanModules } from './lean-modules.ts'

/** Says how large the scripts are that a respondent's browser loads. */
function printSize(): Plugin {
  return {
    name: 'print-size',
    writeBundle(_options, bundle) {
      for (const [name, output] of Object.entries(bundle)) {
        if (output.type !== 'chunk') continue
        const code = Buffer.from(output.code)
        const brotli = brotliCompressSync(code).length
        process.stdout.write(`${JSON.stringify({ file: name, bytes: code.length, brotli })}\n`)
      }
    },
  }
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [leanModules(), printSize()],
  resolve: { conditions: ['@klankbord/source', 'module', 'browser', 'import', 'default'] },
  logLevel: 'warn',
  build: {
    // The oldest browsers that a respondent may have; older ones are sent the same pages, and post them.
    target: ['ios12', 'chrome70', 'firefox68'],
    outDir: 'dist-browser',
    emptyOutDir: true,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { respond: 'src/respond.ts', 'respond-worker': 'src/worker/respond-worker.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
})

import { gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

/** Says how large the script is that a council's browser loads. */
function printSize(): Plugin {
  return {
    name: 'print-size',
    writeBundle(_options, bundle) {
      for (const [name, output] of Object.entries(bundle)) {
        if (output.type !== 'chunk') continue
        const code = Buffer.from(output.code)
        process.stdout.write(`${JSON.stringify({ file: name, bytes: code.length, gzip: gzipSync(code).length })}\n`)
      }
    },
  }
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [printSize()],
  resolve: { conditions: ['@klankbord/source', 'module', 'browser', 'import', 'default'] },
  logLevel: 'warn',
  build: {
    target: 'es2020',
    outDir: 'dist-browser',
    emptyOutDir: true,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: 'src/report.ts', output: { entryFileNames: 'report.js' } },
  },
})

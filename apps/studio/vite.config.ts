import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

const server = process.env['KLANKBORD_SERVER'] ?? 'http://127.0.0.1:8080'
/** What the server answers itself; all the rest under /studio/ is this app. */
const SERVED_BY_THE_SERVER = ['/api', '/v/', '/r/', '/assets/', '/studio/preview/']

export default defineConfig({
  base: '/studio/',
  plugins: [react()],
  resolve: { conditions: ['@klankbord/source', ...defaultClientConditions] },
  build: {
    outDir: 'dist',
    target: 'es2022',
    // Nothing inline: the content security policy allows only files of our own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: Object.fromEntries(SERVED_BY_THE_SERVER.map((path) => [path, { target: server }])) },
})

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ROOT, ensureBuilt, ensureInstalled, tool } from './toolchain.mjs'

// `npm run dev`: the server from its sources, started again at each change, and the browser bundles built again at each
// change. Arguments go to `klankbord serve`.
await ensureInstalled()
await ensureBuilt()

const watchers = [
  [
    tool('tsx'),
    ['watch', '--conditions=@klankbord/source', 'apps/server/src/cli.ts', 'serve', ...process.argv.slice(2)],
    ROOT,
  ],
  [tool('vite'), ['build', '--watch', '--logLevel=warn'], join(ROOT, 'apps/studio')],
  [tool('vite'), ['build', '--watch', '--logLevel=warn'], join(ROOT, 'apps/report')],
  [tool('vite'), ['build', '--watch', '--logLevel=warn'], join(ROOT, 'apps/respond')],
].map(([command, args, cwd]) => spawn(command, args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' }))

const stop = () => watchers.forEach((watcher) => watcher.kill('SIGTERM'))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)
watchers[0].on('exit', stop)

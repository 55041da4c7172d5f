import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT, ensureBuilt, ensureInstalled } from './toolchain.mjs'

// `npm run klankbord -- COMMAND`: the command line of the server, from a fresh build.
await ensureInstalled()
await ensureBuilt()
process.argv = [process.argv[0], 'klankbord', ...process.argv.slice(2)]
await import(pathToFileURL(join(ROOT, 'apps/server/dist/cli.js')).href)

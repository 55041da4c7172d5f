import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureOlderPostgres } from './older-postgres.mjs'
import { ROOT, canInstallDebianPackages, ensureBuilt, ensureInstalled, fail, run, tool } from './toolchain.mjs'

// `npm run scale`: two servers behind a proxy, PgBouncer, a primary and a hot standby, on loopback. It seals a wave,
// kills the primary under load and looks for every acknowledged response. `-- --asynchronous` shows what is lost when
// commits do not wait for the standby.
const PGBOUNCER = '/usr/sbin/pgbouncer'

await ensureInstalled()
await ensureBuilt()
const major = await ensureOlderPostgres()
if (major === null || !(await ensurePgBouncer())) {
  fail('This needs PostgreSQL and PgBouncer (Debian: apt-get install postgresql-15 pgbouncer).')
}
const ended = await run(
  tool('tsx'),
  ['--conditions=@klankbord/source', join(ROOT, 'apps/server/scale/run.ts'), ...process.argv.slice(2)],
  { env: { KLANKBORD_POSTGRES: `/usr/lib/postgresql/${major}/bin`, KLANKBORD_PGBOUNCER: PGBOUNCER } },
)
process.exit(ended.code)

async function ensurePgBouncer() {
  if (existsSync(PGBOUNCER) || !canInstallDebianPackages()) return existsSync(PGBOUNCER)
  console.error('Installing the package pgbouncer …')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], { quiet: true, env })
  const { code, output } = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'pgbouncer'], {
    quiet: true,
    env,
  })
  if (code !== 0) console.error(output)
  return existsSync(PGBOUNCER)
}

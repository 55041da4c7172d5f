import { PostgresAdapter, PostgresDialect } from 'kysely'

/**
 * PostgreSQL without locks that outlast a transaction. Kysely holds one of those while it migrates; PgBouncer gives each
 * transaction another connection, so that the lock would be let go of where it was never taken, and stay. `migrate`
 * holds a lock of its own.
 */
export class PooledPostgresDialect extends PostgresDialect {
  override createAdapter(): PostgresAdapter {
    return new UnlockedAdapter()
  }
}

class UnlockedAdapter extends PostgresAdapter {
  override acquireMigrationLock(): Promise<void> {
    return Promise.resolve()
  }

  override releaseMigrationLock(): Promise<void> {
    return Promise.resolve()
  }
}

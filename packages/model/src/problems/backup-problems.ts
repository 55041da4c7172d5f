/** What can go wrong between the database and the file that it is kept in. No sentence holds a passphrase. */
export const backupProblems = {
  /** Neither a file nor the environment names a passphrase. */
  passphraseMissing: (_: Readonly<Record<string, never>>): string =>
    'no passphrase (name a file with --passphrase-file, or set KLANKBORD_PASSPHRASE)',
  /** A passphrase that can be found by trying. */
  passphraseTooShort: (d: { readonly least: number }): string =>
    `passphrase is too short (expected at least ${d.least} characters; four words are easy to keep)`,
  /** Another file has the name that a backup should get. */
  fileExists: (d: { readonly file: string }): string => `file exists already: ${d.file} (name another one)`,
  /** Pruning or deleting needs to know which backups there are. */
  keepNeedsFolder: (d: { readonly file: string }): string =>
    `older backups can be thrown away in a folder only: ${d.file} (name its folder with --to)`,
  notABackup: (d: { readonly file: string }): string => `file is not a backup of Klankbord: ${d.file}`,
  /** A newer program wrote the file, or the tables in it. */
  backupTooNew: (d: { readonly file: string; readonly needs: string }): string =>
    `backup is of a newer version: ${d.file} (it needs ${d.needs}; install the newest version first)`,
  /** Only the right passphrase opens the file. */
  wrongPassphrase: (d: { readonly file: string }): string =>
    `passphrase does not open this backup: ${d.file} (nor would any, if its first lines were changed)`,
  /** The file is not to the byte what was written; nothing of it was kept. */
  backupDamaged: (d: { readonly file: string; readonly reason: string }): string =>
    `backup is damaged: ${d.file} (${d.reason}; take another backup)`,
  /** A backup is only restored into a database without rows. */
  databaseNotEmpty: (d: { readonly table: string }): string =>
    `database is not empty: there are rows in ${d.table} (restore into a new folder or a new database)`,
  /** The tables are later than those of the backup, and cannot be taken back. */
  databaseAhead: (d: { readonly migration: string }): string =>
    `database was made by a newer version than the backup: it has ${d.migration} (restore into a new folder or a new database; it is brought up to date then)`,
  /** What was loaded is not what was in the backup; nothing of it was kept. */
  restoredOtherwise: (d: { readonly table: string }): string =>
    `table is not what was saved: ${d.table} (nothing was restored)`,
} as const

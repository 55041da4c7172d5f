import { writeBackup } from '@klankbord/storage'
import { REQUEST } from './request.ts'

// A backup in a process of its own, for a test that gives that process little disk, or ends it.
const [connectionString = '', file = ''] = process.argv.slice(2)
try {
  const written = await writeBackup(connectionString, { ...REQUEST, names: [file] })
  process.stdout.write(`written ${written?.bytes}\n`)
} catch (error) {
  process.stdout.write(`${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}\n`)
}

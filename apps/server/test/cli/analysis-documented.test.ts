import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { run } from './command.ts'
import { serving, type Serving } from './serving.ts'

const PAGE = fileURLToPath(new URL('../../../../docs/operations/analysis-of-rounds.md', import.meta.url))

let folder: string
let database: TestDatabase
let server: Serving
let page: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kb-'))
  database = await createTestDatabase()
  // With the sample study, of which the page tells.
  server = await serving({ data: folder, databaseUrl: database.connectionString })
  page = await readFile(PAGE, 'utf8')
  for (const [, name = '', content = ''] of page.matchAll(/`([a-z]+\.csv)`:\n\n```csv\n([\s\S]*?)```/g))
    await writeFile(join(folder, name), content)
}, 120_000)
afterAll(async () => {
  await server.stop()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

it('prints what the page about figures of rounds says that it prints', async () => {
  const shown = [...page.matchAll(/```sh\nklankbord (.*)\n```\n\n```text\n([\s\S]*?)```/g)]
  expect(shown.map(([, command = '']) => command.split(' ')[1])).toEqual([
    'response',
    'weights',
    'weights',
    'scales',
    'trend',
    'coders',
    'coders',
  ])
  for (const [, command = '', text] of shown) {
    const words = command.split(' ').map((word) => (word.endsWith('.csv') ? join(folder, word) : word))
    // Codes stand in a file, so that this command takes no data.
    const data = words.includes('coders') ? null : folder
    const { code, printed, warned } = await run(words, { data, databaseUrl: database.connectionString })
    expect({ command, code, warned, text: `${printed.join('\n')}\n` }).toEqual({ command, code: 0, warned: [], text })
  }
}, 120_000)

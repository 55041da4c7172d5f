import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '@klankbord/storage'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadSample } from '../../src/study/load-sample.ts'
import { openDesk, type Desk } from '../cli/study-on-disk.ts'
import { startServer, type StartedServer } from '../started-server.ts'

const PAGE = fileURLToPath(new URL('../../../../docs/operations/analysis.md', import.meta.url))

let server: StartedServer
let desk: Desk

beforeAll(async () => {
  server = await startServer()
  desk = await openDesk()
  const database = openDatabase(desk.database.connectionString)
  await loadSample({ ...server.context, database })
  await database.close()
})
afterAll(async () => {
  await desk.end()
  await server.end()
})

it('shows on its page of the manual what the commands print of the sample study', async () => {
  const page = await readFile(PAGE, 'utf8')
  const shown = [
    ...page.matchAll(/^```console\n\$ klankbord (analysis (?:frequencies|compare) .+)\n([\s\S]+?)\n```$/gm),
  ]
  expect(shown).toHaveLength(2)
  for (const [, command = '', printed = ''] of shown) {
    const { code, printed: lines } = await desk.command(...command.split(' '))
    expect([command, code, lines.join('\n')]).toEqual([command, 0, printed])
  }
})

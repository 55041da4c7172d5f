import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { listPublications, listStudies, listWaves, openDatabase } from '@klankbord/storage'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { loadSample } from '../../src/study/load-sample.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { openDesk, type Desk } from './study-on-disk.ts'

const PAGE = fileURLToPath(new URL('../../../../docs/operations/publishing.md', import.meta.url))
const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g

let server: StartedServer
let desk: Desk
let names: Readonly<Record<string, string>>

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

beforeEach(async () => {
  desk = await openDesk()
  const database = openDatabase(desk.database.connectionString)
  await loadSample({ ...server.context, database })
  const [study] = await listStudies(database.db)
  const published = new Set((await listPublications(database.db, study?.id ?? '')).map(({ waveId }) => waveId))
  const wave = (await listWaves(database.db, study?.id ?? '')).find(({ id }) => !published.has(id))
  names = { STUDY: study?.id ?? '', WAVE: wave?.address ?? '' }
  await database.close()
})
afterEach(() => desk.end())

it('prints what the page about publishing says that it prints', async () => {
  const page = await readFile(PAGE, 'utf8')
  const blocks = [...page.matchAll(/^```console\n([\s\S]+?)\n```$/gm)].map(([, block = '']) => block)
  expect(blocks).toHaveLength(2)
  for (const block of blocks) {
    const commands = block.split('\n').filter((line) => line.startsWith('$ klankbord '))
    const lines: string[] = []
    for (const command of commands) {
      const words = command.slice('$ klankbord '.length).split(' ')
      const { printed, warned, code } = await desk.command(
        words.map((word) => names[word] ?? word),
        { seed: 7 },
      )
      expect([command, code, warned]).toEqual([command, 0, []])
      lines.push(command, ...printed.map((line) => line.replaceAll(ID, 'ID').replaceAll(names['WAVE'] ?? '', 'WAVE')))
    }
    expect(lines.join('\n')).toBe(block)
  }
})

it('says how far it is to whoever watches, and nothing to a file', async () => {
  const wave = names['WAVE'] ?? ''
  const watched = await desk.command(['publish', wave, '--dry-run'], { watched: true })
  expect(watched.warned).toEqual([
    'Reading the answers…',
    'Hiding what would give somebody away, and checking that nobody can work it out…',
    'Trying which groups to take together…',
  ])
})

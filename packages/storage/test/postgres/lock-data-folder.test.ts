import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lockDataFolder } from '@klankbord/storage'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ownIdentity } from '../../src/postgres/process-identity.ts'
import { temporaryFolder } from './processes.ts'

let folder: ReturnType<typeof temporaryFolder>
const lockFile = (): string => join(folder.path, 'server.lock')

beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

it('keeps a second server out with one sentence that names the first', () => {
  const lock = lockDataFolder(folder.path)
  expect(() => lockDataFolder(folder.path)).toThrow(
    `data folder is in use: ${folder.path} (by the server with process id ${process.pid}; stop that one or choose another folder)`,
  )
  lock.release()
  lockDataFolder(folder.path).release()
  expect(existsSync(lockFile())).toBe(false)
})

it('takes over from a process that is gone', () => {
  writeFileSync(lockFile(), JSON.stringify({ pid: 2 ** 22 + 1, started: 'long ago' }))
  lockDataFolder(folder.path).release()
})

it('takes over when the process id belongs to another program by now', () => {
  writeFileSync(lockFile(), JSON.stringify({ pid: process.pid, started: 'before the restart' }))
  const lock = lockDataFolder(folder.path)
  expect(JSON.parse(readFileSync(lockFile(), 'utf8'))).toMatchObject(ownIdentity())
  lock.release()
})

it.each(['', '{"pid":', '[]', '{"pid":"1"}'])('takes over from a file that names nobody: %j', (content) => {
  writeFileSync(lockFile(), content)
  lockDataFolder(folder.path).release()
})

it('lets one of several servers in that begin at once after a crash', async () => {
  writeFileSync(lockFile(), JSON.stringify({ pid: 2 ** 22 + 1, started: 'long ago' }))
  const script = fileURLToPath(new URL('claimer.ts', import.meta.url))
  const execArgv = ['--conditions=@klankbord/source', '--import', import.meta.resolve('tsx')]
  const servers = Array.from({ length: 4 }, () => fork(script, { execArgv }))
  await Promise.all(servers.map((server) => once(server, 'message')))
  const answers = servers.map(async (server) => (await once(server, 'message'))[0] as unknown)
  for (const server of servers) server.send(folder.path)
  expect((await Promise.all(answers)).toSorted()).toEqual(['claimed', ...Array(3).fill('dataFolderInUse')])
  const gone = servers.map((server) => once(server, 'exit'))
  for (const server of servers) server.kill('SIGKILL')
  await Promise.all(gone)
  lockDataFolder(folder.path).release()
})

it('does not remove the claim of a successor', () => {
  const lock = lockDataFolder(folder.path)
  const successor = JSON.stringify({ pid: 1, started: 'later' })
  writeFileSync(lockFile(), successor)
  lock.release()
  expect(readFileSync(lockFile(), 'utf8')).toBe(successor)
})

it('says so when the data folder is a file', () => {
  const path = join(folder.path, 'file')
  writeFileSync(path, '')
  expect(() => lockDataFolder(path)).toThrow(`data folder is not usable: ${path} (it is not a folder)`)
})

import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { runCommandLine } from '../../src/cli/run-command-line.ts'
import { ownSurroundings } from '../../src/cli/surroundings.ts'
import { ownTerminal } from '../../src/cli/terminal.ts'
import { openDesk } from './study-on-disk.ts'

const stderr = new PassThrough()
const closedPipe = (code: string): Writable =>
  new Writable({ write: (_text, _encoding, done) => done(Object.assign(new Error(code), { code })) })

describe('somebody who reads the beginning of a long list only, as with head', () => {
  it('sees no fault when the pipe is closed while more is printed', async () => {
    const stdout = closedPipe('EPIPE')
    const closed = new Promise((done) => stdout.once('close', done))
    const terminal = ownTerminal({ stdout, stderr })
    terminal.print('one')
    await closed
    terminal.print('two')
    expect(stdout.errored).toMatchObject({ code: 'EPIPE' })
  })
})

describe('somebody whose reader of warnings went away, as with 2>&1 | head', () => {
  it('sees no fault either', async () => {
    const closed = closedPipe('EPIPE')
    const gone = new Promise((done) => closed.once('close', done))
    const terminal = ownTerminal({ stdout: new PassThrough(), stderr: closed })
    terminal.warn('one')
    await gone
    terminal.warn('two')
    terminal.progress('three')
    expect(closed.errored).toMatchObject({ code: 'EPIPE' })
  })
})

describe('somebody who makes codes and looks at the first ones only', () => {
  it('sees no fault when the reader goes before all were made', async () => {
    const warned: string[] = []
    const place = ownSurroundings()
    const desk = await openDesk()
    const address = await desk.study(undefined, '--mode', 'codeConfidential')
    const output = closedPipe('EPIPE')
    output.on('error', () => undefined)
    const environment = { ...place.environment, databaseUrl: desk.database.connectionString }
    const terminal = { ...place.terminal, output, warn: (text: string) => void warned.push(text) }
    const where = ['--wave', address, '--count', '3000', '--data', join(desk.folder, 'data')]
    expect(await runCommandLine(['codes', 'make', ...where], { ...place, environment, terminal })).toBe(0)
    expect(warned).toEqual([])
    await desk.end()
  })
})

describe('somebody whose disk is full', () => {
  it('does see that what was printed did not arrive', () => {
    const stdout = closedPipe('ENOSPC')
    ownTerminal({ stdout, stderr })
    expect(() => stdout.emit('error', Object.assign(new Error('full'), { code: 'ENOSPC' }))).toThrow('full')
  })
})

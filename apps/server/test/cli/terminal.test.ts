import { PassThrough, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { ownTerminal } from '../../src/cli/terminal.ts'

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

describe('somebody whose disk is full', () => {
  it('does see that what was printed did not arrive', () => {
    const stdout = closedPipe('ENOSPC')
    ownTerminal({ stdout, stderr })
    expect(() => stdout.emit('error', Object.assign(new Error('full'), { code: 'ENOSPC' }))).toThrow('full')
  })
})

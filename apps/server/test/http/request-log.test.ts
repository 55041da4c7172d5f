import { Writable } from 'node:stream'
import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { logFault } from '../../src/http/request-log.ts'

/** What is written of a fault. */
function written(error: unknown): Readonly<Record<string, unknown>> {
  const lines: string[] = []
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString())
      done()
    },
  })
  logFault(pino(sink), error, '/v/:wave')
  return JSON.parse(lines.join('')) as Readonly<Record<string, unknown>>
}

describe('a fault that is written down', () => {
  it('has its kind, its code and where it came from', () => {
    const fault = Object.assign(new TypeError('mijn geheim'), { code: '23514' })
    const line = written(fault)
    expect(line).toMatchObject({ route: '/v/:wave', kind: 'TypeError', code: '23514' })
    expect(String(line['at'])).toContain('request-log.test.ts')
    expect(JSON.stringify(line)).not.toContain('geheim')
  })

  it('says what caused it in the same way', () => {
    const line = written(new Error('buiten geheim', { cause: new RangeError('binnen\n    at mijn geheim') }))
    expect(line['at']).toEqual(expect.arrayContaining(['caused by', 'RangeError']))
    expect(JSON.stringify(line)).not.toContain('geheim')
  })

  it('does not take a line of the message for a place in the program', () => {
    expect(JSON.stringify(written(new Error('refused:\n    at mijn geheim (file:1:1)')))).not.toContain('geheim')
  })

  it.each(['mijn geheim', null, { message: 'mijn geheim' }])('copes with what is no error: %j', (thrown) => {
    expect(JSON.stringify(written(thrown))).not.toContain('geheim')
  })
})

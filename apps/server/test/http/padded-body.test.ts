import { constants, gunzipSync } from 'node:zlib'
import { seededRandom } from '@klankbord/testing'
import { describe, expect, it } from 'vitest'
import { paddedBody } from '../../src/http/padded-body.ts'

const random = seededRandom(3)
/** Text that compresses badly, of about this length. */
const text = (length: number): string =>
  Array.from({ length }, () => String.fromCodePoint(random.integer(0x20, 0x24f))).join('')

describe('an answer that somebody listens in on', () => {
  const lengths = [
    0,
    1,
    2,
    400,
    1000,
    1022,
    1023,
    1024,
    1025,
    5000,
    70_000,
    ...Array.from({ length: 100 }, (_, n) => n * 37),
  ]

  it('has a length of whole kilobytes, and says what it said', () => {
    for (const length of lengths) {
      const page = text(length)
      const plain = paddedBody(page, undefined, 'data')
      expect(plain.length % 1024).toBe(0)
      expect(plain.content.toString().slice(0, page.length)).toBe(page)
      expect(plain.content.toString().slice(page.length).trim()).toBe('')
      const packed = paddedBody(page, 'gzip, deflate, br', 'data')
      expect(packed.length % 1024).toBe(0)
      // What fits in a kilobyte would gain nothing by it.
      const isPacked = packed.headers['Content-Encoding'] === 'gzip'
      expect(isPacked).toBe(plain.length > 1024)
      const said = (isPacked ? gunzipSync(packed.content) : packed.content).toString()
      expect(said.slice(0, page.length)).toBe(page)
      expect(said.slice(page.length).trim()).toBe('')
    }
  })

  it('has said everything before the padding begins, so that nobody waits for it', () => {
    const page = '<p>vraag</p>'.repeat(2000)
    const { content, length } = paddedBody(page, 'gzip', 'page')
    const beginning = Buffer.from(content).subarray(0, length / 10)
    const said = gunzipSync(beginning, { finishFlush: constants.Z_SYNC_FLUSH }).toString()
    expect(said.slice(0, page.length)).toBe(page)
  })

  it('is no longer than it must be', () => {
    expect(paddedBody('x'.repeat(1024), undefined, 'data').length).toBe(1024)
    expect(paddedBody('x'.repeat(1025), undefined, 'data').length).toBe(2048)
  })

  it('has twelve kilobytes when it is a page, whatever stands on it', () => {
    for (const length of [1, 1000, 4000, 6000]) {
      expect(paddedBody(text(length).slice(0, 3500), undefined, 'page').length).toBe(12_288)
      expect(paddedBody('<p>vraag</p>'.repeat(length), 'gzip', 'page').length).toBe(12_288)
    }
  })

  it.each([
    ['gzip', true],
    ['br;q=1.0, gzip;q=0.8', true],
    ['*', true],
    ['br, deflate', false],
    ['gzip;q=0', false],
    ['', false],
  ])('is packed for who asks %j: %s', (accepted, packed) => {
    expect(paddedBody('page'.repeat(3000), accepted, 'data').headers['Content-Encoding'] === 'gzip').toBe(packed)
  })

  it('asks whoever stands between not to pack it anew', () => {
    expect(paddedBody('page', 'br', 'data').headers['Cache-Control']).toContain('no-transform')
  })
})

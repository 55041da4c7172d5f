import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { leaksIn } from './leaks-in.ts'

const STORY = 'mijn buurvrouw Truus'
const SECRETS = [STORY, 'K7M-D93-XWP4', '999.910.000']

/** What a careless line of ours would write. */
function logged(write: (log: ReturnType<typeof pino>) => void): string {
  const lines: string[] = []
  write(pino({ level: 'trace' }, { write: (line) => void lines.push(line) }))
  return lines.join('')
}

describe('the search for leaks', () => {
  it.each([
    ['a body in a log line', logged((log) => log.info({ body: { story: STORY } }, 'request'))],
    ['a sentence of an error with its stack', logged((log) => log.error(new Error(`duplicate key (${STORY})`)))],
    ['an address', `GET /v/wave?q=${encodeURIComponent(STORY)}`],
    ['a form', `story=${STORY.replaceAll(' ', '+')}`],
    ['capitals', STORY.toUpperCase()],
    ['JSON in JSON', JSON.stringify(JSON.stringify({ story: STORY }))],
    ['escaped letters', String.raw`mijn\u0020buurvrouw\nTruus`],
    ['HTML', 'mijn&#32;buurvrouw Truus'],
    ['base64 after one sign', Buffer.from(`:${STORY}!`).toString('base64')],
    ['base64 after two signs', Buffer.from(`a:${STORY}!`).toString('base64url')],
    ['base64 from the start', Buffer.from(`${STORY}!`).toString('base64')],
  ])('finds a story in %s', (_, text) => {
    expect(leaksIn(text, SECRETS)).toEqual([STORY])
  })

  it('finds a code and a number also without the signs between', () => {
    expect(leaksIn('code k7md93xwp4 of 999910000', SECRETS)).toEqual(SECRETS.slice(1))
  })

  it('finds nothing where nothing is', () => {
    const line = logged((log) => log.info({ method: 'PUT', route: '/v/:wave', status: 422 }, 'request'))
    expect(leaksIn(line, SECRETS)).toEqual([])
    expect(leaksIn('mijn buurman', SECRETS)).toEqual([])
  })
})

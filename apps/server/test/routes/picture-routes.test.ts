import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../http/ask.ts'
import { sendRequest } from '../raw-request.ts'
import { startServer, type StartedServer } from '../started-server.ts'

const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><script>alert(1)</script></svg>'
const SOUND = 'somebody reads a question aloud'
const SECRET = 'a key that nobody may read'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
  const folder = server.context.settings.pictures
  await mkdir(join(folder, 'more.svg'), { recursive: true })
  await mkdir(join(folder, 'folder'), { recursive: true })
  await writeFile(join(dirname(folder), 'secret.svg'), SECRET)
  await symlink(join(dirname(folder), 'secret.svg'), join(folder, 'elsewhere.svg'))
  for (const name of [
    'house.svg',
    'rest_2-a.b.png',
    'street.jpg',
    'tree.webp',
    '.hidden.svg',
    'page.html',
    'House.svg',
  ])
    await writeFile(join(folder, name), DRAWING)
  await writeFile(join(folder, 'folder', 'house.svg'), DRAWING)
  const { recordings } = server.context.settings
  await mkdir(recordings)
  for (const name of ['quick.mp3', 'quick.m4a', 'quick.html', 'quick.svg'])
    await writeFile(join(recordings, name), SOUND)
})

afterAll(() => server.end())

describe('somebody who sees a picture beside an answer', () => {
  it.each([
    ['house.svg', 'image/svg+xml'],
    ['rest_2-a.b.png', 'image/png'],
    ['street.jpg', 'image/jpeg'],
    ['tree.webp', 'image/webp'],
  ])('gets it for what it is, and keeps it for a day: %s', async (name, type) => {
    const { status, headers, text } = await ask(server, `/pictures/${name}`)
    expect([status, text]).toEqual([200, DRAWING])
    expect(headers.get('content-type')?.split(';')[0]).toBe(type)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('public, max-age=86400')
  })

  it('runs nothing that a drawing holds, and lets it load nothing, also when it is opened by itself', async () => {
    const { headers } = await ask(server, '/pictures/house.svg')
    const policy = (headers.get('content-security-policy') ?? '').split('; ')
    expect(policy).toEqual(expect.arrayContaining(["default-src 'none'", "frame-ancestors 'none'", 'sandbox']))
    expect(policy.join(' ')).not.toMatch(/unsafe|script-src|style-src|allow-/)
  })
})

describe('somebody who hears a question', () => {
  it.each([
    ['quick.mp3', 'audio/mpeg'],
    ['quick.m4a', 'audio/mp4'],
  ])('gets the recording, and it runs nothing: %s', async (name, type) => {
    const { status, headers, text } = await ask(server, `/recordings/${name}`)
    expect([status, text]).toEqual([200, SOUND])
    expect(headers.get('content-type')?.split(';')[0]).toBe(type)
    expect(headers.get('cache-control')).toBe('public, max-age=86400')
    expect(headers.get('accept-ranges')).toBe('bytes')
    expect(headers.get('content-security-policy')).toContain('sandbox')
  })

  it('gets the part that a player asks for', async () => {
    const { status, headers, text } = await ask(server, '/recordings/quick.mp3', { headers: { Range: 'bytes=9-13' } })
    expect([status, text]).toEqual([206, 'reads'])
    expect(headers.get('content-range')).toBe(`bytes 9-13/${SOUND.length}`)
  })

  it.each(['/recordings/quick.html', '/recordings/quick.svg', '/recordings/nobody.mp3', '/recordings/..%2fsecret.svg'])(
    'finds nothing but recordings: %s',
    async (path) => {
      expect((await ask(server, path)).status).toBe(404)
    },
  )
})

describe('somebody who looks for more than pictures', () => {
  it.each([
    '/pictures/nowhere.svg',
    '/pictures/.hidden.svg',
    '/pictures/%2ehidden.svg',
    '/pictures/page.html',
    '/pictures/House.svg',
    '/pictures/more.svg',
    '/pictures/folder',
    '/pictures/folder/house.svg',
    '/pictures/folder%2fhouse.svg',
    '/pictures/elsewhere.svg',
    '/pictures/',
    '/pictures',
    '/pictures/../secret.svg',
    '/pictures/%2e%2e/secret.svg',
    '/pictures/..%2fsecret.svg',
    '/pictures/..%5csecret.svg',
    '/pictures/%2e%2e%2fsecret.svg',
    '/pictures/%252e%252e%252fsecret.svg',
    '/pictures/house.svg%00',
    '/pictures/house.svg%00.png',
    '/pictures//secret.svg',
    '/pictures/%2Fetc%2Fpasswd',
    '/pictures/house.svg%0a',
    `/pictures/${'a'.repeat(300)}.svg`,
    '/pictures/%E0%A4%A.svg',
  ])('finds nothing: %s', async (path) => {
    const answer = await sendRequest(server.origin, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 404 /)
    expect(answer).not.toContain(SECRET)
    expect(answer).not.toContain('<script')
    expect(server.logged()).not.toContain('"fault"')
  })
})

import type { TextRelease } from '@klankbord/model'
import { closeWave } from '@klankbord/storage'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave } from '../wmo-wave.ts'
import { asIfReleased } from './released-languages.ts'

let server: StartedServer
let trying: StartedServer
let released: readonly TextRelease[] = []

beforeAll(async () => {
  server = await startServer({ releases: () => Promise.resolve(released) })
  trying = await startServer({ tryOut: true, seed: 2 })
  await openWmoWave(server.context, 'wmo')
  const { studyId, id } = await openWmoWave(server.context, 'gesloten')
  await closeWave(server.context.database.db, { studyId, waveId: id }, '2026-05-01')
})
afterAll(async () => {
  await server.end()
  await trying.end()
})
beforeEach(() => {
  released = []
})

interface Notice {
  readonly status: number
  readonly language: string | undefined
}

async function noticeAfter(path: string, fields: Readonly<Record<string, string>>, on = server): Promise<Notice> {
  const response = await fetch(on.origin + path, { method: 'POST', body: new URLSearchParams(fields) })
  return { status: response.status, language: /<html lang="(\w+)"/.exec(await response.text())?.[1] }
}

async function noticeAt(path: string, accepted = 'nl', on = server): Promise<Notice> {
  const response = await fetch(on.origin + path, { headers: { accept: 'text/html', 'accept-language': accepted } })
  return { status: response.status, language: /<html lang="(\w+)"/.exec(await response.text())?.[1] }
}

/** A form that no page of ours sends. */
const STRANGE = { go: 'next', screen: 'nowhere', unknown: '1' }

describe('a page that says why something failed', () => {
  it.each([
    ['a form that is none of ours', '/v/wmo', { ...STRANGE, language: 'ar' }, 422],
    ['a language button of a form that is none of ours', '/v/wmo', { ...STRANGE, go: 'language:ar' }, 422],
    ['a wave that is closed', '/v/gesloten', { go: 'start', language: 'ar' }, 410],
    ['a wave that is not there', '/v/nergens', { go: 'start', language: 'ar' }, 404],
    ['a withdrawal that is none of ours', '/v/wmo/withdraw', { strange: '1', language: 'ar' }, 422],
  ])('speaks a language that is open, not the one of the form, after %s', async (_what, path, fields, status) => {
    expect(await noticeAfter(path, fields)).toEqual({ status, language: 'nl' })
    released = await asIfReleased('ar')()
    expect(await noticeAfter(path, fields)).toEqual({ status, language: 'ar' })
  })

  it('speaks a language of which the pages are released, though a questionnaire in it is shut', async () => {
    released = (await asIfReleased('pl')()).filter(({ key }) => /^(?:pages|words)\//.test(key))
    expect(await noticeAfter('/v/nergens', { language: 'pl' })).toEqual({ status: 404, language: 'pl' })
    expect(await noticeAfter('/v/wmo', { ...STRANGE, language: 'pl' })).toEqual({ status: 422, language: 'nl' })
  })

  it('follows the link and the browser as the introduction does', async () => {
    expect(await noticeAt('/v/nergens', 'tr,en;q=0.5')).toEqual({ status: 404, language: 'en' })
    expect(await noticeAt('/v/nergens?lang=tr')).toEqual({ status: 404, language: 'nl' })
    released = await asIfReleased('tr')()
    expect(await noticeAt('/v/nergens', 'tr,en;q=0.5')).toEqual({ status: 404, language: 'tr' })
    expect(await noticeAt('/v/nergens?lang=tr')).toEqual({ status: 404, language: 'tr' })
  })

  it('speaks every language on a server for trying out', async () => {
    expect(await noticeAfter('/v/nergens', { language: 'uk' }, trying)).toEqual({ status: 404, language: 'uk' })
  })
})

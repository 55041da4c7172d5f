import type { LanguageCode } from '@klankbord/model'
import { INSTRUMENTS } from '@klankbord/instruments'
import type { Wave } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EVERY_ELEMENT, openWaveOf } from '../every-element.ts'
import { asIfReleased } from '../language/released-languages.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { storedAnswers } from '../wmo-wave.ts'
import { answerEverything } from './answer-everything.ts'
import { openForm } from './form-client.ts'

const LANGUAGES: readonly LanguageCode[] = ['nl', 'ar']

let server: StartedServer

beforeAll(async () => {
  server = await startServer({ releases: asIfReleased('ar') })
})

afterAll(() => server.end())

/** Opens a wave, fills in all of it and sends it. */
async function fillIn(wave: Wave, language: LanguageCode, nth: number): Promise<readonly string[]> {
  const dutch = await openForm(`${server.origin}/v/${wave.address}`)
  const introduction = language === 'nl' ? dutch : await dutch.press(`language:${language}`)
  expect(introduction.html).toContain(`<html lang="${language}"`)
  const { ready, headings } = await answerEverything(introduction, nth)
  const done = await ready.press('submit')
  expect([done.status, done.headers.get('set-cookie')]).toEqual([200, null])
  expect(done.html).toMatch(/(?:<span>[A-Z2-9]{4}<\/span> ){3}/)
  return headings
}

describe('somebody with a client that knows forms and nothing else: no cookie, no script', () => {
  it.each(
    INSTRUMENTS.flatMap(({ id, definition }) => {
      const spoken = LANGUAGES.filter(
        (language) => JSON.stringify(definition).includes(`"${language}":`) || language === 'nl',
      )
      return spoken.map((language) => [id, language, definition] as const)
    }),
  )('fills in the whole of %s in %s', async (id, language, definition) => {
    const wave = await openWaveOf(server.context, definition, `${id.slice(0, 20)}-${language}`)
    const headings = await fillIn(wave, language, 0)
    expect(headings.length).toBeGreaterThan(0)
    const stored = await storedAnswers(server.context, wave)
    expect(stored.map((response) => response.language)).toEqual([language])
    expect(Object.keys(stored[0]?.answers ?? {}).length).toBeGreaterThan(0)
  })

  it('fills in every element, and takes other choices the second time', async () => {
    const wave = await openWaveOf(server.context, EVERY_ELEMENT, 'alle-elementen')
    const first = await fillIn(wave, 'nl', 0)
    const second = await fillIn(wave, 'nl', 1)
    expect([first.length, second.length].every((count) => count > 10)).toBe(true)
    const stored = await storedAnswers(server.context, wave)
    expect(stored).toHaveLength(2)
    expect(stored[0]?.answers).not.toEqual(stored[1]?.answers)
  })
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { open, press, type ShownPage } from '../filled-page.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave } from '../wmo-wave.ts'
import { wordsOf } from './page-words.ts'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server.end())

async function begun(address: string): Promise<ShownPage> {
  await openWmoWave(server.context, address)
  return press(at(address), await open(at(address)), 'start')
}

const at = (address: string): string => `${server.origin}/v/${address}`

it('lets somebody who stops read the page in English, with the same words and number, and go on there', async () => {
  const first = await begun('taal-later')
  const typed = { [first.textFields[0] ?? first.choices[0]?.name ?? '']: first.choices[0]?.value ?? 'ja' }
  const second = await press(at('taal-later'), first, 'next', typed)
  const dutch = await press(at('taal-later'), second, 'stop')
  expect(wordsOf(dutch)).toContain('Alles tot en met vraag 1 is opgeslagen')
  const english = await press(at('taal-later'), dutch, 'language:en')
  expect([english.status, english.heading]).toEqual([200, 'You can go on later'])
  expect(wordsOf(english)).toContain('Everything up to question 1 is saved')
  expect(english.hidden['words']).toBe(dutch.hidden['words'])
  const back = await press(at('taal-later'), english, 'resume')
  expect([back.status, back.hidden['screen'], back.hidden['language']]).toEqual([200, second.hidden['screen'], 'en'])
  const left = await press(at('taal-later'), english, 'leave')
  expect((await press(at('taal-later'), left, 'language:nl')).heading).toBe('U bent gestopt')
})

it('shows the withdrawal code once more in English, and that answers are gone', async () => {
  let page = await begun('taal-klaar')
  while (page.hidden['code'] === undefined) page = await press(at('taal-klaar'), page, 'skip')
  const done = await press(at('taal-klaar'), page, 'submit')
  const english = await press(at('taal-klaar'), done, 'language:en')
  expect([english.status, english.hidden['language']]).toEqual([200, 'en'])
  expect(english.hidden['code']).toBe(done.hidden['code'])
  expect(english.html).toContain('id="code"')
  const gone = await press(`${at('taal-klaar')}/withdraw`, null, 'erase', { code: done.hidden['code'] ?? '' })
  const goneInEnglish = await press(`${at('taal-klaar')}/withdraw`, gone, 'language:en')
  expect([goneInEnglish.status, goneInEnglish.hidden['gone']]).toEqual([200, 'yes'])
  expect(goneInEnglish.heading).not.toBe(gone.heading)
})

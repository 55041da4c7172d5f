import { resumeWord } from '@klankbord/pages'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EVERY_ELEMENT, openWaveOf } from '../every-element.ts'
import { open, press, type ShownPage } from '../filled-page.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { wordsOf } from './page-words.ts'

const living = (story: string): Record<string, string> => ({ living: 'other', 'living-Comment': story })
const [BEGAN, AT_HOME, AT_LIBRARY] = ['Op zolder', 'Thuis op zolder', 'In de bibliotheek']

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server.end())

const at = (address: string): string => `${server.origin}/v/${address}`

/** Somebody who stopped, and came back with the same words on two devices. */
async function onTwoDevices(address: string): Promise<{ readonly home: ShownPage; readonly library: ShownPage }> {
  await openWaveOf(server.context, EVERY_ELEMENT, address)
  const first = await press(at(address), await open(at(address)), 'start')
  const second = await press(at(address), first, 'next', { consent: 'true' })
  const page = await press(at(address), second, 'stop', living(BEGAN))
  return { home: await comeBack(address, page), library: await comeBack(address, page) }
}

function comeBack(address: string, page: ShownPage): Promise<ShownPage> {
  const [word1 = '', word2 = '', word3 = ''] = (page.hidden['words'] ?? '')
    .split('.')
    .slice(0, 3)
    .map((name) => resumeWord(name)?.words['nl'] ?? '')
  return press(`${at(address)}/resume`, null, 'submit', { word1, word2, word3, language: 'nl' })
}

/** What the other device left there, asked from a page that is not behind. */
async function keptNow(address: string, page: ShownPage): Promise<string> {
  return (await press(at(address), page, `resume:${page.hidden['screen'] ?? ''}`)).html
}

describe('somebody who fills in on two devices at once', () => {
  it('is asked which answer to go on with, and reads both', async () => {
    const { home, library } = await onTwoDevices('twee-vraag')
    expect((await press(at('twee-vraag'), library, 'next', living(AT_LIBRARY))).status).toBe(200)
    const asked = await press(at('twee-vraag'), home, 'next', living(AT_HOME))
    expect([asked.status, asked.heading]).toEqual([409, 'U vulde ook op een ander apparaat in'])
    expect(wordsOf(asked)).toContain(AT_HOME)
    expect(wordsOf(asked)).toContain(AT_LIBRARY)
    const there = await keptNow('twee-vraag', home)
    expect([there.includes(AT_LIBRARY), there.includes(AT_HOME)]).toEqual([true, false])
  })

  it('goes on with what was filled in here', async () => {
    const { home, library } = await onTwoDevices('twee-hier')
    await press(at('twee-hier'), library, 'next', living(AT_LIBRARY))
    const asked = await press(at('twee-hier'), home, 'next', living(AT_HOME))
    const next = await press(at('twee-hier'), asked, 'next')
    expect(next.status).toBe(200)
    expect(next.hidden['screen']).not.toBe(home.hidden['screen'])
    expect(await keptNow('twee-hier', home)).toContain(AT_HOME)
  })

  it('goes on with what stands on the other device', async () => {
    const { home, library } = await onTwoDevices('twee-daar')
    await press(at('twee-daar'), library, 'next', living(AT_LIBRARY))
    const asked = await press(at('twee-daar'), home, 'next', living(AT_HOME))
    const chosen = await press(at('twee-daar'), asked, `resume:${home.hidden['screen'] ?? ''}`)
    expect([chosen.status, chosen.html.includes(AT_LIBRARY)]).toEqual([200, true])
    expect((await press(at('twee-daar'), chosen, 'next', living(AT_LIBRARY))).status).toBe(200)
    expect(await keptNow('twee-daar', chosen)).toContain(AT_LIBRARY)
  })

  it.each(['language:nl', 'look:large'])(
    'reads the question once more with %s, with both answers still on it',
    async (go) => {
      const address = `twee-${go.slice(0, 4)}-weer`
      const { home, library } = await onTwoDevices(address)
      await press(at(address), library, 'next', living(AT_LIBRARY))
      const asked = await press(at(address), home, 'next', living(AT_HOME))
      const again = await press(at(address), asked, go)
      expect([again.status, again.heading]).toEqual([409, 'U vulde ook op een ander apparaat in'])
      expect(wordsOf(again)).toContain(AT_HOME)
      expect(wordsOf(again)).toContain(AT_LIBRARY)
      await press(at(address), again, 'next')
      expect(await keptNow(address, home)).toContain(AT_HOME)
    },
  )

  it('is asked again when the other device went on while they were choosing', async () => {
    const { home, library } = await onTwoDevices('twee-weer')
    const further = await press(at('twee-weer'), library, 'next', living(AT_LIBRARY))
    const asked = await press(at('twee-weer'), home, 'next', living(AT_HOME))
    const back = await press(at('twee-weer'), further, 'back')
    await press(at('twee-weer'), back, 'next', living('Toch bij de buren'))
    const again = await press(at('twee-weer'), asked, 'next')
    expect(again.status).toBe(409)
    expect(wordsOf(again)).toContain('Toch bij de buren')
    expect(wordsOf(again)).toContain(AT_HOME)
  })

  it.each(['back', 'stop', 'language:nl'])('loses nothing by %s either', async (button) => {
    const address = `twee-${button.slice(0, 4)}`
    const { home, library } = await onTwoDevices(address)
    await press(at(address), library, 'next', living(AT_LIBRARY))
    const asked = await press(at(address), home, button, living(AT_HOME))
    expect(asked.status).toBe(409)
    expect(wordsOf(asked)).toContain(AT_HOME)
    expect(await keptNow(address, home)).toContain(AT_LIBRARY)
  })

  it('is asked nothing where both devices say the same', async () => {
    const { home, library } = await onTwoDevices('twee-gelijk')
    await press(at('twee-gelijk'), library, 'next', living(AT_HOME))
    expect((await press(at('twee-gelijk'), home, 'next', living(AT_HOME))).status).toBe(200)
  })

  it('is asked nothing on one device that went back and changed an answer, or sent a form twice', async () => {
    const { home } = await onTwoDevices('twee-een')
    const next = await press(at('twee-een'), home, 'next', living(AT_HOME))
    expect((await press(at('twee-een'), home, 'next', living(AT_LIBRARY))).status).toBe(200)
    expect((await press(at('twee-een'), next, 'back')).status).toBe(200)
  })

  it('looks at the answers before they are sent, where they changed on the other device', async () => {
    const { home, library } = await onTwoDevices('twee-sturen')
    let ready = home
    while (ready.hidden['code'] === undefined) ready = await press(at('twee-sturen'), ready, 'skip')
    const other = await press(at('twee-sturen'), library, 'next', living(AT_LIBRARY))
    expect([other.status, (await press(at('twee-sturen'), other, 'next')).status]).toEqual([409, 200])
    const asked = await press(at('twee-sturen'), ready, 'submit')
    expect(asked.status).toBe(409)
    expect(wordsOf(asked)).toContain('Er is nog niets verstuurd')
    const look = await press(at('twee-sturen'), asked, 'resume')
    expect(look.html).toContain(AT_LIBRARY)
    expect((await press(at('twee-sturen'), look, 'submit')).heading).toBe('Opgeslagen. Dank u wel.')
  })
})

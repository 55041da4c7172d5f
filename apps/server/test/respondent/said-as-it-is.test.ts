import { afterAll, beforeAll, expect, it } from 'vitest'
import { open, press, type ShownPage } from '../filled-page.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { handOutCodes, openWmoWave } from '../wmo-wave.ts'

const GONE = 'U sloeg de vorige vraag over. Wat u daar had gekozen of geschreven, is weg.'

let server: StartedServer
let waves = 0

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server.end())

/** Somebody on the first question of a wave of their own. */
async function started(): Promise<{ readonly address: string; readonly first: ShownPage }> {
  waves += 1
  const wave = await openWmoWave(server.context, `gezegd-${waves}`)
  const address = `${server.origin}/v/${wave.address}`
  return { address, first: await press(address, await open(address), 'start') }
}

it('tells who skips a question with an answer that the answer is gone, and nobody else', async () => {
  const { address, first } = await started()
  const second = await press(address, first, 'next', { t1: '1' })
  const back = await press(address, second, 'back')
  expect(back.choices.some(({ chosen }) => chosen)).toBe(true)
  expect((await press(address, back, 'skip', { t1: '1' })).html).toContain(GONE)
  expect((await press(address, first, 'skip', { t1: '2' })).html).toContain(GONE)
  expect((await press(address, first, 'skip')).html).not.toContain(GONE)
  expect(second.html).not.toContain(GONE)
})

it('tells it before sending too, where the last question was skipped', async () => {
  const { address, first } = await started()
  let page = first
  while (page.hidden['screen'] !== 'helped') page = await press(address, page, 'skip')
  const ready = await press(address, page, 'skip', { helped: '2' })
  expect(ready.hidden['code']).toBeDefined()
  expect(ready.html).toContain(GONE)
})

it('asks who answered nothing whether that is to be sent', async () => {
  const { address, first } = await started()
  let page = first
  while (page.hidden['code'] === undefined) page = await press(address, page, 'skip')
  expect(page.html).toContain('U heeft nog niets ingevuld. Wilt u toch versturen?')
  expect(page.html).toContain('Toch versturen')
  expect((await press(address, page, 'submit')).heading).toBe('Opgeslagen. Dank u wel.')
})

it('still says what is saved after a change of language', async () => {
  const { address, first } = await started()
  const second = await press(address, first, 'next', { t1: '1' })
  expect(second.html).toContain('Alles tot nu toe is opgeslagen')
  const english = await press(address, second, 'language:en', { t2: '1' })
  expect(english.html).toContain('Everything so far is saved')
  expect((await press(address, first, 'language:en')).html).not.toContain('Everything so far is saved')
})

it('says on each question what closing the page does, and that the words hold once there are any', async () => {
  const { address, first } = await started()
  expect(first.html).toContain(
    'Sluit u deze pagina? Dan begint u opnieuw. Wilt u later verder? Kies dan eerst Stoppen.',
  )
  const later = await press(address, first, 'stop', { t1: '1' })
  const back = await press(address, later, 'resume')
  expect(back.html).toContain('Sluit u deze pagina? Dan gaat u later verder met uw drie woorden.')
  expect(back.html).not.toContain('Dan begint u opnieuw')
  const next = await press(address, back, 'next', { t1: '1' })
  expect(next.html).toContain('Alles tot nu toe is opgeslagen')
  expect(next.html).not.toContain('zolang deze pagina open blijft')
})

it('names the button that leads back, for who has no script and the arrow of a browser that shows nothing', async () => {
  const { first } = await started()
  expect(first.html).toContain('<b>Ga terug met de knop Terug, niet met de pijl van uw telefoon.</b>')
  expect(first.html).toContain('[data-script] .closing b{display:none')
})

it('says nothing that contradicts itself to who left a question empty', async () => {
  const { address, first } = await started()
  const asked = await press(address, first, 'next')
  expect(asked.html).toContain('U vulde hier nog niets in. Wilt u niet antwoorden? Kies dan Overslaan.')
  expect(asked.html).not.toContain('Wat u hier invulde, bewaren we dan niet.')
  const wrong = await press(address, first, 'next', { t1: '99' })
  expect(wrong.html).toContain('Wat u hier invulde, bewaren we dan niet.')
})

it.each([
  ['open', 'Ze zijn dus meteen anoniem.', 'De onderzoekers van'],
  ['codeConfidential', 'Uw antwoorden zijn dus niet anoniem.', 'De onderzoekers van'],
  [
    'codeAnonymous',
    'Uw antwoorden worden anoniem als we ze husselen',
    'alleen iemand lezen die daarvoor is aangewezen bij',
  ],
] as const)(
  'says in a wave that is %s who reads single answers, and whether they are anonymous',
  async (mode, anonymous, who) => {
    const wave = await openWmoWave(server.context, `lezers-${mode.toLowerCase()}`, { mode })
    const introduction = await open(`${server.origin}/v/${wave.address}`)
    const [access = ''] = mode === 'open' ? [] : await handOutCodes(server.context, wave)
    const first = await press(`${server.origin}/v/${wave.address}`, introduction, 'start', { access })
    for (const { html } of [introduction, first]) {
      const words = html.replaceAll(/<[^>]*>/g, '')
      expect(words).toContain(anonymous)
      expect(words).toContain(who)
      expect(words.includes('meteen anoniem')).toBe(mode === 'open')
    }
  },
)

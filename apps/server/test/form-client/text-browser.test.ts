import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWaveOf } from '../every-element.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { storedAnswers } from '../wmo-wave.ts'
import { openForm, type Filling, type FormPage } from './form-client.ts'
import { drawn, keysFor, press, TEXT_BROWSER, type Use } from './text-browser.ts'

/** A reason in the title is all that a test that is left out can say. */
const LEFT_OUT = TEXT_BROWSER === null ? ' (left out: no lynx on this machine)' : ''

const DEFINITION = {
  locale: 'nl',
  title: 'Eten in de opvang',
  pages: [
    {
      name: 'taste',
      elements: [
        {
          type: 'radiogroup',
          name: 'taste',
          title: 'Smaakt het eten?',
          choices: [
            { value: 1, text: 'Lekker' },
            { value: 2, text: 'Vies' },
          ],
        },
      ],
    },
    {
      name: 'meals',
      elements: [
        {
          type: 'checkbox',
          name: 'meals',
          title: 'Wat eet u hier?',
          choices: [
            { value: 1, text: 'Ontbijt' },
            { value: 2, text: 'Middageten' },
            { value: 3, text: 'Avondeten' },
          ],
        },
      ],
    },
    {
      name: 'guests',
      elements: [
        { type: 'text', inputType: 'number', name: 'guests', title: 'Met hoeveel mensen eet u?', min: 0, max: 20 },
      ],
    },
  ],
}

/** What somebody does on each page, and the same for a client that shows which page follows. */
const STEPS: readonly { readonly uses: readonly Use[]; readonly filling: Filling; readonly go: string }[] = [
  { uses: [], filling: {}, go: 'start' },
  { uses: [{ choose: 'Vies' }], filling: { taste: ['2'] }, go: 'next' },
  { uses: [{ choose: 'Ontbijt' }, { choose: 'Avondeten' }], filling: { meals: ['1', '3'] }, go: 'next' },
  { uses: [{ type: '6' }], filling: { guests: ['6'] }, go: 'next' },
  { uses: [], filling: {}, go: 'submit' },
]

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server.end())

describe('somebody with a text browser, without cookies, style or scripts', () => {
  it.runIf(TEXT_BROWSER !== null)(`fills in a questionnaire and sends it${LEFT_OUT}`, async () => {
    const guide = await openWaveOf(server.context, DEFINITION, 'eten-vooruit')
    const wave = await openWaveOf(server.context, DEFINITION, 'eten-tekst')
    const keys: string[] = []
    let page: FormPage = await openForm(`${server.origin}/v/${guide.address}`)
    for (const { uses, filling, go } of STEPS) {
      keys.push(...keysFor(await drawn(page.html), [...uses, { button: go }]))
      page = await page.press(go, filling)
    }
    await press(`${server.origin}/v/${wave.address}`, keys)

    const stored = await storedAnswers(server.context, wave)
    expect(stored.map(({ answers }) => answers)).toEqual([{ taste: 2, meals: [1, 3], guests: 6 }])
  })
})

import type { Json } from '@klankbord/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWaveOf } from '../every-element.ts'
import { open, press, type ShownPage } from '../filled-page.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { storedAnswers } from '../wmo-wave.ts'

const HELP: Json = {
  locale: 'nl',
  title: 'Over uw hulp',
  pages: [
    {
      name: 'page',
      elements: [
        { type: 'boolean', name: 'helped', title: 'Krijgt u hulp?' },
        {
          type: 'checkbox',
          name: 'from',
          title: 'Van wie?',
          choices: [
            { value: 1, text: 'Familie' },
            { value: 2, text: 'De gemeente', visibleIf: '{helped} = true' },
          ],
        },
        {
          type: 'text',
          inputType: 'number',
          name: 'weeks',
          title: 'Hoeveel weken?',
          min: 0,
          visibleIf: '{helped} = true',
        },
        { type: 'rating', name: 'grade', title: 'Welk cijfer?', rateMin: 1, rateMax: 10, rateCount: 10 },
        { type: 'html', name: 'note', html: '<p>Over uw hulp.</p>', visibleIf: '{helped} = true' },
        { type: 'boolean', name: 'enough', title: 'Is dat genoeg?', visibleIf: '{helped} = true' },
        {
          type: 'text',
          inputType: 'number',
          name: 'least',
          title: 'Hoeveel op zijn minst?',
          min: 0,
        },
        {
          type: 'text',
          inputType: 'number',
          name: 'most',
          title: 'Hoeveel op zijn meest?',
          min: 0,
          validators: [{ type: 'expression', expression: '{most} >= {least}' }],
        },
        { type: 'comment', name: 'wish', title: 'Wat kan beter?' },
      ],
    },
  ],
}

let server: StartedServer
let waves = 0

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server.end())

/** Somebody without help on the page before sending, who skipped what has no answer here. */
async function ready(): Promise<{ readonly address: string; readonly page: ShownPage }> {
  waves += 1
  const { address: name } = await openWaveOf(server.context, HELP, `help-${waves}`)
  const address = `${server.origin}/v/${name}`
  const given: Readonly<Record<string, string>> = { helped: 'false', from: '1', grade: '7', least: '2', most: '5' }
  let page = await press(address, await open(address), 'start')
  while (page.hidden['code'] === undefined) {
    const value = given[page.hidden['screen'] ?? '']
    page = await press(address, page, 'next', value === undefined ? {} : { [page.hidden['screen'] ?? '']: value })
  }
  return { address, page }
}

const on = (page: ShownPage): string => page.hidden['screen'] || page.heading

const READY = 'Klaar om te versturen'

describe('somebody who adjusts an answer from the page before sending', () => {
  it('is back on that page at once, with "Verder" and with "Overslaan"', async () => {
    const { address, page } = await ready()
    const grade = await press(address, page, 'resume:grade')
    expect(on(grade)).toBe('grade')
    const after = await press(address, grade, 'next', { grade: '9' })
    expect(on(after)).toBe(READY)
    expect(on(await press(address, await press(address, after, 'resume:wish'), 'skip'))).toBe(READY)
  })

  it('gets what the change opened and nothing else, a question with a new answer to choose too', async () => {
    const { address, page } = await ready()
    let shown = await press(address, await press(address, page, 'resume:helped'), 'next', { helped: 'true' })
    const seen = [on(shown)]
    while (shown.hidden['code'] === undefined) {
      shown = await press(address, shown, 'skip')
      seen.push(on(shown))
    }
    expect(seen).toEqual(['from', 'weeks', 'enough', READY])
  })

  it('gets it also after a double tap, and after a look at another language, at stopping and at the page before', async () => {
    const { address, page } = await ready()
    const helped = await press(address, page, 'resume:helped')
    await press(address, helped, 'next', { helped: 'true' })
    let shown = await press(address, helped, 'next', { helped: 'true' })
    expect(on(shown)).toBe('from')
    shown = await press(address, shown, 'language:nl')
    shown = await press(address, await press(address, shown, 'stop'), 'resume')
    shown = await press(address, shown, 'back')
    expect(on(shown)).toBe('helped')
    shown = await press(address, shown, 'next', { helped: 'true' })
    expect(on(shown)).toBe('from')
    expect(on(await press(address, shown, 'next', { from: '2' }))).toBe('weeks')
  })

  it('is led to an answer that fits no more, and back when it fits', async () => {
    const { address, page } = await ready()
    const most = await press(address, await press(address, page, 'resume:least'), 'next', { least: '8' })
    expect([most.status, on(most)]).toEqual([422, 'most'])
    expect(most.html).toContain('class="summary"')
    const again = await press(address, most, 'next', { most: '7' })
    expect([again.status, on(again)]).toEqual([422, 'most'])
    expect(on(await press(address, again, 'next', { most: '8' }))).toBe(READY)
  })

  it('stays on the screen while its answer needs a look', async () => {
    const { address, page } = await ready()
    const wrong = await press(address, await press(address, page, 'resume:least'), 'next', { least: 'veel' })
    expect([wrong.status, on(wrong)]).toEqual([422, 'least'])
    expect(on(await press(address, wrong, 'next', { least: '3' }))).toBe(READY)
  })

  it('sends what it became', async () => {
    const { address, page } = await ready()
    const after = await press(address, await press(address, page, 'resume:grade'), 'next', { grade: '9' })
    const wave = `help-${waves}`
    expect((await press(address, after, 'submit')).status).toBe(200)
    const found = server.context.waves.recall(wave)
    expect(found === null ? [] : await storedAnswers(server.context, found.wave)).toMatchObject([
      { answers: { grade: 9 } },
    ])
  })
})

describe('somebody who goes back from the page before sending', () => {
  it('walks on from there, screen by screen, to fill in what was skipped', async () => {
    const { address, page } = await ready()
    const most = await press(address, await press(address, page, 'back'), 'back')
    expect(on(most)).toBe('most')
    expect(on(await press(address, most, 'next', { most: '6' }))).toBe('wish')
  })
})

describe('a mark of what was seen that no page of ours made', () => {
  it.each(['x', '<b>', 'ffff ffff'])('is refused: %s', async (seen) => {
    const { address, page } = await ready()
    expect((await press(address, page, 'resume:grade', { seen })).status).toBe(422)
  })

  it('only changes which screens come when it says something else', async () => {
    const { address, page } = await ready()
    const grade = await press(address, page, 'resume:grade', { seen: '0' })
    expect(on(await press(address, grade, 'next', { grade: '2' }))).toBe('helped')
    const all = await press(address, page, 'resume:grade', { seen: 'f'.repeat(9000) })
    expect(on(await press(address, all, 'next', { grade: '2' }))).toBe(READY)
  })
})

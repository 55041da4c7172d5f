import type { Wave } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EVERY_ELEMENT, openWaveOf } from '../every-element.ts'
import { open, press, type Filling, type ShownPage } from '../filled-page.ts'
import { ask } from '../http/ask.ts'
import { serveBeside } from '../http/server-beside.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { storedAnswers } from '../wmo-wave.ts'

let server: StartedServer
let waves = 0

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server.end())

const day = (field: string, date: string): Filling => {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-')
  return { [`${field}:day`]: dayOfMonth, [`${field}:month`]: month, [`${field}:year`]: year }
}

/** What a person fills in on each screen; the clock of the tests stands at 22 November 2026. */
const FILLED: Readonly<Record<string, Filling>> = {
  consent: { consent: 'true' },
  living: { living: 'other', 'living-Comment': 'Bij mijn zus' },
  town: { town: '2' },
  matters: { matters: '1' },
  help: { help: ['1', '2'] },
  wishes: { 'wishes:1': '2', 'wishes:2': '3', 'wishes:3': '1' },
  trust: { 'trust:listen': '1', 'trust:2': '-3' },
  since: {
    ...day('since', '2020-4-9'),
    'moved:month': '11',
    'moved:year': '2019',
    ...day('planned', '2026-11-22'),
  },
  mail: { mail: 'naam@voorbeeld.example' },
  contact: { 'contact:role': 'thuiszorg', 'contact:times': '3', ...day('contact:last', '2026-05-31') },
  partner: { partner: 'Goed' },
  grade: { grade: '8' },
  weeks: { weeks: '2' },
  visits: { visits: '14' },
  wish: { wish: 'Meer tijd' },
}

const ANSWERS = {
  consent: true,
  living: 'other',
  'living-Comment': 'Bij mijn zus',
  town: 2,
  matters: 1,
  help: [1, 2],
  wishes: [2, 3, 1],
  trust: { listen: 1, '2': -3 },
  since: '2020-04-09',
  moved: '2019-11',
  planned: '2026-11-22',
  mail: 'naam@voorbeeld.example',
  contact: { role: 'thuiszorg', times: 3, last: '2026-05-31' },
  partner: 'Goed',
  grade: 8,
  weeks: 2,
  visits: 14,
  wish: 'Meer tijd',
}

interface Visited {
  readonly wave: Wave
  readonly address: string
  readonly first: ShownPage
}

async function started(): Promise<Visited> {
  waves += 1
  const wave = await openWaveOf(server.context, EVERY_ELEMENT, `alles-${waves}`)
  const address = `${server.origin}/v/${wave.address}`
  return { wave, address, first: await press(address, await open(address), 'start') }
}

/** Fills in page after page until this screen, or until the last page; every page must be taken. */
async function walkTo(
  address: string,
  from: ShownPage,
  until: string | null,
  filled: Readonly<Record<string, Filling>> = FILLED,
): Promise<ShownPage> {
  let page = from
  while (page.hidden['code'] === undefined && page.hidden['screen'] !== until) {
    const screen = page.hidden['screen'] ?? ''
    page = await press(address, page, 'next', filled[screen] ?? {})
    expect({ screen, status: page.status, stays: page.hidden['screen'] === screen }).toEqual({
      screen,
      status: 200,
      stays: false,
    })
  }
  return page
}

const wrong = ({ html }: ShownPage): readonly string[] =>
  [...html.matchAll(/<p\s+class="wrong"[\s\S]*?<\/svg>([\s\S]*?)<\/p>/g)].map(([, words]) =>
    (words ?? '').replace(/<[^>]*>/g, '').trim(),
  )

describe('somebody without scripts', () => {
  it('fills in every element, reads it back, and it is stored as it was meant', async () => {
    const { wave, address, first } = await started()
    const last = await walkTo(address, first, 'days')
    expect(last.html).toMatch(/In dagen:\s*<b><bdi>14<\/bdi><\/b>/)
    const ready = await press(address, last, 'next')
    expect(ready.html).toContain('9 april 2020')
    expect(ready.html).toContain('Bij mijn zus')
    expect((await press(address, ready, 'submit')).heading).toBe('Opgeslagen. Dank u wel.')
    const [stored] = await storedAnswers(server.context, wave)
    expect(stored?.answers).toEqual(ANSWERS)
  })

  it('reads answers in the texts of later questions', async () => {
    const { address, first } = await started()
    expect((await walkTo(address, first, 'visits')).heading).toBe('Hoe vaak kwam er iemand in 2 weken?')
  })

  it('can change an answer from the page before sending', async () => {
    const { address, first } = await started()
    const ready = await walkTo(address, first, null)
    const since = await press(address, ready, 'resume:since')
    expect([since.status, since.hidden['screen']]).toEqual([200, 'since'])
    expect(since.html).toContain('value="2020"')
  })

  it('finds closed what needs no answer, and open what is open to others', async () => {
    const { address, first } = await started()
    const filled = { ...FILLED, living: { living: '1' }, help: { help: ['3'] } }
    const help = await walkTo(address, first, 'help', filled)
    expect(help.html).toContain('De buren')
    expect(help.html).toContain('Dit kunt u hier niet kiezen.')
    const refused = await press(address, help, 'next', { help: ['2'] })
    expect([refused.status, wrong(refused)]).toEqual([422, ['Kies een antwoord dat hier staat.']])
    const partner = await walkTo(address, help, 'partner', filled)
    expect(partner.html).toContain('Deze vraag hoeft u niet te beantwoorden.')
    const ready = await walkTo(address, partner, null, filled)
    expect((await press(address, ready, 'submit')).heading).toBe('Opgeslagen. Dank u wel.')
  })
})

describe('somebody who does not want to answer what blocks', () => {
  it('cannot skip it in any way, and can stop', async () => {
    const { address, first } = await started()
    expect(first.html).not.toContain('value="skip"')
    for (const button of ['next', 'skip']) {
      const again = await press(address, first, button)
      expect([again.status, again.hidden['screen']]).toEqual([422, 'consent'])
      expect(wrong(again)[0]).toContain('Zonder dit antwoord kunt u niet verder.')
    }
    expect((await press(address, first, 'stop')).heading).toBe('Wilt u stoppen?')
  })
})

describe('somebody whose answer cannot be right', () => {
  it.each([
    ['since', day('since', '2020-2-30'), 'Deze dag staat niet in de kalender.'],
    ['since', { 'since:day': '3' }, 'Vul de dag, de maand en het jaar alle drie in.'],
    ['since', day('since', '2026-11-23'), 'Die dag moet nog komen.'],
    ['since', day('planned', '2026-11-21'), 'Die dag is al geweest.'],
    ['wishes', { 'wishes:1': '2', 'wishes:2': '2', 'wishes:3': '1' }, 'Kies elk antwoord één keer.'],
    ['wishes', { 'wishes:2': '2' }, 'Vul eerst uw 1e keuze in.'],
    ['mail', { mail: 'naam' }, 'Dit is geen e-mailadres.'],
    ['contact', { 'contact:times': '120' }, 'Vul een getal in van 0 tot 99.'],
    ['living', { living: '1', 'living-Comment': 'Bij mijn zus' }, 'Kies dan ook “Anders”.'],
  ])('stays on %s with what was typed, and reads what to do: %j', async (screen, filling, words) => {
    const { address, first } = await started()
    const again = await press(address, await walkTo(address, first, screen), 'next', filling)
    expect([again.status, again.hidden['screen']]).toEqual([422, screen])
    expect(wrong(again)[0]).toContain(words)
    for (const value of Object.values(filling).flat()) expect(again.html).toMatch(new RegExp(`value="${value}"`))
  })

  it('is asked once more for the rows that were left out, and may leave them', async () => {
    const { address, first } = await started()
    const trust = await walkTo(address, first, 'trust')
    const again = await press(address, trust, 'next', { 'trust:listen': '1' })
    expect([again.status, wrong(again)]).toEqual([422, ['U vulde hier nog niets in.']])
    const on = await press(address, again, 'next', { 'trust:listen': '1' })
    expect([on.status, on.hidden['screen']]).toEqual([200, 'since'])
  })
})

describe('somebody who changes an earlier answer', () => {
  it('is led back to the later answer that fits no more, and gets on from there', async () => {
    const { wave, address, first } = await started()
    const ready = await walkTo(address, first, null)
    const weeks = await press(address, ready, 'resume:weeks')
    await press(address, weeks, 'next', { weeks: '1' })
    const back = await press(address, ready, 'submit')
    expect([back.status, back.hidden['screen']]).toEqual([422, 'visits'])
    expect(wrong(back)).toEqual(['Dat is meer dan één keer per dag.'])
    expect(back.html).toContain('value="14"')
    const mended = await walkTo(address, await press(address, back, 'next', { visits: '7' }), null)
    expect((await press(address, mended, 'submit')).heading).toBe('Opgeslagen. Dank u wel.')
    const [stored] = await storedAnswers(server.context, wave)
    expect(stored?.answers).toMatchObject({ weeks: 1, visits: 7 })
  })
})

describe('midnight', () => {
  /** The same server at another moment. */
  const at = (moment: string) => serveBeside({ ...server.context, clock: { now: () => new Date(moment) } })

  it('comes where respondents are, not where the server is', async () => {
    const { wave, first, address } = await started()
    const dates = await walkTo(address, first, 'since')
    // Half past eleven in the evening in UTC is half past midnight of the 23rd in the Netherlands.
    const late = await at('2026-11-22T23:30:00Z')
    const again = await press(`${late.origin}/v/${wave.address}`, dates, 'next', day('planned', '2026-11-22'))
    await late.end()
    expect(wrong(again)).toEqual(['Die dag is al geweest.'])
  })

  it('refuses nobody who filled in before it and sends after it', async () => {
    const { wave, address, first } = await started()
    const ready = await walkTo(address, first, null)
    const after = await at('2026-11-22T23:30:00Z')
    const sent = await press(`${after.origin}/v/${wave.address}`, ready, 'submit')
    await after.end()
    expect(sent.heading).toBe('Opgeslagen. Dank u wel.')
  })

  it('leads who comes back days later to what is not right any more', async () => {
    const { wave, address, first } = await started()
    const ready = await walkTo(address, first, null)
    const later = await at('2026-11-26T10:00:00Z')
    const back = await press(`${later.origin}/v/${wave.address}`, ready, 'submit')
    await later.end()
    expect([back.hidden['screen'], wrong(back)]).toEqual(['since', ['Die dag is al geweest.']])
  })
})

describe('a program that sends answers', () => {
  it('gets the questionnaire, and the same check with the date of today', async () => {
    const { wave } = await started()
    const api = `/api/waves/${wave.address}`
    expect((await ask(server, `${api}/questionnaire`)).json()).toMatchObject({ format: 'klankbord-questionnaire/1' })
    const send = (id: number, answers: unknown) =>
      ask(server, `${api}/responses/00000000-0000-4000-8000-00000000000${id}`, {
        method: 'PUT',
        json: { answers, language: 'nl' },
      })
    expect((await send(1, ANSWERS)).status).toBe(201)
    const late = await send(2, { ...ANSWERS, planned: '2026-11-01' })
    expect([late.status, late.json()]).toMatchObject([422, { findings: [{ code: 'expressionNotMet' }] }])
    const silent = await send(3, { grade: 3 })
    expect([silent.status, silent.json()]).toMatchObject([422, { findings: [{ code: 'blockingAnswerMissing' }] }])
  })

  it('can keep a draft before anybody answered what blocks', async () => {
    const { wave } = await started()
    const draft = `/api/waves/${wave.address}/drafts/00000000-0000-4000-8000-000000000004`
    const json = { revision: 1, answers: {}, language: 'nl' }
    expect((await ask(server, draft, { method: 'PUT', json })).status).toBe(200)
  })
})

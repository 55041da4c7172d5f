import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Desk } from './study-on-disk.ts'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.end())

const LIST = [
  'Naam;Straat;Plaats;Mail;Wijk;Niet;BSN',
  'Zwaantje Findmij;Plantgutstraat 1;9999 ZZ Voorbeeldstad;;Oost;;111222333',
  'Bo Findmij;Plantgutstraat 1;9999 ZZ Voorbeeldstad;bo@voorbeeldstad.example;Oost;;1',
  'bo findmij;PLANTGUTSTRAAT 1;9999ZZ Voorbeeldstad;;Oost;;1',
  'Ali Findmij;;;ali@voorbeeldstad.example;West;;1',
  'Els Findmij;Dorpsweg 2;9999 ZZ Voorbeeldstad;;West;overleden;1',
].join('\n')
const COLUMNS = ['name=Naam', 'address1=Straat', 'address2=Plaats', 'email=Mail', 'stratum=Wijk', 'excluded=Niet']
const named = COLUMNS.flatMap((pair) => ['--column', pair])

async function aWave(mode: string): Promise<string> {
  const address = await desk.study()
  const opened = await desk.command('wave', 'open', address, '--mode', mode)
  return /klankbord codes make --wave (\S+)/.exec(opened.printed.join('\n'))?.[1] ?? address
}

/** A wave for which everybody of the list who may be asked is drawn and has a code. */
async function invited(mode: string): Promise<string> {
  const wave = await aWave(mode)
  await desk.command('frame', 'import', await desk.file('list.csv', LIST), '--wave', wave, ...named)
  await desk.command('frame', 'draw', '--wave', wave, '--seed', 'dobbelsteen 4', '--everyone', '--rest-months', '0')
  await desk.command('invitations', 'make', '--wave', wave)
  return wave
}

const csvOf = async (...words: readonly string[]): Promise<readonly (readonly string[])[]> => {
  const { printed, code, warned } = await desk.command('invitations', ...words)
  expect({ code, warned }).toEqual({ code: 0, warned: [] })
  return printed.slice(1).map((line) => line.split(','))
}

describe('somebody with a list of people', () => {
  it('reads first what would happen: who stands on it twice, and who may not be drawn', async () => {
    const wave = await aWave('codeConfidential')
    const file = await desk.file('list.csv', LIST)
    const tried = await desk.command('frame', 'import', file, '--wave', wave, ...named, '--dry-run')
    expect(tried).toMatchObject({
      code: 0,
      printed: [
        'line 4: the same person as on line 3; taken once',
        'Oost  2 people',
        'West  2 people',
        'not to be drawn (overleden): 1 person',
        'Dry run: 4 people would be taken, 0 rows refused. Nothing was stored.',
      ],
    })
    expect((await desk.command('frame', 'show', '--wave', wave)).printed).toEqual([
      '0 people on the list, 0 invitations',
    ])
    const taken = await desk.command('frame', 'import', file, '--wave', wave, ...named)
    expect(taken.printed.at(-1)).toBe('4 stored, 0 already there, 0 refused')
    const again = await desk.command('frame', 'import', file, '--wave', wave, ...named)
    expect(again.printed.at(-1)).toBe('0 stored, 4 already there, 0 refused')
    expect(again.printed.join('\n')).not.toMatch(/findmij|111222333/i)
  })

  it('draws one of each address, once, and keeps how', async () => {
    const wave = await aWave('codeConfidential')
    await desk.command('frame', 'import', await desk.file('list.csv', LIST), '--wave', wave, ...named)
    const draw = ['frame', 'draw', '--wave', wave, '--seed', 'dobbelsteen 4', '--one-per-address']
    expect((await desk.command(...draw, '--rest-months', '0')).code).toBe(1)
    const drawn = await desk.command(...draw, '--stratum', 'Oost=1', '--stratum', 'West=1', '--rest-months', '0')
    expect(drawn.printed.slice(0, 3)).toEqual([
      'Oost  1 drawn of 1, 2 on the list, 1 left out for somebody at the same address',
      'West  1 drawn of 1, 2 on the list, 0 left out for somebody at the same address',
      'not to be drawn (overleden): 1 person',
    ])
    const record = JSON.parse((await desk.command('frame', 'show', '--wave', wave, '--json')).printed.join('\n'))
    expect(record).toMatchObject([{ number: 1, record: { seed: 'dobbelsteen 4', onePerHousehold: true } }])
    expect((await desk.command(...draw, '--everyone')).warned.join()).toMatch(/^sample of \S+ was drawn: 2 invitations/)
  })

  it('leaves alone who was drawn for another study not long ago', async () => {
    await invited('codeAnonymous')
    const wave = await aWave('codeAnonymous')
    await desk.command('frame', 'import', await desk.file('list.csv', LIST), '--wave', wave, ...named)
    const drawn = await desk.command('frame', 'draw', '--wave', wave, '--seed', 'munt', '--everyone')
    expect(drawn.printed).toContain('not to be drawn (invitedRecently): 3 people')
    expect(drawn.printed).toContain('not to be drawn (overleden): 1 person')
  })

  it('reads that everyone is to be invited where that is so', async () => {
    const plan = async (...words: readonly string[]): Promise<readonly string[]> =>
      (await desk.command(['frame', 'plan', ...words], { data: null })).printed
    expect(await plan('--population', '500')).toEqual([
      '218 answers are needed for a margin of 5.0 points to either side.',
      'Invite everyone: 500 people. 175 answers are expected.',
      'With everyone invited the margin is 6.0 points. What limits such a study is who does not answer, not chance.',
    ])
    expect((await plan('--stratum', 'Oost=9000', '--stratum', 'West=20')).join('\n')).toContain('West: fewer than 10')
  })
})

describe('somebody who sends invitations', () => {
  it('writes them with their codes, notes what came back, and reminds the others', async () => {
    const wave = await invited('codeConfidential')
    const all = await csvOf('list', '--wave', wave)
    expect(all.map((cells) => cells[3]).toSorted()).toEqual(['Oost', 'Oost', 'West'])
    expect(await csvOf('reminders', '--wave', wave)).toEqual([])
    const [one, other, third] = all
    const ids = await desk.file('ids.csv', `id\n${all.map((cells) => cells[0]).join('\n')}\n`)
    expect((await desk.command('invitations', 'mark', 'invited', '--wave', wave, '--file', ids)).printed).toEqual([
      '3 invitations noted.',
    ])
    await desk.command('invitations', 'mark', 'undeliverable', one?.[0] ?? '', '--wave', wave)
    await desk.command('invitations', 'mark', 'refused', other?.[1] ?? '', '--wave', wave)
    expect((await csvOf('reminders', '--wave', wave)).map(([id]) => id)).toEqual([third?.[0]])
    expect((await desk.command('fieldwork', 'account', '--wave', wave)).printed.slice(0, 2)).toEqual([
      'invited 3 = undeliverable 1 + not in the group 0 + refused 1 + used 0 + open 1',
      'used 0 = answered 0 + withdrawn 0',
    ])
    await desk.command('invitations', 'mark', 'undone', one?.[0] ?? '', '--wave', wave)
    expect((await desk.command('fieldwork', 'account', '--wave', wave)).printed[0]).toContain('undeliverable 0')
    const unknown = await desk.command('invitations', 'mark', 'refused', 'nobody', '--wave', wave)
    expect(unknown).toMatchObject({
      code: 1,
      warned: ['unknown invitation: number 1 of the 1 that were named (none was noted)'],
    })
  })

  it('writes a file of them for their own eyes', async () => {
    const wave = await invited('codeAnonymous')
    const out = join(desk.folder, `${wave}.csv`)
    await desk.command('invitations', 'list', '--wave', wave, '--out', out)
    expect(await readFile(out, 'utf8')).toMatch(new RegExp(`/v/${wave}#[A-Z0-9]{3}-[A-Z0-9]{3}-[A-Z0-9]{4},`))
  })

  it('keeps who asks for paper or a talk, until that was done', async () => {
    const wave = await aWave('codeAnonymous')
    const request = ['fieldwork', 'request', '--wave', wave, '--form', 'paper', '--name', 'Bo', '--reach', 'Straat 1']
    const kept = (await desk.command(...request)).printed.join()
    const id = /[0-9a-f-]{36}/.exec(kept)?.[0] ?? ''
    expect((await desk.command('fieldwork', 'requests', '--wave', wave)).printed).toEqual([
      `to do  ${id}  paper  Bo · Straat 1`,
    ])
    const done = await desk.command('fieldwork', 'requests', '--wave', wave, '--done', id)
    expect(done.printed).toEqual([`done  ${id}  paper  Bo · Straat 1`])
  })
})

describe('somebody who counts on the street', () => {
  it('keeps counts by place and day, and is warned of what cannot be so', async () => {
    const wave = await desk.study()
    const count = (...words: readonly string[]) => desk.command('fieldwork', 'place', 'Markt', '--wave', wave, ...words)
    await count('--approached', '20', '--refused', '12', '--started', '8', '--finished', '7', '--on', '2026-05-01')
    const strange = await count('--started', '2', '--finished', '3', '--on', '2026-05-02')
    expect(strange.warned.join()).toContain('count cannot be so: finished')
    expect((await desk.command('fieldwork', 'account', '--wave', wave)).printed).toEqual([
      'answered 0',
      'Markt  approached -, refused -, started 10, finished 10',
    ])
    const patterns = await desk.command('fieldwork', 'patterns', '--wave', wave)
    expect(patterns.printed[0]).toBe('equal in every answer: < 10 of < 10 responses, the most alike < 10')
  })
})

describe('somebody who prints letters', () => {
  it('gets a file with a page for everybody who has a postal address, and is told of the others', async () => {
    const wave = await invited('codeAnonymous')
    const file = join(desk.folder, 'letters.html')
    const made = await desk.command('invitations', 'letters', '--wave', wave, '--window', 'right', '--out', file)
    expect(made.code).toBe(0)
    expect(made.warned.join('\n')).toMatch(/^2 people written to .*letters\.html.*\n1 person is not in it/s)
    const letters = await readFile(file, 'utf8')
    expect(letters.match(/class="sheet front"/g)).toHaveLength(2)
    expect(letters).toContain('class="window right"')
    expect(made.warned.join()).not.toContain('Findmij')
  })

  it('gets text messages of nobody where no mobile telephone is known', async () => {
    const wave = await invited('codeAnonymous')
    const made = await desk.command('invitations', 'sms', '--wave', wave, '--reminder')
    expect([made.code, made.printed]).toEqual([0, ['phone,text']])
  })
})

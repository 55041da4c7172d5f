import { afterAll, beforeAll, expect, it } from 'vitest'
import { startServer, type StartedServer } from '../started-server.ts'
import { waveByApi, type WaveByApi } from './wave-by-api.ts'

/** Two of five can be written to by mail; all have an address and a mobile telephone. */
const LIST = [
  'name,address1,address2,phone,email',
  ...['An,an@voorbeeldstad.example', 'Bo,bo@voorbeeldstad.example', 'Cas,', 'Dee,', 'Els,'].map((person, at) => {
    const [name = '', email = ''] = person.split(',')
    return `${name} Findmij,Dorpsweg ${at + 1},9999 ZZ Voorbeeldstad,06 1234567${at},${email}`
  }),
].join('\n')

const EVERYBODY = ['An', 'Bo', 'Cas', 'Dee', 'Els']

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

async function drawn(address: string): Promise<WaveByApi> {
  const wave = await waveByApi(server, 'codeConfidential', address)
  await wave.send('/frame', { csv: LIST, columns: {} })
  await wave.send('/frame/draw', { seed: 'dobbelsteen 4', everyone: true, restMonths: 0 })
  await wave.send('/invitations', {})
  return wave
}

const namesIn = (text: string): readonly string[] => EVERYBODY.filter((name) => text.includes(`${name} Findmij`))

/** Who stands in the letters; the file for mail merge and the text messages are held to be about the same people. */
async function written(wave: WaveByApi, query = ''): Promise<readonly string[]> {
  const names = namesIn((await wave.read(`/invitations/letters${query}`)).text)
  expect(namesIn((await wave.read(`/invitations.csv${query}`)).text)).toEqual(names)
  const texts = (await wave.read(`/sms.csv${query}`)).text.trim().split('\r\n').slice(1)
  expect(texts.map((line) => EVERYBODY[Number(line.slice(10, 11))]).toSorted()).toEqual(names)
  return names
}

async function idsOf(wave: WaveByApi): Promise<Readonly<Record<string, string>>> {
  const lines = (await wave.read('/invitations.csv?again=1')).text.trim().split('\r\n').slice(1)
  return Object.fromEntries(lines.map((line) => [namesIn(line)[0] ?? '', line.split(',')[0] ?? '']))
}

const mail = (wave: WaveByApi, kind: string) => wave.send('/invitations/mails', { kind })
const noteAll = (wave: WaveByApi) => wave.send('/invitations/marks', { mark: 'invited', invitations: 'all' })
const noteMailsSent = (wave: WaveByApi) => wave.send('/../../outbox/sent', { messages: 'all' })

it('invites everybody once: who has mail waiting is in no letter, file or text message', async () => {
  const wave = await drawn('een-keer')
  expect(await written(wave)).toEqual(EVERYBODY)
  expect((await mail(wave, 'invitation')).json()).toMatchObject({ queued: 2, needLetter: 3 })
  expect(await written(wave)).toEqual(['Cas', 'Dee', 'Els'])
  expect(await written(wave, '?again=1')).toEqual(['Cas', 'Dee', 'Els'])
  expect((await mail(wave, 'invitation')).json()).toMatchObject({ queued: 0, needLetter: 3 })

  expect((await noteAll(wave)).json()).toEqual({ noted: 3 })
  expect((await wave.read('/account')).json()).toMatchObject({ total: { invited: 3 }, notInvitedYet: 2 })
  expect((await noteMailsSent(wave)).json()).toEqual({ noted: 2 })
  expect((await wave.read('/account')).json()).toMatchObject({ total: { invited: 5 }, notInvitedYet: 0 })
  expect(await written(wave)).toEqual([])
  expect((await noteAll(wave)).json()).toEqual({ noted: 0 })
})

it('reminds everybody once, and again only when somebody asks for that', async () => {
  const wave = await drawn('herinnerd')
  await noteAll(wave)
  expect(await written(wave, '?kind=reminder')).toEqual(EVERYBODY)
  expect((await mail(wave, 'reminder')).json()).toMatchObject({ queued: 2, needLetter: 3 })
  expect(await written(wave, '?kind=reminder')).toEqual(['Cas', 'Dee', 'Els'])
  await noteMailsSent(wave)
  expect(await written(wave, '?kind=reminder')).toEqual(['Cas', 'Dee', 'Els'])
  expect(await written(wave, '?kind=reminder&again=1')).toEqual(EVERYBODY)
})

it('prints again what was printed, for nobody who is out', async () => {
  const wave = await drawn('nog-eens')
  const ids = await idsOf(wave)
  const note = (mark: string, name: string, more: object = {}) =>
    wave.send('/invitations/marks', { mark, invitations: [ids[name]], ...more })
  await note('refused', 'Bo')
  expect(await written(wave)).toEqual(['An', 'Cas', 'Dee', 'Els'])
  expect((await noteAll(wave)).json()).toEqual({ noted: 4 })
  await note('undeliverable', 'Cas')
  await note('notInGroup', 'Dee')
  expect(await written(wave)).toEqual([])
  expect(await written(wave, '?again=1')).toEqual(['An', 'Els'])
  // Of An a mail was noted. When that comes back a letter may still arrive.
  await note('undeliverable', 'An', { route: 'email' })
  expect(await written(wave, '?again=1')).toEqual(['An', 'Els'])
})

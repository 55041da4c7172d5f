import { listInvitations, readInvitationCodes } from '@klankbord/storage'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { contactStore } from '../../src/contacts/contact-store.ts'
import { invitedByApi, waveByApi, type WaveByApi } from '../fieldwork/wave-by-api.ts'
import { startServer, type StartedServer } from '../started-server.ts'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

async function idsOf(wave: WaveByApi): Promise<readonly string[]> {
  return (await listInvitations(contactStore(server.context).db, wave)).map(({ id }) => id)
}

async function aCodeOf(wave: WaveByApi, id: string): Promise<string> {
  return (await readInvitationCodes(contactStore(server.context), wave)).get(id) ?? ''
}

it('gives codes to everybody who was drawn, once, and shows none of them', async () => {
  const wave = await invitedByApi(server, 'codeConfidential', 'codes')
  const [id = ''] = await idsOf(wave)
  const again = await wave.send('/invitations', {})
  expect(again.json()).toEqual({ made: 0 })
  expect((await wave.read('/frame')).text).not.toContain(await aCodeOf(wave, id))
  const open = await waveByApi(server, 'open', 'zonder-codes')
  expect((await open.send('/invitations', {})).code).toBe('waveHasNoCodes')
})

it('notes what came back by id and by code, and the account balances', async () => {
  const wave = await invitedByApi(server, 'codeConfidential', 'terug')
  const [one = '', other = '', third = ''] = await idsOf(wave)
  const mark = (what: string, invitations: readonly string[]) =>
    wave.send('/invitations/marks', { mark: what, invitations })
  const all = (what: string) => wave.send('/invitations/marks', { mark: what, invitations: 'all' })
  expect((await all('refused')).code).toBe('bodyRefused')
  expect((await all('invited')).json()).toEqual({ noted: 3 })
  expect((await mark('reminded', [third])).json()).toEqual({ noted: 1 })
  await mark('undeliverable', [await aCodeOf(wave, one)])
  await mark('refused', [other])
  expect((await wave.read('/account')).json()).toMatchObject({
    mode: 'codeConfidential',
    total: { invited: 3, undeliverable: 1, notInGroup: 0, refused: 1, used: 0, open: 1, answered: 0, withdrawn: 0 },
  })
  expect((await mark('undone', [one])).json()).toEqual({ noted: 1 })
  expect((await wave.read('/account')).json()).toMatchObject({ total: { undeliverable: 0, open: 2 } })
})

it('notes all of them or none, and says by its place which one it does not know, never what was typed', async () => {
  const wave = await invitedByApi(server, 'codeConfidential', 'verschreven')
  const [one = ''] = await idsOf(wave)
  const slip = await wave.send('/invitations/marks', { mark: 'refused', invitations: [one, 'Zwaantje Findmij'] })
  expect([slip.status, slip.code]).toEqual([422, 'unknownInvitation'])
  expect(slip.json()).toMatchObject({ details: { place: 2, named: 2 } })
  expect(slip.text).not.toContain('Zwaantje')
  expect((await wave.read('/account')).json()).toMatchObject({ total: { invited: 0 }, notInvitedYet: 3 })
  const nothing = await wave.send('/invitations/marks', { mark: 'undone', invitations: [one] })
  expect([nothing.status, nothing.code]).toEqual([409, 'nothingToUndo'])
})

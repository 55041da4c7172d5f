import { changeWave, readAuditLog } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contactStore } from '../../src/contacts/contact-store.ts'
import { accessCodeHash, readAccessCode } from '../../src/access/access-code.ts'
import { invitedByApi, waveByApi, type WaveByApi } from '../fieldwork/wave-by-api.ts'
import { startServer, type StartedServer } from '../started-server.ts'

const LIST = [
  'name,address1,address2,phone,email,language,reach_by',
  'Zwaantje Findmij,Plantgutstraat 1,9999 ZZ Voorbeeldstad,06 12345678,,,',
  'Bo Findmij,Plantgutstraat 3,9999 ZZ Voorbeeldstad,,bo@voorbeeldstad.example,en-GB,',
  'Ali Findmij,Dorpsweg 4,9999 ZZ Voorbeeldstad,+31 6 87654321,,nl,text',
  '"<img src=x onerror=alert(1)>",Dorpsweg 6,9999 ZZ Voorbeeldstad,,,,letter',
].join('\n')

let server: StartedServer
let wave: WaveByApi

beforeAll(async () => {
  server = await startServer()
  wave = await waveByApi(server, 'codeAnonymous', 'brieven')
  await wave.send('/frame', { csv: LIST, columns: {} })
  await wave.send('/frame/draw', { seed: 'dobbelsteen 4', everyone: true, restMonths: 0 })
  await wave.send('/invitations', {})
  const plan = { closesOn: '2099-05-31', channels: ['web', 'paper', 'interviewer'] as const }
  await changeWave(server.context.database.db, wave, plan)
})
afterAll(() => server.end())

const lines = (text: string): readonly string[] => text.trim().split('\r\n')

describe('a researcher who writes letters', () => {
  it('gets one for everybody with an address who asked for no other way, in a file that runs nothing', async () => {
    const file = await wave.read('/invitations/letters')
    expect([file.status, file.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="letters-brieven.html"',
    ])
    expect(file.headers.get('content-security-policy')).toMatch(/default-src 'none'.*style-src 'sha256-/)
    expect(file.headers.get('cache-control')).toContain('no-store')
    expect(file.text.match(/class="sheet front"/g)).toHaveLength(3)
    expect(file.text.match(/class="sheet back"/g)).toHaveLength(1)
    for (const name of ['Zwaantje Findmij', 'Bo Findmij', '&lt;img src=x onerror=alert(1)&gt;'])
      expect(file.text).toContain(`<span>${name}</span>`)
    expect(file.text).not.toMatch(/Ali Findmij|<img/)
    expect(file.text).toContain('U kunt meedoen tot en met <bdi>31 mei 2099</bdi>.')
    expect(file.text).toContain('Op papier: wij sturen u de vragen.')
    expect(file.text).not.toContain('Per telefoon')
    const host = server.origin.replace('http://', '')
    expect(file.text.replaceAll(/<wbr>|<\/?span[^>]*>/g, '')).toContain(`dir="ltr">${host}/brieven</strong>`)
  })

  it('prints codes that let in, each in one letter', async () => {
    const { text } = await wave.read('/invitations/letters')
    const codes = [...text.matchAll(/class="code" dir="ltr">(.*?)<\/strong>/gs)].map(([, marked = '']) =>
      marked.replaceAll(/<[^>]*>|\s/g, ''),
    )
    expect(new Set(codes).size).toBe(3)
    const { db } = server.context.database
    const hashes = codes.map((printed) => {
      const read = readAccessCode(printed)
      return 'code' in read ? accessCodeHash(server.context.settings.keys.accessCodes, wave, read.code) : ''
    })
    const known = await db.selectFrom('access_codes').select('code_hash').where('code_hash', 'in', hashes).execute()
    expect(known).toHaveLength(3)
  })

  it('writes reminders to who was invited and did not say no', async () => {
    expect((await wave.read('/invitations/letters?kind=reminder')).text).not.toContain('class="sheet')
    const ids = lines((await wave.read('/invitations.csv')).text).slice(1)
    const idOf = (name: string): string => ids.find((line) => line.includes(name))?.split(',')[0] ?? ''
    await wave.send('/invitations/marks', { mark: 'invited', invitations: [idOf('Zwaantje'), idOf('Bo')] })
    await wave.send('/invitations/marks', { mark: 'refused', invitations: [idOf('Zwaantje')] })
    const { text } = await wave.read('/invitations/letters?kind=reminder&window=right')
    expect(text.match(/class="sheet front"/g)).toHaveLength(1)
    expect(text).toContain('Wij kijken niet wie al meedeed.')
    expect(text).toContain('class="window right"')
    // Whoever said no gets no invitation any more either.
    expect((await wave.read('/invitations/letters')).text).not.toContain('Zwaantje')
  })

  it('is told to make codes first', async () => {
    const other = await waveByApi(server, 'codeConfidential', 'zonder-codes-nog')
    await other.send('/frame', { csv: LIST, columns: {} })
    await other.send('/frame/draw', { seed: 'dobbelsteen 4', everyone: true, restMonths: 0 })
    const refused = await other.read('/invitations/letters')
    expect([refused.status, refused.code]).toEqual([409, 'codesNotMade'])
  })
})

describe('a researcher with another program', () => {
  it('gets text messages of who has a mobile telephone or asked for one', async () => {
    const other = await invitedByApi(server, 'codeAnonymous', 'geen-telefoons')
    expect(lines((await other.read('/sms.csv')).text)).toEqual(['phone,text'])
    const [header, ...rows] = lines((await wave.read('/sms.csv')).text)
    expect(header).toBe('phone,text')
    expect(rows.map((row) => row.split(',')[0])).toEqual(['31687654321'])
    expect(rows[0]).toMatch(/Clientenraad Testdorp.*\/brieven, code \w{3}-\w{3}-\w{4}/)
  })

  it('gets everybody who did not say no for mail merge, with what a letter needs', async () => {
    const file = await wave.read('/invitations.csv?again=1')
    const [header = '', ...rows] = lines(file.text)
    expect(header).toMatch(/^id,code,link,stratum,name,.*,study_address,last_day,kind$/)
    expect(rows).toHaveLength(3)
    expect(rows.every((row) => /#\w{3}-\w{3}-\w{4},/.test(row) && row.endsWith('/brieven,2099-05-31,invitation'))).toBe(
      true,
    )
    expect(rows.filter((row) => row.includes('?lang=en#'))).toHaveLength(1)
  })
})

it('leaves in the log how many people stood in a file, and never who', async () => {
  const entries = (await readAuditLog(server.context.database.db, { limit: 100 })).filter(
    ({ action }) => action === 'contacts.exported',
  )
  expect(entries.map(({ details }) => [details['file'], details['kind'], details['count']])).toEqual(
    expect.arrayContaining([
      ['letters', 'invitation', 3],
      ['letters', 'reminder', 1],
      ['sms', 'invitation', 1],
      ['invitations', 'invitation', 4],
    ]),
  )
  expect(JSON.stringify(entries)).not.toMatch(/Findmij|Dorpsweg|\w{3}-\w{3}-\w{4}"/)
  expect(await contactStore(server.context).db.selectFrom('contact.people').select('id').execute()).not.toEqual([])
})

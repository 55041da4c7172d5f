import type { Json } from '@klankbord/model'
import { createStudy, publishVersion } from '@klankbord/storage'
import { compile } from '@klankbord/questionnaire'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'

const SIGNED: Json = {
  locale: 'nl',
  title: 'Akkoord',
  pages: [
    {
      name: 'page',
      elements: [
        { type: 'boolean', name: 'agreed', title: 'Bent u akkoord?' },
        { type: 'signaturepad', name: 'signature', title: 'Wilt u hier tekenen?' },
      ],
    },
  ],
}

let server: StartedServer
let headers: Readonly<Record<string, string>>
let study: string

beforeAll(async () => {
  server = await startServer()
  headers = { cookie: await server.signIn() }
  const made = await createStudy(server.context.database.db, {
    title: { nl: 'Akkoord' },
    organisation: { name: 'Cliëntenraad Testdorp' },
    sample: false,
    tryOut: false,
    definitionText: JSON.stringify(SIGNED),
    plan: { questions: ['agreed'], breakdowns: [] },
  })
  study = made.id
})

afterAll(() => server.end())

describe('a researcher whose questionnaire asks for a signature', () => {
  it('reads in the design that no web page can ask it yet', async () => {
    const shown = await ask(server, `/api/studies/${study}`, { headers })
    expect(shown.json()['findings']).toMatchObject([
      { code: 'needsRichRunner', severity: 'hint', path: '/pages/0/elements/1', details: { questions: ['signature'] } },
      { code: 'nobodyToCall' },
    ])
  })

  it('reads it in the preview too', async () => {
    const shown = await ask(server, `/studio/preview/${study}?screen=signature`, { headers })
    expect(shown.text).toContain('Deze vraag werkt nog niet op een gewone webpagina.')
  })

  it('cannot freeze a version of it', async () => {
    const refused = await ask(server, `/api/studies/${study}/versions`, { method: 'POST', json: {}, headers })
    expect([refused.status, refused.code]).toEqual([422, 'needsRichRunner'])
    expect(refused.json()['findings']).toMatchObject([{ severity: 'block', path: '/pages/0/elements/1' }])
  })

  it('cannot open a wave with a version that was frozen before', async () => {
    const { questionnaire } = compile(SIGNED)
    if (questionnaire === null) throw new Error('the definition does not compile')
    const { db } = server.context.database
    await publishVersion(db, study, { questionnaire, definition: JSON.stringify(SIGNED) })
    const json = { title: { nl: 'Eerste ronde' } }
    const refused = await ask(server, `/api/studies/${study}/waves`, { method: 'POST', json, headers })
    expect([refused.status, refused.code]).toEqual([422, 'needsRichRunner'])
  })
})

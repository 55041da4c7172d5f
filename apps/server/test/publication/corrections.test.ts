import { findReportWords, findStudy, listPublications, saveReportWords, type Wave } from '@klankbord/storage'
import { changedPublication, samplePublication } from '@klankbord/testing/sample-publication'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { editionCorrection } from '../../src/publication/edition-correction.ts'
import { publishWave } from '../../src/publication/publish-wave.ts'
import { answer, openTown, peopleOf } from '../disclosure/small-town.ts'
import { ask, type Answer } from '../http/ask.ts'
import { signedInAs } from '../staff/signed-in-as.ts'
import { startServer, type StartedServer } from '../started-server.ts'

let server: StartedServer
let wave: Wave
let cookie: string
let towns = 0

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

beforeEach(async () => {
  towns += 1
  wave = await openTown(server.context, `verbeterd-${towns}`)
  const study = await findStudy(server.context.database.db, wave.studyId)
  cookie = await signedInAs(server, 'researcher', study?.organisationId ?? '')
  await answer(server, wave, peopleOf(9, [40, 35, 30]))
})

const publish = (json: object): Promise<Answer> =>
  ask(server, `/api/studies/${wave.studyId}/waves/${wave.id}/publications`, { headers: { cookie }, json })

async function say(nl: string): Promise<void> {
  const { db } = server.context.database
  const { revision } = await findReportWords(db, wave.studyId)
  const authored = { texts: { introduction: { nl } } }
  await saveReportWords(db, wave.studyId, { authored, decisions: [], revision })
}

describe('an edition that takes the place of another', () => {
  it('says why at its top, and so does the one before', async () => {
    const first = (await publishWave(server.context, wave)).publication.id
    await say('Dit is beter.')
    const words = 'De inleiding klopte niet.'
    const second = await publish({ correction: { reason: 'wrongWords', words } })
    expect([second.status, second.json()['correction']]).toMatchObject([
      201,
      { edition: 1, reason: 'wrongWords', words },
    ])
    const [old, now] = [await ask(server, `/r/${first}`), await ask(server, `/r/${String(second.json()['id'])}`)]
    expect(now.text).toMatch(/Deze uitgave komt in de plaats van uitgave 1 van/u)
    expect(now.text).toContain('Geen cijfer heeft een andere waarde.')
    for (const { text } of [old, now]) {
      expect(text).toContain('Er zat een fout in de tekst van uitgave 1.')
      expect(text).toContain(words)
    }
    expect((await ask(server, `/r/${first}?lang=nl`)).text).toContain('Er is een nieuwere uitgave')
  })

  it('says that other things are shown where nobody said why and no answers came', async () => {
    await publishWave(server.context, wave)
    await say('Dit is beter.')
    const { publication } = await publishWave(server.context, wave)
    expect(publication.correction).toMatchObject({ edition: 1, reason: 'otherContent', words: null })
  })

  it('names no number, in digits or in words, and says something where the reason is another', async () => {
    await publishWave(server.context, wave)
    await say('Dit is beter.')
    for (const words of ['Het ging om 3 mensen.', 'Het ging om drie mensen.', 'Three people asked.'])
      expect((await publish({ correction: { reason: 'wrongFigures', words } })).code).toBe('correctionWithNumber')
    expect((await publish({ correction: { reason: 'other', words: ' ' } })).code).toBe('correctionWithoutWords')
    expect((await publish({ correction: { reason: 'bored' } })).status).toBe(422)
  })

  it('does not say that answers came in where none did', async () => {
    await publishWave(server.context, wave)
    await say('Dit is beter.')
    expect((await publish({ correction: { reason: 'update' } })).code).toBe('nothingAdded')
  })

  it('is not a first one, nor one after a draft that nobody could read', async () => {
    expect((await publish({ correction: { reason: 'wrongFigures' } })).code).toBe('nothingToCorrect')
    await publishWave(server.context, wave, { state: 'draft' })
    expect((await publish({ correction: { reason: 'wrongFigures' } })).code).toBe('nothingToCorrect')
    expect((await publishWave(server.context, wave)).publication.correction).toBeUndefined()
  })

  it('is not one that another came after: whoever reads the first hears only of the last', async () => {
    const first = (await publishWave(server.context, wave)).publication.id
    await say('Dit is beter.')
    await publishWave(server.context, wave, { correction: { reason: 'wrongWords' } })
    await say('Dit is nog beter.')
    await publishWave(server.context, wave, { correction: { reason: 'notAgreed' } })
    const { text } = await ask(server, `/r/${first}`)
    expect(text).toContain('uitgave 3')
    expect(text).not.toContain('waren het niet eens')
    const stored = await listPublications(server.context.database.db, wave.studyId)
    expect(stored.map(({ correction }) => correction?.reason)).toEqual([undefined, 'wrongWords', 'notAgreed'])
  })
})

it('answers that came in are the reason where there are more than before', () => {
  const sample = samplePublication({ edition: 2, publishedOn: '2026-05-01' })
  const before = changedPublication(sample, { account: { answered: 40, frame: null } })
  const why = { edition: 2, publishedOn: '2026-05-01', reason: 'newAnswers', words: null }
  expect(editionCorrection(undefined, { wave: 'w', before, answered: 60 })).toEqual(why)
  expect(editionCorrection({ reason: 'update' }, { wave: 'w', before, answered: 60 })).toEqual(why)
})

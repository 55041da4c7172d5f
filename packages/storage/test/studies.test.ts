import { contentHash } from '@klankbord/model'
import {
  closeWave,
  createStudy,
  findStudy,
  findVersion,
  findWave,
  findWaveByAddress,
  listStudies,
  listVersions,
  listWaves,
  openWave,
  publishVersion,
  saveDefinition,
  saveHelpPhone,
  savePeople,
  savePlan,
  type NewStudy,
  type Study,
} from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aQuestionnaire } from './fieldwork.ts'

const NEW: NewStudy = {
  title: { nl: 'Ervaringen', en: 'Experiences' },
  organisation: { name: 'Voorbeeldstad', helpPhone: '088 000 00 00' },
  sample: false,
  tryOut: true,
  definitionText: '{ "half": ',
  plan: { questions: ['q1'], breakdowns: [{ variable: 'area' }], headline: 'q1' },
}
const NOBODYS = '00000000-0000-4000-8000-000000000000'

let database: TestDatabase
let study: Study

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  study = await createStudy(database.db, NEW)
})

describe('a study', () => {
  it('is found again as it was made', async () => {
    const { definitionText, ...rest } = NEW
    expect(study).toEqual({
      ...rest,
      id: study.id,
      organisationId: study.organisationId,
      definition: { text: definitionText, revision: 1 },
      people: null,
      policy: null,
    })
    expect(await findStudy(database.db, study.id)).toEqual(study)
    expect(await listStudies(database.db)).toContainEqual(study)
  })

  it.each([NOBODYS, 'geen-id', "'; drop table studies --", '\0'])('is not found under %j', async (id) => {
    expect(await findStudy(database.db, id)).toBeNull()
    expect(await listWaves(database.db, id)).toEqual([])
    expect(await listVersions(database.db, id)).toEqual([])
    expect(await findVersion(database.db, id, 1)).toBeNull()
    expect(await findWave(database.db, { studyId: id, waveId: id })).toBeNull()
    await expect(saveDefinition(database.db, id, { text: '', revision: 1 })).rejects.toMatchObject({
      code: 'unknownStudy',
    })
    await expect(savePlan(database.db, id, NEW.plan)).rejects.toMatchObject({ code: 'unknownStudy' })
    await expect(saveHelpPhone(database.db, id, null)).rejects.toMatchObject({ code: 'unknownStudy' })
    await expect(savePeople(database.db, id, 40)).rejects.toMatchObject({ code: 'unknownStudy' })
    await expect(closeWave(database.db, { studyId: id, waveId: id }, '2026-05-01')).rejects.toMatchObject({
      code: 'unknownWave',
    })
    const version = publishVersion(database.db, id, { questionnaire: aQuestionnaire(), definition: '' })
    await expect(version).rejects.toMatchObject({ code: 'unknownStudy' })
  })

  it('lets one of two people save who began from the same revision', async () => {
    const saves = await Promise.allSettled([
      saveDefinition(database.db, study.id, { text: 'van Ans', revision: 1 }),
      saveDefinition(database.db, study.id, { text: 'van Bo', revision: 1 }),
    ])
    expect(saves.map((save) => save.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(saves.find((save) => save.status === 'rejected')?.reason).toMatchObject({
      code: 'staleRevision',
      details: { given: 1, current: 2 },
    })
    expect(await saveDefinition(database.db, study.id, { text: 'verder', revision: 2 })).toBe(3)
  })

  it('remembers how many people will get the questionnaire, until somebody takes that back', async () => {
    await savePeople(database.db, study.id, 40)
    expect((await findStudy(database.db, study.id))?.people).toBe(40)
    await savePeople(database.db, study.id, null)
    expect((await findStudy(database.db, study.id))?.people).toBeNull()
  })

  it('takes another number to call for help, and none, and keeps the name', async () => {
    const { name } = study.organisation
    await saveHelpPhone(database.db, study.id, '030 123 45 67')
    expect((await findStudy(database.db, study.id))?.organisation).toEqual({ name, helpPhone: '030 123 45 67' })
    await saveHelpPhone(database.db, study.id, null)
    expect((await findStudy(database.db, study.id))?.organisation).toEqual({ name })
  })

  it('keeps a changed plan', async () => {
    const plan = { questions: ['q2'], breakdowns: [] }
    await savePlan(database.db, study.id, plan)
    expect((await findStudy(database.db, study.id))?.plan).toEqual(plan)
  })
})

describe('publishing a version', () => {
  it('numbers versions from 1, and gives the same questionnaire its number again', async () => {
    const publish = (title: string): Promise<{ version: number }> =>
      publishVersion(database.db, study.id, {
        questionnaire: aQuestionnaire(title),
        definition: title,
        publishedOn: '2026-05-04',
      })
    expect(await publish('een')).toEqual({ version: 1 })
    expect(await publish('een')).toEqual({ version: 1 })
    expect(await publish('twee')).toEqual({ version: 2 })
    expect(await publish('een')).toEqual({ version: 3 })
    expect(await listVersions(database.db, study.id)).toMatchObject([{ version: 1 }, { version: 2 }, { version: 3 }])
    expect(await findVersion(database.db, study.id, 2)).toEqual({
      version: 2,
      hash: aQuestionnaire('twee').hash,
      questionnaire: aQuestionnaire('twee'),
      definition: 'twee',
      publishedOn: '2026-05-04',
    })
  })

  it('makes one version when two people publish the same at once', async () => {
    const version = { questionnaire: aQuestionnaire('samen'), definition: '{}' }
    const both = await Promise.all([1, 2].map(() => publishVersion(database.db, study.id, version)))
    expect(both).toEqual([{ version: 1 }, { version: 1 }])
  })

  it('gives back a questionnaire that still matches its hash', async () => {
    await publishVersion(database.db, study.id, { questionnaire: aQuestionnaire(), definition: '{}' })
    const stored = await findVersion(database.db, study.id, 1)
    const { hash, ...rest } = stored?.questionnaire ?? aQuestionnaire('anders')
    expect(contentHash(rest)).toBe(hash)
    expect(stored?.publishedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })
})

describe('a wave', () => {
  const frame = { population: 900, invited: 400, source: { nl: 'Lijst' }, strata: { area: { '1': 500, '2': 400 } } }

  beforeEach(async () => {
    await publishVersion(database.db, study.id, { questionnaire: aQuestionnaire(), definition: '{}' })
  })

  it('is found by its address, with its study and what it asks', async () => {
    const title = { nl: 'Voorjaar' }
    const wave = await openWave(database.db, study.id, { title, address: 'lente-26', version: 1, mode: 'open', frame })
    expect(wave).toEqual({
      id: wave.id,
      studyId: study.id,
      title,
      address: 'lente-26',
      version: 1,
      mode: 'open',
      state: 'open',
      graceDays: 21,
      portion: 20,
      lastDay: null,
      resultsFrom: null,
      frame,
      channels: ['web'],
      languages: null,
      opensOn: null,
      closesOn: null,
      quotas: null,
      tryOut: false,
      erasesOn: null,
    })
    const found = await findWaveByAddress(database.db, 'lente-26')
    expect(found).toEqual({ study, wave, questionnaire: aQuestionnaire() })
    expect(await listWaves(database.db, study.id)).toEqual([wave])
    expect(await findWave(database.db, { studyId: study.id, waveId: wave.id })).toEqual(wave)
  })

  it('stands in the list where it was opened', async () => {
    const opened: string[] = []
    for (let n = 0; n < 5; n += 1) {
      opened.push((await openWave(database.db, study.id, { title: { nl: '' }, version: 1, mode: 'open', frame })).id)
    }
    expect((await listWaves(database.db, study.id)).map(({ id }) => id)).toEqual(opened)
  })

  it('gets an address that can be said over the telephone', async () => {
    const wave = await openWave(database.db, study.id, { title: { nl: '' }, version: 1, mode: 'open', frame: null })
    expect(wave.address).toMatch(/^(?:[a-z]{2}){2}-(?:[a-z]{2}){2}$/)
  })

  it('does not get an address that is taken or cannot be said', async () => {
    const wave = { title: { nl: '' }, version: 1, mode: 'open', frame: null } as const
    await openWave(database.db, study.id, { ...wave, address: 'bezet' })
    await expect(openWave(database.db, study.id, { ...wave, address: 'bezet' })).rejects.toMatchObject({
      code: 'addressTaken',
    })
    for (const address of ['A', 'a b', '-abc', 'abc-', 'a'.repeat(41), 'één', '']) {
      await expect(openWave(database.db, study.id, { ...wave, address })).rejects.toMatchObject({
        code: 'addressNotUsable',
      })
    }
    expect(await listWaves(database.db, study.id)).toHaveLength(1)
  })

  it('asks a published version only', async () => {
    const wave = openWave(database.db, study.id, {
      title: { nl: '' },
      address: 'vrij',
      version: 7,
      mode: 'open',
      frame: null,
    })
    await expect(wave).rejects.toMatchObject({ code: 'unknownVersion' })
    expect(await findWaveByAddress(database.db, 'vrij')).toBeNull()
  })

  it('stays closed once it is closed', async () => {
    const wave = await openWave(database.db, study.id, {
      title: { nl: '' },
      version: 1,
      mode: 'codeAnonymous',
      frame: null,
    })
    expect((await closeWave(database.db, { studyId: study.id, waveId: wave.id }, '2026-05-01')).state).toBe('closed')
    expect((await closeWave(database.db, { studyId: study.id, waveId: wave.id }, '2026-05-01')).state).toBe('closed')
  })

  it.each(['nergens', '\0', '%'])('is not found at %j', async (address) => {
    expect(await findWaveByAddress(database.db, address)).toBeNull()
  })
})

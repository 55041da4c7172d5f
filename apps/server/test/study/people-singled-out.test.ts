import { createStudy, openWave, publishVersion, type Study } from '@klankbord/storage'
import { compile } from '@klankbord/questionnaire'
import type { Frame, Questionnaire } from '@klankbord/model'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { peopleOfStudy } from '../../src/study/people-singled-out.ts'
import { startServer, type StartedServer } from '../started-server.ts'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

/** A questionnaire that asks for one of this many districts. */
function askingFor(districts: number): Questionnaire {
  const choices = Array.from({ length: districts }, (_, index) => ({ value: index + 1, text: `Wijk ${index + 1}` }))
  const element = { type: 'dropdown', name: 'district', title: 'Waar woont u?', theme: 'background', choices }
  const definition = { title: 'Wonen', locale: 'nl', pages: [{ name: 'one', elements: [element] }] }
  const { questionnaire } = compile(definition)
  if (questionnaire === null) throw new Error('does not compile')
  return questionnaire
}

async function studyWith(
  rounds: readonly { readonly districts: number; readonly frame: Frame | null }[],
): Promise<Study> {
  const { db } = server.context.database
  const study = await createStudy(db, {
    title: { nl: 'Wonen' },
    organisation: { name: 'Dorp' },
    sample: false,
    tryOut: false,
    definitionText: '{}',
    plan: { questions: [], breakdowns: [] },
  })
  for (const { districts, frame } of rounds) {
    const questionnaire = askingFor(districts)
    const { version } = await publishVersion(db, study.id, { questionnaire, definition: '{}' })
    await openWave(db, study.id, { title: { nl: 'Ronde' }, version, mode: 'open', frame })
  }
  return study
}

const FRAME: Frame = { population: 1400, invited: 1200, source: { nl: 'De lijst van de gemeente' }, strata: {} }

it('takes the people on the latest list of whom nobody has said how many there are', async () => {
  const study = await studyWith([
    { districts: 2, frame: { ...FRAME, invited: 300 } },
    { districts: 2, frame: FRAME },
    { districts: 2, frame: null },
  ])
  expect((await peopleOfStudy(server.context, study)).people).toBe(1200)
  expect((await peopleOfStudy(server.context, { ...study, people: 14 })).people).toBe(14)
})

it('says that all is well where hardly anybody is alone with an answer', async () => {
  const study = await studyWith([{ districts: 2, frame: null }])
  const { version } = await peopleOfStudy(server.context, { ...study, people: 400 })
  expect(version?.calm).toBe(true)
  expect((await peopleOfStudy(server.context, { ...study, people: 14 })).version?.calm).toBe(false)
})

it('looks at the version that the next round asks, not at the first', async () => {
  const study = await studyWith([
    { districts: 2, frame: null },
    { districts: 40, frame: null },
  ])
  const { version } = await peopleOfStudy(server.context, { ...study, people: 40 })
  expect(version?.sentences[0]?.['nl']).toBe(
    'In een groep van 40 mensen zijn ongeveer 15 mensen uniek door 1 achtergrondvraag.',
  )
})

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { everyKind, sampleStudy } from '@klankbord/instruments'
import { compile } from '@klankbord/questionnaire'
import { listStudies } from '@klankbord/storage'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { EVERY_KIND_ADDRESS, loadEveryKind } from '../src/study/load-every-kind.ts'
import { loadSample } from '../src/study/load-sample.ts'
import { sampleLinks } from '../src/study/sample-links.ts'
import { open, press } from './filled-page.ts'
import { startServer, type StartedServer } from './started-server.ts'

let server: StartedServer
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kb-kinds-'))
  server = await startServer()
  const settings = { ...server.context.settings, pictures: folder }
  await loadEveryKind({ ...server.context, settings })
  await loadSample(server.context)
  await loadEveryKind({ ...server.context, settings })
})

afterAll(async () => {
  await server.end()
  rmSync(folder, { recursive: true })
})

/** The kinds that a web page asks; a signature and a group that repeats need the richer runner. */
const KINDS = [
  'boolean',
  'checkbox',
  'comment',
  'date',
  'dropdown',
  'email',
  'imagepicker',
  'matrix',
  'month',
  'multipletext',
  'number',
  'radiogroup',
  'ranking',
  'rating',
]

it('has each kind of question that a page can ask, with consents, practice, faces and somebody to talk to', () => {
  const { questionnaire, findings } = compile(everyKind)
  expect(findings.filter(({ severity }) => severity === 'block')).toEqual([])
  expect(questionnaire?.questions.map(({ type }) => type)).toEqual(expect.arrayContaining(KINDS))
  expect(questionnaire?.questions.flatMap(({ consent }) => consent ?? [])).toEqual(['participation', 'quote'])
  expect(questionnaire).toMatchObject({ practiceQuestion: true, contactAgain: true, helpLines: [{ name: 'talk' }] })
  expect(questionnaire?.helpLines?.[0]?.phone).not.toBe(sampleStudy().organisation.helpPhone)
  expect(JSON.stringify(everyKind)).toContain('face-delighted')
})

it('is opened once, marked as made up and as a try-out, with the pictures that it shows', async () => {
  const studies = await listStudies(server.context.database.db)
  expect(studies.filter(({ sample, tryOut }) => sample && tryOut)).toHaveLength(1)
  const introduction = await open(`${server.origin}/v/${EVERY_KIND_ADDRESS}`)
  expect(introduction.html).toContain('Proef. We proberen deze vragen uit.')
  expect(introduction.html).toContain('bestaat niet.')
  expect(introduction.html).toContain('value="language:ar"')
  expect(readFileSync(join(folder, 'house.svg'), 'utf8')).toMatch(/^<svg xmlns/)
  writeFileSync(join(folder, 'house.svg'), 'of somebody')
  await loadEveryKind({ ...server.context, settings: { ...server.context.settings, pictures: folder } })
  expect(readFileSync(join(folder, 'house.svg'), 'utf8')).toBe('of somebody')
})

it('begins with consents and the practice question', async () => {
  const address = `${server.origin}/v/${EVERY_KIND_ADDRESS}`
  const introduction = await open(address)
  expect((await press(address, introduction, 'start')).status).toBe(422)
  const practice = await press(address, introduction, 'start', { take_part: 'true' })
  expect(practice.heading).toBe('Wat voor weer is het vandaag?')
})

it('is named at the start beside the sample study, whichever of them was made first', async () => {
  const links = await sampleLinks(server.context)
  expect(links?.questionnaire).toMatch(/\/v\/probeer$/)
  expect(links?.everyKind).toMatch(/^http:\/\/[^/]+\/alles-proberen$/)
})

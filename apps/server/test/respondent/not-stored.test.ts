import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { youthAndParents } from '@klankbord/instruments'
import { compile } from '@klankbord/questionnaire'
import { createStudy, openWave, publishVersion, type Wave } from '@klankbord/storage'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../cli/command.ts'
import { open, press, send, type ShownPage } from '../filled-page.ts'
import { ask, type Answer } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { storedAnswers } from '../wmo-wave.ts'

let server: StartedServer
let folder: string
let waves = 0

beforeAll(async () => {
  server = await startServer()
  folder = await mkdtemp(join(tmpdir(), 'kb-'))
})

afterAll(async () => {
  await server.end()
  await rm(folder, { recursive: true })
})

/** A wave in which young people and parents answer. */
async function youthWave(): Promise<Wave> {
  const { db } = server.context.database
  const definition = JSON.stringify(youthAndParents.definition)
  const { questionnaire } = compile(youthAndParents.definition)
  if (!questionnaire) throw new Error('the questionnaire for youth does not compile')
  const study = await createStudy(db, {
    title: { nl: 'Jeugdhulp' },
    organisation: { name: 'Jongerenraad Testdorp', helpPhone: '0800 – 000 00 00' },
    sample: false,
    tryOut: false,
    definitionText: definition,
    plan: youthAndParents.plan,
  })
  const { version } = await publishVersion(db, study.id, { questionnaire, definition })
  waves += 1
  const address = `jeugd-${waves}`
  return openWave(db, study.id, { title: { nl: 'Eerste' }, address, version, mode: 'open', frame: null })
}

/** Everything that the database holds of a study but its questionnaire, as one text. */
async function kept({ studyId }: Wave): Promise<string> {
  const { db } = server.context.database
  const tables = (await db.introspection.getTables()).filter(({ name, columns }) => {
    const isStudys = columns.some((column) => column.name === 'study_id')
    return isStudys && name !== 'studies' && name !== 'versions'
  })
  const rows = await Promise.all(
    tables.map(({ schema, name }) =>
      sql`select * from ${sql.id(schema ?? 'public', name)} where study_id = ${studyId}`.execute(db),
    ),
  )
  return JSON.stringify(rows.map((result) => result.rows))
}

/** What can be done on a page, in order. */
const buttons = ({ html }: ShownPage): readonly string[] =>
  [...html.matchAll(/<button\b[^>]*value="([a-z]+)"/g)].flatMap(([, go]) => go ?? [])

const DOOR = /age_band|parent_agrees|secondary_school/

async function codes(wave: Wave): Promise<readonly unknown[]> {
  const rows = await server.context.database.db
    .selectFrom('responses')
    .select(['codes', 'empties'])
    .where('wave_id', '=', wave.id)
    .execute()
  return rows
}

describe('a girl of fourteen whose father agrees', () => {
  let wave: Wave
  let address: string
  let help: ShownPage

  beforeAll(async () => {
    wave = await youthWave()
    address = `${server.origin}/v/${wave.address}`
    const who = await press(address, await open(address), 'start')
    const age = await press(address, who, 'next', { version: '1' })
    const agrees = await press(address, age, 'next', { age_band: '2' })
    help = await press(address, agrees, 'next', { parent_agrees: '1' })
  })

  it('reads beforehand that only whether she may take part is kept', async () => {
    const { html } = await open(address)
    expect(html).toContain('Van leeftijd en toestemming bewaren wij alleen of iemand mag meedoen.')
    expect(html).toContain('We bewaren alleen wat eruit volgt: ja of nee.')
  })

  it('can go back to what she said, so it is in her draft as long as she is busy', async () => {
    expect(help.hidden['screen']).toBe('y_quick')
    const back = await press(address, help, 'back')
    expect(back.choices.find(({ chosen }) => chosen)).toMatchObject({ name: 'parent_agrees', value: '1' })
    expect(await kept(wave)).toMatch(DOOR)
  })

  it('leaves nothing of it in the database when she has sent her answers', async () => {
    let page = await press(address, help, 'next', { y_quick: '2' })
    while (page.hidden['code'] === undefined) page = await press(address, page, 'skip')
    expect(page.html).toContain('Als u verstuurt, wissen we dit antwoord.')
    expect((await press(address, page, 'submit')).status).toBe(200)
    const [stored] = await storedAnswers(server.context, wave)
    expect(stored?.answers).toEqual({ version: 1, y_quick: 2 })
    const everything = await kept(wave)
    expect(everything).toContain('y_quick')
    expect(everything).not.toMatch(DOOR)
  })

  it('stands in an export with the outcome, which another wave takes as it is', async () => {
    const options = { data: join(folder, 'data'), databaseUrl: server.databaseUrl }
    const exported = await run(['responses', 'export', '--wave', wave.address], options)
    const [header = '', row = ''] = exported.printed
    expect(header).not.toMatch(DOOR)
    expect(header.split(',').at(-1)).toBe('may_take_part')
    expect(row.split(',').at(-1)).toBe('true')
    const file = join(folder, 'youth.csv')
    await writeFile(file, `${exported.printed.join('\n')}\n`)
    const other = await youthWave()
    const { code } = await run(['responses', 'import', file, '--wave', other.address], options)
    expect(code).toBe(0)
    expect(await codes(other)).toEqual(await codes(wave))
    const again = await run(['responses', 'export', '--wave', other.address], options)
    expect(again.printed).toEqual(exported.printed)
  })
})

describe('a boy of eleven whose mother does not agree', () => {
  let wave: Wave
  let address: string
  let ending: ShownPage

  beforeAll(async () => {
    wave = await youthWave()
    address = `${server.origin}/v/${wave.address}`
    const who = await press(address, await open(address), 'start')
    const age = await press(address, who, 'next', { version: '1' })
    expect(age.html).toContain('Zodra je verstuurt of stopt, wissen we je leeftijd.')
    const agrees = await press(address, age, 'next', { age_band: '1' })
    ending = await press(address, agrees, 'next', { parent_agrees: '2' })
  })

  it('comes to an end that thanks him, says that nothing counts, and has no way to send', () => {
    expect(ending.html).toContain('Fijn dat je wilde meedoen.')
    expect(ending.html).toContain('Deze pagina kan nu dicht. Er wordt niets verstuurd en niets telt mee.')
    expect(buttons(ending)).toEqual(['erase', 'back'])
    expect(ending.hidden['code']).toBeUndefined()
  })

  it.each(['next', 'skip', 'submit', 'resume'])('stays there whatever a page sends: %s', async (go) => {
    const page = await press(address, ending, go)
    expect(page.html).toContain('Fijn dat je wilde meedoen.')
    expect(buttons(page)).toEqual(['erase', 'back'])
    expect(await codes(wave)).toEqual([])
  })

  it('cannot send with a code that he made himself', async () => {
    const page = await send(address, { ...ending.hidden, screen: '', code: 'K7P4-HM9R-TXYZ', go: 'submit' })
    expect(page.html).not.toContain('K7P4')
    expect(await codes(wave)).toEqual([])
  })

  it('can go back and say that his mother agrees after all', async () => {
    const back = await press(address, ending, 'back')
    expect(back.choices.find(({ chosen }) => chosen)).toMatchObject({ name: 'parent_agrees', value: '2' })
    const on = await press(address, back, 'next', { parent_agrees: '1' })
    expect(on.hidden['screen']).toBe('y_quick')
    await press(address, await press(address, on, 'back'), 'next', { parent_agrees: '2' })
  })

  it('leaves nothing when he stops', async () => {
    expect(await kept(wave)).toMatch(DOOR)
    expect((await press(address, ending, 'erase')).status).toBe(200)
    expect(await kept(wave)).not.toMatch(DOOR)
    expect(await codes(wave)).toEqual([])
  })
})

it('tells who does not say who they are no words for children', async () => {
  const wave = await youthWave()
  const address = `${server.origin}/v/${wave.address}`
  const who = await press(address, await open(address), 'start')
  const ending = await press(address, who, 'next', { version: '-4' })
  expect(ending.html).toContain('Jongeren en ouders krijgen elk hun eigen vragen.')
  expect(ending.html).not.toMatch(/Kindertelefoon|je wilde meedoen/)
  expect(buttons(ending)).toEqual(['erase', 'back'])
})

describe('a program that sends answers of young people', () => {
  const put = (wave: Wave, path: string, json: unknown): Promise<Answer> =>
    ask(server, `/api/waves/${wave.address}/${path}`, { method: 'PUT', json })
  const body = (answers: object, more: object = {}): object => ({ answers, language: 'nl', ...more })

  it('keeps them in a draft, which is gone with the response', async () => {
    const wave = await youthWave()
    const id = randomUUID()
    const answers = { version: 1, age_band: 1, parent_agrees: 1 }
    expect((await put(wave, `drafts/${id}`, body(answers, { revision: 1 }))).status).toBe(200)
    expect(await kept(wave)).toMatch(DOOR)
    expect((await put(wave, `responses/${id}`, body({ ...answers, y_quick: 1 }))).status).toBe(201)
    expect(await kept(wave)).not.toMatch(DOOR)
  })

  it('gets the same record whatever the age is, and so the same answer when it sends again', async () => {
    const wave = await youthWave()
    const id = randomUUID()
    const first = await put(wave, `responses/${id}`, body({ version: 1, age_band: 3 }))
    const same = await put(wave, `responses/${id}`, body({ version: 1, age_band: 2, parent_agrees: 1 }))
    expect([first.status, same.status]).toEqual([201, 200])
    await put(wave, `responses/${randomUUID()}`, body({ version: 1, age_band: 1, parent_agrees: 1 }))
    const [one, other] = await codes(wave)
    expect(one).toEqual(other)
  })

  it('is told of whom nothing is stored, and may keep the draft of it', async () => {
    const wave = await youthWave()
    const id = randomUUID()
    const answers = { version: 1, age_band: 2, parent_agrees: 2 }
    expect((await put(wave, `drafts/${id}`, body(answers, { revision: 1 }))).status).toBe(200)
    const refused = await put(wave, `responses/${id}`, body(answers))
    expect([refused.status, refused.code]).toEqual([422, 'answersRefused'])
    expect(refused.text).toContain('notEligible')
    expect(await codes(wave)).toEqual([])
  })

  it('cannot leave the door out', async () => {
    const wave = await youthWave()
    const bare = await put(wave, `responses/${randomUUID()}`, body({ version: 1, y_quick: 1 }))
    expect(bare.status).toBe(422)
    expect(bare.text).toContain('blockingAnswerMissing')
  })
})

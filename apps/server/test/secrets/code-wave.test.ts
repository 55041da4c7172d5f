import { randomUUID } from 'node:crypto'
import { wmoClientExperience } from '@klankbord/instruments'
import { textHash } from '@klankbord/model'
import { resumeWord } from '@klankbord/pages'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { press, type ShownPage } from '../filled-page.ts'
import { leaksIn } from './leaks-in.ts'
import { HEADERS, NUMBER, STORY } from './planted.ts'
import { startTalkativeServer, type TalkativeServer } from './talkative-server.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let server: TalkativeServer
let pages = ''
let api = ''
let wave = ''
let codes: readonly string[] = []
/** What nobody may find again: answers, ids of drafts and responses, codes of both kinds, and their hashes. */
const secrets = new Set([STORY, NUMBER])
/** What commands said that say what they are asked for: the codes themselves. */
let asked = ''

beforeAll(async () => {
  server = await startTalkativeServer()
  const definition = await server.file('definition.json', JSON.stringify(wmoClientExperience.definition))
  await server.command('study', 'import', definition)
  const study = await server.database.db.selectFrom('studies').select('study_id').executeTakeFirstOrThrow()
  const opening = ['wave', 'open', study.study_id, '--mode', 'codeAnonymous', '--title', 'Met een code']
  await server.command(...opening)
  const opened = await server.database.db
    .selectFrom('waves')
    .select('address')
    .where('mode', '=', 'codeAnonymous')
    .executeTakeFirstOrThrow()
  wave = opened.address
  pages = `${server.origin}/v/${wave}`
  api = `${server.origin}/api/waves/${wave}`
  const made = await server.command('codes', 'make', '--wave', wave, '--count', '30')
  asked += made.output
  codes = [...made.output.matchAll(/^([A-Z0-9]{3}-[A-Z0-9]{3}-[A-Z0-9]{4}),/gm)].map(([, code]) => code ?? '')
  const rows = await server.database.db.selectFrom('access_codes').select('code_hash').execute()
  for (const secret of [...codes, ...rows.map((row) => row.code_hash)]) secrets.add(secret)
})

afterAll(() => server.end())

/** Everything that was written down, but for what the one command printed that makes codes. */
function expectSilence(): void {
  const said = server.said()
  expect(leaksIn(said.server, secrets)).toEqual([])
  expect(leaksIn(said.database, secrets)).toEqual([])
  expect(leaksIn(said.commands.replace(asked, ''), secrets)).toEqual([])
}

/** Goes on with three words, first in a wrong order. Neither they nor what opens the answers are written down. */
async function goOn(field: string, access: string): Promise<ShownPage> {
  const [one = '', two = '', three = '', key = ''] = field.split('.')
  const words = [one, two, three].map((name) => resumeWord(name)?.words['nl'] ?? '')
  const kept = await server.database.db.selectFrom('drafts').select('words_hash').execute()
  const hashes = kept.flatMap(({ words_hash: hash }) => (hash === null ? [] : [hash]))
  for (const secret of [field, key, words.join(' '), words.join(','), ...hashes]) secrets.add(secret)
  const [word1 = '', word2 = '', word3 = ''] = words
  await press(`${pages}/resume`, null, 'submit', { word1: word3, word2, word3: word1, access })
  await press(`${pages}/resume`, null, 'submit', { word1: words.join(' '), word2: '', word3: '', access: 'K7M' })
  return press(`${pages}/resume`, null, 'submit', { word1, word2, word3, access })
}

/** Fills in a story on the pages, pauses, goes on and sends. @returns the code to withdraw with */
async function fillIn(code: string): Promise<string> {
  const first = await press(pages, null, 'start', { access: code })
  const draft = (first.hidden['draft'] ?? '').replace('new-', '')
  secrets.add(draft)
  const story = { ...first, hidden: { ...first.hidden, screen: 'story' } }
  const written = await press(pages, story, 'next', { story: `${STORY} ${NUMBER}` })
  const paused = await press(pages, { ...written, hidden: { ...written.hidden, screen: 'story' } }, 'stop')
  const back = await goOn(paused.hidden['words'] ?? '', code)
  const ready = await press(pages, { ...back, hidden: { ...back.hidden, screen: '' } }, 'resume')
  const withdrawal = ready.hidden['code'] ?? ''
  secrets.add(withdrawal).add(textHash(withdrawal))
  const sent = await press(pages, ready, 'submit')
  expect([sent.status, withdrawal.length > 8]).toEqual([200, true])
  await press(pages, ready, 'submit')
  return withdrawal
}

async function put(path: string, json: unknown): Promise<number> {
  const headers = { ...HEADERS, 'content-type': 'application/json' }
  return (await fetch(`${api}/${path}?code=${codes[0]}`, { method: 'PUT', headers, body: JSON.stringify(json) })).status
}

/** Sends a draft and then a response for good. @returns the statuses of both */
async function sendByApi(code: string, more: object = {}): Promise<readonly number[]> {
  const id = randomUUID()
  secrets.add(id)
  const answers = { story: STORY }
  const statuses = [
    await put(`drafts/${id}`, { revision: 1, answers, language: 'nl', code }),
    await put(`responses/${id}`, { answers, language: 'nl', code, ...more }),
  ]
  return statuses
}

it('writes down nothing of what people with a code send, rightly and wrongly, nor of their codes', async () => {
  const withdrawal = await fillIn(codes[0] ?? '')
  await fillIn(codes[1] ?? '')
  const guessed = codes[0]?.replace(/.$/, (sign) => (sign === 'A' ? 'C' : 'A')) ?? ''
  for (const code of [codes[0] ?? '', guessed, `O${guessed.slice(1)}`]) {
    secrets.add(code)
    await press(pages, null, 'start', { access: code })
    await sendByApi(code)
  }
  expect(await sendByApi(codes[2] ?? '', { withdrawalHash: textHash('geheim') })).toEqual([200, 201])
  for (const code of [withdrawal, codes[3] ?? '']) await press(`${pages}/withdraw`, null, 'erase', { code })
  expectSilence()
})

it('writes down nothing when the database refuses such rows and names them', async () => {
  const { db } = server.database
  for (const table of ['pending_responses', 'pending_codes', 'drafts'])
    await sql`alter table ${sql.table(table)} add constraint never check (study_id is null) not valid`.execute(db)
  for (const code of codes.slice(4, 8)) expect(await sendByApi(code)).toEqual([500, 500])
  for (const table of ['pending_responses', 'pending_codes', 'drafts'])
    await sql`alter table ${sql.table(table)} drop constraint never`.execute(db)
  // Two ids with one code in the same moment, and one id with two.
  const one = randomUUID()
  secrets.add(one)
  const body = (code = ''): object => ({ answers: { story: STORY }, language: 'nl', code })
  await Promise.all([
    sendByApi(codes[8] ?? ''),
    sendByApi(codes[8] ?? ''),
    put(`responses/${one}`, body(codes[9])),
    put(`responses/${one}`, body(codes[10])),
  ])
  expect(server.said().server).toContain('"23514"')
  expectSilence()
})

it('prints nothing of them in any command that is not asked for answers', async () => {
  for (const code of codes.slice(11, 21)) await sendByApi(code)
  const passphrase = await server.file('passphrase', 'vier woorden die u bewaart')
  const folder = await server.file('backups-begin-here', '')
  const commands = [
    ['codes', 'count', '--wave', wave],
    ['seal', '--wave', wave],
    ['backup', '--to', `${folder}.d`, '--verify', '--passphrase-file', passphrase],
    ['responses', 'flagged', '--wave', wave],
    ['seal', '--wave', wave, '--final', '--now'],
    ['publish', wave],
    ['doctor'],
  ]
  for (const args of commands) expect((await server.command(...args)).code).toBeLessThan(3)
  const sealed = await server.database.db.selectFrom('seals').selectAll().execute()
  expect(sealed.length).toBeGreaterThan(0)
  expectSilence()
})

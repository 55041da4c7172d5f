import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { RunningServer } from '../running-server.ts'
import type { Desk, PlantedStudy } from './planted-study.ts'

/** A file that somebody takes with them. */
export interface ExportedFile {
  readonly name: string
  readonly text: string
}

const URL = ['--url', 'https://voorbeeldstad.example']

/** Written to people who were drawn: each names the address of their round. */
const TO_PEOPLE = new Set(['mail-merge.csv', 'sms.csv', 'letters.html'])

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** Puts the payload where staff write about people: lists, places, requests, comments, names. */
export async function plantPeople(
  { command, dataFolder }: RunningServer,
  desk: Desk,
  study: PlantedStudy,
  text: string,
): Promise<void> {
  const done = async (...words: readonly string[]): Promise<void> => {
    const { code, output } = await command(...words)
    expect([words[0], words[1], code, output]).toEqual([words[0], words[1], 0, output])
  }
  const csvFile = async (name: string, lines: readonly (readonly string[])[]): Promise<string> => {
    const file = join(dataFolder, name)
    await writeFile(file, `${lines.map((row) => row.map(cell).join(',')).join('\n')}\n`)
    return file
  }
  const line = text.replaceAll(/[\p{Cc}\u2028]+/gu, ' ').trim()
  // A cell of contacts is one line of at most 200 characters.
  const pieces = line.match(/.{1,180}/gsu) ?? []
  const header = ['name', 'address1', 'address2', 'email', 'phone']
  // Who has mail waiting stands in no letter and no file: each piece is of somebody with mail and of somebody without.
  const rows = [...pieces, ...pieces].map((one, at) => {
    const mailed = at < pieces.length
    const email = mailed ? `${at}@voorbeeldstad.example` : ''
    // Another name: who has the same name and address is the same person, and is taken once.
    return [mailed ? one : `${one} 2`, one, one, email, `06${String(10_000_000 + at)}`]
  })
  const contacts = await csvFile('contacts.csv', [header, ...rows])
  const stratified = rows.map((row) => [...row, 'wijk 1'])
  const people = await csvFile('people.csv', [[...header, 'stratum'], ...stratified])
  await done('contacts', 'import', study.open, contacts, '--purpose', 'results')
  await done('frame', 'import', people, '--wave', study.coded)
  await done('frame', 'draw', '--wave', study.coded, '--seed', 'dobbelsteen 4', '--everyone', '--rest-months', '0')
  await done('invitations', 'make', '--wave', study.coded)
  await done('invitations', 'send', '--wave', study.coded, ...URL)
  for (const wave of [study.open, study.coded]) {
    const person = [`--name=${line.slice(0, 90)}`, `--reach=${line.slice(0, 90)}`]
    await done('fieldwork', 'request', '--wave', wave, '--form', 'paper', ...person)
  }
  await done('wave', 'set', '--wave', study.open, '--channels', 'web,paper,telephone')
  const headers = await csvFile('headers.csv', [
    [text, 'living', '__proto__', 'constructor'],
    ['1', '2', '3', '4'],
  ])
  await command('responses', 'import', headers, '--wave', study.open)
  const place = `/api/studies/${study.studyId}`
  const counted = { place: text.slice(0, 90), approached: 3, refused: 1, started: 1, finished: 1 }
  const organisation = `/api/organisations/${study.organisationId}`
  const sent = [
    await desk.ask('POST', `${place}/waves/${study.codedId}/places`, counted),
    await desk.ask('POST', `${place}/comments`, { place: '', text }),
    await desk.ask('POST', '/api/organisations', { name: text.slice(0, 200) }),
    await desk.ask('PATCH', '/api/account', { name: text.slice(0, 100) }),
    await desk.ask('POST', `${organisation}/programmes`, { name: text.slice(0, 100) }),
  ]
  expect(sent.filter(({ status }) => status >= 300)).toEqual([])
}

/** Everything of a study that leaves the server as a file. */
export async function exportedFiles(server: RunningServer, study: PlantedStudy): Promise<readonly ExportedFile[]> {
  const { command, dataFolder, origin } = server
  const asked: readonly (readonly [string, readonly string[]])[] = [
    ['responses.csv', ['responses', 'export', '--wave', study.open]],
    ['contacts.csv', ['contacts', 'export', study.open, '--purpose', 'results']],
    ['mail-merge.csv', ['invitations', 'list', '--wave', study.coded, ...URL]],
    ['sms.csv', ['invitations', 'sms', '--wave', study.coded, ...URL]],
    ['letters.html', ['invitations', 'letters', '--wave', study.coded, ...URL]],
    ...(await messages(server, study)),
  ]
  const files: ExportedFile[] = []
  for (const [name, words] of asked) {
    const { code, output } = await command(...words)
    expect([name, code, output]).toEqual([name, 0, output])
    files.push({ name, text: output })
    if (TO_PEOPLE.has(name)) expect([name, output]).toEqual([name, expect.stringContaining(study.coded)])
  }
  const mbox = join(dataFolder, `${study.coded}.mbox`)
  expect(await command('outbox', 'download', '--wave', study.coded, '--out', mbox)).toMatchObject({ code: 0 })
  files.push({ name: 'outbox.mbox', text: await readFile(mbox, 'utf8') })
  if (study.publication === null) return files
  const figures = await fetch(`${origin}/r/${study.publication}.csv?lang=nl`)
  return [...files, { name: 'publication.csv', text: await figures.text() }]
}

/** The first message of the outbox and its last, each alone. */
async function messages(
  { command }: RunningServer,
  { coded }: PlantedStudy,
): Promise<readonly (readonly [string, readonly string[]])[]> {
  const { output } = await command('outbox', 'list', '--wave', coded)
  const ids = [...output.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)].map(([id]) => id)
  expect(ids.length).toBeGreaterThan(0)
  return [...new Set([ids.at(0), ids.at(-1)])].map(
    (id = '') => [`${id}.txt`, ['outbox', 'show', id, '--wave', coded]] as const,
  )
}

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunningServer } from '../running-server.ts'
import type { Desk, PlantedStudy } from './planted-study.ts'

/** A file that somebody takes with them. */
export interface ExportedFile {
  readonly name: string
  readonly text: string
}

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** Puts the payload where staff write about people: lists, places, requests, comments, names. */
export async function plantPeople(
  { command, dataFolder }: RunningServer,
  desk: Desk,
  study: PlantedStudy,
  text: string,
): Promise<void> {
  const line = text.replaceAll(/[\r\n\u2028]+/g, ' ')
  const people = join(dataFolder, 'people.csv')
  const header = 'name,address1,address2,email,stratum\n'
  const rows = ['een', 'twee'].map((one) => [
    `${text} ${one}`,
    text,
    line,
    // Who has mail waiting stands in no file for mail merge: one of them is in each.
    one === 'een' ? 'een@voorbeeldstad.example' : '',
    text.slice(0, 60),
  ])
  await writeFile(people, `${header}${rows.map((row) => row.map(cell).join(',')).join('\n')}\n`)
  await command('contacts', 'import', study.open, people, '--purpose', 'results')
  await command('frame', 'import', people, '--wave', study.coded)
  await command('frame', 'draw', '--wave', study.coded, '--seed', 'dobbelsteen 4', '--everyone', '--rest-months', '0')
  await command('invitations', 'make', '--wave', study.coded)
  await command('invitations', 'send', '--wave', study.coded, '--url', 'https://voorbeeldstad.example')
  const headers = join(dataFolder, 'headers.csv')
  await writeFile(headers, `${cell(text)},living,__proto__,constructor\n1,2,3,4\n`)
  await command('responses', 'import', headers, '--wave', study.open)
  const place = `/api/studies/${study.studyId}`
  const counted = { place: text.slice(0, 90), approached: 3, refused: 1, started: 1, finished: 1 }
  await desk.ask('POST', `${place}/waves/${study.codedId}/places`, counted)
  await desk.ask('POST', `${place}/comments`, { place: '', text })
  await desk.ask('POST', '/api/organisations', { name: text.slice(0, 200) })
  await desk.ask('PATCH', '/api/account', { name: text.slice(0, 100) })
  await desk.ask('POST', `/api/organisations/${study.organisationId}/programmes`, { name: text.slice(0, 100) })
}

/** Everything of a study that leaves the server as a file. */
export async function exportedFiles(server: RunningServer, study: PlantedStudy): Promise<readonly ExportedFile[]> {
  const { command, dataFolder, origin } = server
  const asked: readonly (readonly [string, readonly string[]])[] = [
    ['responses.csv', ['responses', 'export', '--wave', study.open]],
    ['contacts.csv', ['contacts', 'export', study.open, '--purpose', 'results']],
    ['mail-merge.csv', ['invitations', 'list', '--wave', study.coded, '--url', 'https://voorbeeldstad.example']],
    ['codebook.csv', ['questionnaire', 'codebook', join(dataFolder, 'planted.json')]],
    ['outbox.mbox', ['outbox', 'download', '--wave', study.coded]],
  ]
  const files: ExportedFile[] = []
  for (const [name, words] of asked) {
    const { code, output } = await command(...words)
    if (code === 0) files.push({ name, text: output })
  }
  if (study.publication === null) return files
  const figures = await fetch(`${origin}/r/${study.publication}.csv?lang=nl`)
  return [...files, { name: 'publication.csv', text: await figures.text() }]
}

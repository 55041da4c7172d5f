import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compile } from '@klankbord/questionnaire'
import type { RunningServer } from '../running-server.ts'

/** Somebody who is signed in, and what they ask of the API. */
export interface Desk {
  readonly cookie: string
  /** @returns the status and what came back */
  ask(method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly text: string }>
}

/** A study in which every text is the same payload. */
export interface PlantedStudy {
  readonly studyId: string
  /** Its wave that is open to all, and the one with codes. */
  readonly open: string
  readonly coded: string
  readonly codedId: string
  readonly organisationId: string
  readonly publication: string | null
}

/** Signs in as the administrator. */
export async function openDesk({ origin, command }: RunningServer): Promise<Desk> {
  const { output } = await command('user', 'link', 'Beheerder')
  const token = /sign-in#(\S+)/.exec(output)?.[1]
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${origin}/api/session`, { method: 'POST', headers, body: JSON.stringify({ token }) })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  return {
    cookie,
    ask: async (method, path, body) => {
      const response = await fetch(origin + path, {
        method,
        headers: { ...headers, cookie },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      return { status: response.status, text: await response.text() }
    },
  }
}

/** Every place in a definition that takes words, in two languages. */
export function plantedDefinition(text: string): unknown {
  const said = { nl: text, en: text }
  const choice = (value: number): { readonly value: number; readonly text: unknown } => ({ value, text: said })
  return {
    locale: 'nl',
    title: said,
    pages: [
      {
        name: 'prose',
        title: said,
        elements: [{ type: 'html', name: 'prose', html: { nl: `<p>${escaped(text)}</p>` } }, radio(said)],
      },
      {
        name: 'more',
        title: said,
        description: said,
        elements: [
          { type: 'checkbox', name: 'several', title: said, description: said, choices: [choice(1), choice(2)] },
          { type: 'dropdown', name: 'list', title: said, choices: [choice(1), choice(2)] },
          {
            type: 'imagepicker',
            name: 'pictures',
            title: said,
            showLabel: true,
            choices: [choice(1), choice(2)].map((one) => ({ ...one, imageLink: '/pictures/house.svg' })),
          },
          { type: 'ranking', name: 'order', title: said, choices: [choice(1), choice(2)] },
          {
            type: 'matrix',
            name: 'table',
            title: said,
            rows: [{ value: 'a', text: said }],
            columns: [choice(1), choice(2)],
          },
          { type: 'rating', name: 'grade', title: said, minRateDescription: said, maxRateDescription: said },
          { type: 'boolean', name: 'yes', title: said, labelTrue: said, labelFalse: said },
          { type: 'multipletext', name: 'parts', title: said, items: [{ name: 'part', title: said }] },
          { type: 'text', name: 'word', title: said },
          { type: 'comment', name: 'story', title: said },
        ],
      },
    ],
  }
}

/** As prose has to be written: markup that is not on its list is refused, which `html-not-allowed` tests hold. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function radio(said: unknown): unknown {
  return {
    type: 'radiogroup',
    name: 'living',
    title: said,
    description: said,
    showOtherItem: true,
    otherText: said,
    choices: [
      { value: 1, text: said },
      { value: 2, text: said },
    ],
  }
}

/** Makes one, with answers, results and a second wave. Where the text is no text of a questionnaire, that has another. */
export async function plantStudy(server: RunningServer, desk: Desk, text: string): Promise<PlantedStudy> {
  const file = join(server.dataFolder, 'planted.json')
  const planted = plantedDefinition(text)
  const fits = compile(planted).questionnaire !== null
  await writeFile(file, JSON.stringify(fits ? planted : plantedDefinition('Een vraag')))
  const organisation = `De raad ${randomUUID().slice(0, 8)}`
  const made = await server.command(
    'study',
    'import',
    file,
    `--title=${text}`,
    `--organisation=${organisation} ${text}`,
  )
  const open = /\/v\/([\w-]+)/.exec(made.output)?.[1]
  if (open === undefined) throw new Error(made.output)
  const { studies } = JSON.parse((await desk.ask('GET', '/api/studies')).text) as Studies
  const study = studies.find(({ waves }) => waves.some(({ address }) => address === open))
  const [wave] = study?.waves ?? []
  if (study === undefined || wave === undefined) throw new Error(made.output)
  const { organisations } = JSON.parse((await desk.ask('GET', '/api/organisations')).text) as Organisations
  const owner = organisations.find(({ name }) => name.startsWith(organisation))
  for (let one = 0; one < 12; one += 1) await sendAnswers(server.origin, open, text)
  const title = { nl: text.slice(0, 200), en: text.slice(0, 200) }
  const coded = JSON.parse(
    (await desk.ask('POST', `/api/studies/${study.id}/waves`, { title, mode: 'codeConfidential' })).text,
  ) as Wave
  const results = await desk.ask('POST', `/api/studies/${study.id}/waves/${wave.id}/publications`, {})
  return {
    studyId: study.id,
    open,
    coded: coded.address ?? open,
    codedId: coded.id ?? wave.id,
    organisationId: owner?.id ?? '',
    publication: results.status === 201 ? (JSON.parse(results.text) as { readonly id: string }).id : null,
  }
}

interface Wave {
  readonly id: string
  readonly address: string
}

interface Studies {
  readonly studies: readonly { readonly id: string; readonly waves: readonly Wave[] }[]
}

interface Organisations {
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
}

async function sendAnswers(origin: string, wave: string, text: string): Promise<void> {
  const answers = {
    living: 'other',
    'living-Comment': text.slice(0, 90),
    several: [1],
    parts: { part: text.slice(0, 90) },
    word: text.replaceAll(/[\r\n]/g, ' ').slice(0, 90),
    story: text.slice(0, 1900),
  }
  const response = await fetch(`${origin}/api/waves/${wave}/responses/${randomUUID()}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ answers, language: 'nl' }),
  })
  if (response.status === 201) return
  const plain = { several: [1], story: text.slice(0, 1900) }
  await fetch(`${origin}/api/waves/${wave}/responses/${randomUUID()}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ answers: plain, language: 'nl' }),
  })
}

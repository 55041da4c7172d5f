import { DEFAULT_POLICY, type AudienceSelection } from '@klankbord/model'
import { handedOutCode, withdrawalCode, withdrawalHash } from '@klankbord/pages'
import { compile } from '@klankbord/questionnaire'
import { createStudy, openWave, publishVersion, type Wave } from '@klankbord/storage'
import { seededRandom } from '@klankbord/testing'
import type { ServerContext } from '../../src/context.ts'
import { randomId } from '../../src/randomness.ts'
import { ask } from '../http/ask.ts'
import type { StartedServer } from '../started-server.ts'

/** What somebody in the town answers to each question, by code; null where they answered nothing. */
export type Person = Readonly<Record<string, number | null>>

/** The questions of the town with how many answers each has. Debts are sensitive. */
export const QUESTIONS = { district: 4, age: 3, quick: 2, debts: 3 } as const
const BREAKDOWNS = ['district', 'age'] as const
export const LEAST = DEFAULT_POLICY.leastGroup
export const RARE = DEFAULT_POLICY.sensitiveCell

/** Somebody who answered, with the code that takes it back. */
export interface Answered {
  readonly person: Person
  readonly code: string
}

const choices = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, at) => ({ value: at + 1, text: `Antwoord ${at + 1}` }))

const DEFINITION = {
  title: 'Hoe gaat het?',
  locale: 'nl',
  pages: [
    {
      name: 'all',
      elements: Object.entries(QUESTIONS).map(([name, count]) => ({
        type: 'radiogroup',
        name,
        title: `Vraag ${name}`,
        choices: choices(count),
        ...(name === 'debts' ? { sensitive: true } : {}),
      })),
    },
  ],
}

/** A study with an open wave in which people of the town answer, published by district and by age, for these audiences too. */
export async function openTown(
  { database: { db } }: ServerContext,
  address: string,
  audiences: readonly AudienceSelection[] = [],
): Promise<Wave> {
  const { questionnaire, findings } = compile(DEFINITION)
  if (questionnaire === null) throw new Error(JSON.stringify(findings))
  const definition = JSON.stringify(DEFINITION)
  const study = await createStudy(db, {
    title: { nl: 'Het dorp' },
    organisation: { name: `Raad van ${address}` },
    sample: false,
    tryOut: false,
    definitionText: definition,
    plan: { questions: ['quick', 'debts'], breakdowns: BREAKDOWNS.map((variable) => ({ variable })), audiences },
  })
  const { version } = await publishVersion(db, study.id, { questionnaire, definition })
  return openWave(db, study.id, { title: { nl: 'Ronde' }, address, version, mode: 'open', frame: null })
}

/** So many people per district, some of whom left a question open; seldom somebody has debts. */
export function peopleOf(seed: number, perDistrict: readonly number[]): readonly Person[] {
  const random = seededRandom(seed)
  return perDistrict.flatMap((count, at) =>
    Array.from({ length: count }, (): Person => {
      const age = random.integer(1, 20)
      const debts = random.integer(1, 20)
      return {
        district: at + 1,
        age: age === 1 ? 1 : age < 11 ? 2 : 3,
        quick: random.integer(1, 10) === 1 ? null : random.integer(1, 2),
        debts: debts < 3 ? 1 : debts < 12 ? 2 : 3,
      }
    }),
  )
}

/** They answer, one after the other. */
export async function answer(
  server: StartedServer,
  wave: Wave,
  people: readonly Person[],
): Promise<readonly Answered[]> {
  const { randomness } = server.context
  const answered: Answered[] = []
  for (const person of people) {
    const code = withdrawalCode(randomness)
    const answers = Object.fromEntries(Object.entries(person).filter(([, given]) => given !== null))
    const sent = await ask(server, `/api/waves/${wave.address}/responses/${randomId(randomness)}`, {
      method: 'PUT',
      json: { answers, language: 'nl', withdrawalHash: withdrawalHash(code) },
    })
    if (sent.status !== 201) throw new Error(sent.text)
    answered.push({ person, code: handedOutCode(code) ?? code })
  }
  return answered
}

/** Somebody takes back what they answered. */
export async function withdraw(server: StartedServer, wave: Wave, { code }: Answered): Promise<void> {
  const gone = await ask(server, `/api/waves/${wave.address}/responses`, { method: 'DELETE', json: { code } })
  if (gone.status !== 200) throw new Error(gone.text)
}

import { loadSolver, type Solver } from '@klankbord/disclosure'
import type { AudienceSelection } from '@klankbord/model'
import { listPublications, organisationNamed, setPublicationState, shareStudy, type Wave } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, type Answer } from '../http/ask.ts'
import { signedInAs } from '../staff/signed-in-as.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { attack, type Attacked, type Target } from './attack.ts'
import { fetchAll, type Figure, type Kept, type Who } from './outsider.ts'
import {
  answer,
  LEAST,
  openTown,
  peopleOf,
  QUESTIONS,
  RARE,
  withdraw,
  type Answered,
  type Person,
} from './small-town.ts'

let server: StartedServer
let solver: Solver
const results: Attacked[] = []

beforeAll(async () => {
  server = await startServer()
  solver = await loadSolver()
})
afterAll(async () => {
  const [best] = results.toSorted((a, b) => room(a) - room(b))
  const attacker = best && { best: best.name, span: best.most - best.least, needed: best.needed }
  process.stdout.write(`${JSON.stringify({ attacker, attacked: results.length })}\n`)
  await server.end()
})

const room = ({ least, most, needed }: Attacked): number => (most - least) / needed

async function publish(wave: Wave): Promise<Answer> {
  const owner = await organisationNamed(server.context.database.db, `Raad van ${wave.address}`)
  const cookie = await signedInAs(server, 'researcher', owner.id)
  return ask(server, `/api/studies/${wave.studyId}/waves/${wave.id}/publications`, { json: {}, headers: { cookie } })
}

async function publicationsOf(
  wave: Wave,
): Promise<readonly { readonly id: string; readonly organisationId: string | null }[]> {
  return (await listPublications(server.context.database.db, wave.studyId)).filter(({ waveId }) => waveId === wave.id)
}

const count = (people: readonly Person[], who: Who): number =>
  people.filter((person) => Object.entries(who).every(([name, code]) => person[name] === code)).length

const ROWS = (['district', 'age'] as const).flatMap((name) =>
  Array.from({ length: QUESTIONS[name] }, (_, at): Who => ({ [name]: at + 1 })),
)
const nameOf = (who: Who): string => JSON.stringify(who)

/** Groups that are too small, and rare debts, in an edition of these people. */
function protectedIn(edition: number, people: readonly Person[]): readonly Target[] {
  return ROWS.flatMap((who): readonly Target[] => {
    const target = (rest: Who, needed: number): Target => ({
      name: `edition ${edition} ${nameOf({ ...who, ...rest })}`,
      edition,
      who: { ...who, ...rest },
      isChange: false,
      needed,
    })
    const size = count(people, who)
    const small = size > 0 && size < LEAST ? [target({}, LEAST - 1)] : []
    const debts = Array.from({ length: QUESTIONS.debts }, (_, at): Who => ({ debts: at + 1 }))
    const rare = debts.filter((rest) => size >= LEAST && isBetween(count(people, { ...who, ...rest }), 1, RARE))
    return [...small, ...rare.map((rest) => target(rest, RARE - 1))]
  })
}

/** Rows and rare answers of which few people came or went between two editions. */
function changesIn(edition: number, before: readonly Person[], people: readonly Person[]): readonly Target[] {
  return ROWS.flatMap((who): readonly Target[] => {
    const change = Math.abs(count(people, who) - count(before, who))
    if (change === 0 || change >= LEAST) return []
    return [{ name: `change to ${edition} ${nameOf(who)}`, edition, who, isChange: true, needed: LEAST - 1 }]
  })
}

const isBetween = (value: number, low: number, high: number): boolean => value >= low && value <= high

function attacked(
  kept: readonly Kept[],
  targets: readonly Target[],
  gone: Parameters<typeof attack>[3] = [],
  leak: readonly Figure[] = [],
): readonly Attacked[] {
  return attack(solver, [...kept.flatMap(({ figures }) => figures), ...leak], targets, gone)
}

const known = (found: readonly Attacked[]): readonly Attacked[] => found.filter((one) => room(one) < 1)

/** Each gets other figures, so that together they hold all of them, some alone. */
const AUDIENCES: readonly AudienceSelection[] = [
  { audience: 'clients', questions: ['quick'], breakdowns: ['district'] },
  { audience: 'professionals' },
  { audience: 'institutions', questions: ['debts'], breakdowns: ['age'] },
  { audience: 'municipality', breakdowns: [] },
]

/** As many of each kind in the first three districts, so that every figure that is shown grows by enough. */
const NEWCOMERS: readonly Person[] = [1, 2, 3].flatMap((district) =>
  [2, 3].flatMap((age) =>
    [1, 2].flatMap((quick) =>
      [2, 3].flatMap((debts) => Array.from({ length: 6 }, () => ({ district, age, quick, debts }))),
    ),
  ),
)

/** Somebody whose going is made up for by who comes: of every figure that is shown. */
const isLikeNewcomers = ({ district, age, quick, debts }: Person): boolean =>
  district !== 4 && age !== 1 && quick !== null && debts !== 1

function raise(): never {
  throw new Error('the town has nobody like this')
}

describe('somebody who keeps everything that a running server ever gave out', () => {
  let wave: Wave
  let leaver: Answered
  let people: readonly Person[]
  const kept: Kept[] = []

  beforeAll(async () => {
    wave = await openTown(server.context, 'dorp', AUDIENCES)
    const answered = await answer(server, wave, peopleOf(9, [40, 35, 30, 4]))
    people = answered.map(({ person }) => person)
    leaver = answered.find(({ person }) => isLikeNewcomers(person)) ?? raise()
    expect((await publish(wave)).status).toBe(201)
    const [first] = await publicationsOf(wave)
    kept.push(await fetchAll(server, first?.id ?? '', { edition: 1 }))
  })

  it('does not find the few people of one edition', () => {
    const found = attacked(kept, protectedIn(1, people))
    expect(found.length).toBeGreaterThan(2)
    results.push(...found)
    expect(known(found)).toEqual([])
  })

  it('finds them as soon as one hidden number leaks', () => {
    const partner = [1, 2, 3].find((district) => isHidden(kept[0], district)) ?? 0
    const size = count(people, { district: partner })
    const leak = [{ edition: 1, who: { district: partner }, least: size, most: size }]
    expect(known(attacked(kept, protectedIn(1, people), [], leak)).map(({ name }) => name)).toContain(
      'edition 1 {"district":4}',
    )
  })

  it('does not see what one person said who took it back', async () => {
    await withdraw(server, wave, leaver)
    expect((await publish(wave)).code).toBe('editionTooClose')
    expect(await publicationsOf(wave)).toHaveLength(1)
  })

  it('does not find them in two editions together, the leaver known', async () => {
    await answer(server, wave, NEWCOMERS)
    const later = [...people.filter((person) => person !== leaver.person), ...NEWCOMERS]
    const published = await publish(wave)
    expect([published.status, published.code]).toEqual([201, null])
    const [, second] = await publicationsOf(wave)
    kept.push(await fetchAll(server, second?.id ?? '', { edition: 2 }))
    expect(kept[1]?.publication.correction?.reason).toBe('newAnswers')
    expect(kept.map(({ publication }) => publication.audiences?.length)).toEqual([4, 4])
    const gone = [{ edition: 2, who: whoIs(leaver.person) }]
    const targets = [...protectedIn(1, people), ...protectedIn(2, later), ...changesIn(2, people, later)]
    const found = attacked(kept, targets, gone)
    results.push(...found)
    expect(known(found)).toEqual([])
  })

  it('gains nothing by an edition that was taken back: the next is held beside it', async () => {
    const { db } = server.context.database
    const [, second] = await publicationsOf(wave)
    await setPublicationState(db, wave.studyId, second?.id ?? '', { state: 'withdrawn', on: '2026-12-01' })
    expect((await ask(server, `/r/${second?.id}.json`)).status).toBe(410)
    await answer(server, wave, [{ district: 4, age: 1, quick: 1, debts: 1 }])
    expect((await publish(wave)).code).toBe('editionTooClose')
  })
})

it('gives an organisation with its own part nothing more, beside what everybody has', async () => {
  const wave = await openTown(server.context, 'gedeeld-dorp')
  const { db } = server.context.database
  const people = peopleOf(23, [45, 40, 6, 30])
  for (const value of [1, 3, 4]) {
    await shareStudy(db, wave.studyId, (await organisationNamed(db, `Raad ${value}`)).id, {
      variable: 'district',
      value,
    })
  }
  await answer(server, wave, people)
  expect((await publish(wave)).status).toBe(201)
  const published = await publicationsOf(wave)
  const cookie = await server.signIn()
  const kept = await Promise.all(
    published.map(async ({ id, organisationId }) => {
      const value = await partOf(organisationId)
      return fetchAll(server, id, { edition: 1, cookie, within: value === null ? {} : { district: value } })
    }),
  )
  expect(kept.length).toBeGreaterThan(1)
  const found = attacked(kept, protectedIn(1, people))
  results.push(...found)
  expect(known(found)).toEqual([])

  async function partOf(organisationId: string | null): Promise<number | null> {
    for (const value of [1, 3, 4])
      if (organisationId === (await organisationNamed(db, `Raad ${value}`)).id) return value
    return null
  }
})

const whoIs = (person: Person): Who =>
  Object.fromEntries(Object.entries(person).map(([name, code]) => [name, code ?? 0]))

function isHidden(kept: Kept | undefined, district: number): boolean {
  const table = kept?.publication.tables.find(({ by }) => by?.name === 'district')
  return table?.groups.find(({ code }) => code === district)?.status === 'hidden'
}

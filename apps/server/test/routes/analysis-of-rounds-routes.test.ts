import { DEFAULT_POLICY } from '@klankbord/model'
import { listStudies, listWaves, organisationNamed, readAuditLog, type Wave } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadSample } from '../../src/study/load-sample.ts'
import { answeredRound, aStudy, people } from '../analysis/answered-round.ts'
import { ask, type Answer } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { signedInAs } from '../staff/signed-in-as.ts'

let server: StartedServer
let cookie: string
/** The closed round of the sample: 599 answers of the 1400 people on a list. */
let spring: Wave

beforeAll(async () => {
  server = await startServer()
  await loadSample(server.context)
  const { db } = server.context.database
  const waves = await Promise.all((await listStudies(db)).map(({ id }) => listWaves(db, id)))
  const found = waves.flat().find(({ address }) => address === 'voorbeeld-2026')
  if (found === undefined) throw new Error('the sample has no closed round')
  spring = found
  cookie = await server.signIn()
})
afterAll(() => server.end())

const headers = (as = cookie) => ({ cookie: as, origin: server.origin })
const read = (path: string): Promise<Answer> => ask(server, path, { headers: headers() })
const send = (path: string, json: unknown, as = cookie): Promise<Answer> =>
  ask(server, path, { method: 'POST', json, headers: headers(as) })
const ofSpring = (what: string): string => `/api/studies/${spring.studyId}/waves/${spring.id}/analysis/${what}`

/** How many of a wave gave this answer, as SQL counts them. */
async function gave(name: string, value: unknown): Promise<number> {
  const { db } = server.context.database
  const rows = await db.selectFrom('responses').select('answers').where('wave_id', '=', spring.id).execute()
  return rows.filter(({ answers }) => (answers as Readonly<Record<string, unknown>>)[name] === value).length
}

const AGES = { 1: 224, 2: 392, 3: 434, 4: 350 }
const targets = (sizes: Readonly<Record<string, number>>, trim?: object) => ({
  targets: {
    margins: [
      {
        variable: 'age_group',
        categories: Object.entries(sizes).map(([code, count]) => ({ code: Number(code), count })),
      },
    ],
    ...(trim && { trim }),
  },
})

describe('a researcher who weights a round', () => {
  it('sees the margins as reached, what the weights cost, and nobody’s weight', async () => {
    const { status, json, text } = await send(ofSpring('weights'), targets(AGES))
    expect(status).toBe(200)
    const {
      people: all,
      weighting,
      labels,
    } = json() as {
      readonly people: number
      readonly weighting: {
        readonly method: string
        readonly people: number
        readonly leftOut: number
        readonly margins: readonly {
          readonly categories: readonly { readonly total: number; readonly reached: number }[]
        }[]
        readonly spread: { readonly designEffect: number; readonly effectiveSize: number }
      }
      readonly labels: Readonly<Record<string, Readonly<Record<string, { readonly nl: string }>>>>
    }
    const counts = await Promise.all([1, 2, 3, 4].map((code) => gave('age_group', code)))
    const n = counts.reduce((sum, count) => sum + count, 0)
    expect({ all, n: weighting.people, leftOut: weighting.leftOut }).toEqual({ all: 599, n, leftOut: 599 - n })
    expect(weighting.method).toBe('postStratification')
    for (const [at, { total, reached }] of (weighting.margins[0]?.categories ?? []).entries()) {
      expect(total).toBeCloseTo(((Object.values(AGES)[at] ?? 0) / 1400) * n, 6)
      expect(reached).toBeCloseTo(total, 6)
    }
    // Kish by hand: everybody of a group has one weight.
    const weights = Object.values(AGES).map((size, at) => size / (counts[at] ?? 1))
    const sum = weights.reduce((all2, weight, at) => all2 + weight * (counts[at] ?? 0), 0)
    const squares = weights.reduce((all2, weight, at) => all2 + weight ** 2 * (counts[at] ?? 0), 0)
    expect(weighting.spread.designEffect).toBeCloseTo((n * squares) / sum ** 2, 9)
    expect(weighting.spread.effectiveSize).toBeCloseTo(sum ** 2 / squares, 6)
    expect(labels['age_group']?.['1']?.nl).toBe('18 tot en met 44 jaar')
    expect(text).not.toContain('"weights"')
  })

  it('is told by how much trimming misses the margins', async () => {
    const { json } = await send(ofSpring('weights'), targets({ ...AGES, 1: 2000 }, { low: 0.5, high: 1.5 }))
    expect(json()).toMatchObject({ weighting: { trimmed: expect.any(Number) } })
    const { weighting } = json() as { readonly weighting: { readonly trimmed: number; readonly largestError: number } }
    expect(weighting.trimmed).toBeGreaterThan(0)
    expect(weighting.largestError).toBeGreaterThan(0.01)
  })

  it('is refused with the group that makes it impossible, in its own words', async () => {
    const { 4: oldest, ...younger } = AGES
    expect(oldest).toBe(350)
    const refused = await send(ofSpring('weights'), targets(younger))
    expect(refused).toMatchObject({ status: 422, code: 'marginWithoutTotal' })
    expect(refused.json()).toMatchObject({ details: { variable: 'age_group', label: '80 jaar of ouder' } })
  })
})

it('tells who answered a round and who is missing', async () => {
  const { status, json } = await read(ofSpring('response'))
  expect(status).toBe(200)
  expect(json()).toMatchObject({ basis: 'list', reached: 1400, answered: 599, rate: 599 / 1400 })
  const { missing } = json() as {
    readonly missing: readonly {
      readonly variable: string
      readonly groups: readonly { readonly code: number; readonly answered: number; readonly verdict: string }[]
    }[]
  }
  const ages = missing.find(({ variable }) => variable === 'age_group')?.groups ?? []
  expect(ages.map(({ answered }) => answered)).toEqual(
    await Promise.all([1, 2, 3, 4].map((code) => gave('age_group', code))),
  )
  expect(ages.map(({ verdict }) => verdict)).toEqual(['lower', 'noClearDifference', 'higher', 'noClearDifference'])
})

it('gives the alpha of each scale of the questionnaire, as worked out from the answers themselves', async () => {
  const { status, json } = await read(ofSpring('scales'))
  expect(status).toBe(200)
  const { scales } = json() as {
    readonly scales: readonly {
      readonly name: string
      readonly complete: number
      readonly listwise: { readonly alpha: number }
    }[]
  }
  expect(scales.map(({ name }) => name)).toEqual(['access_mean', 'quality_mean', 'effect_mean'])
  const { db } = server.context.database
  const rows = await db.selectFrom('responses').select('answers').where('wave_id', '=', spring.id).execute()
  const complete = rows
    .map(({ answers }) => ['t6', 't7'].map((name) => Number((answers as Readonly<Record<string, unknown>>)[name])))
    .filter((row) => row.every((code) => code >= 1 && code <= 5))
  const variance = (values: readonly number[]): number => {
    const mean = values.reduce((sum, one) => sum + one, 0) / values.length
    return values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1)
  }
  const items = [0, 1].map((item) => variance(complete.map((row) => row[item] ?? 0)))
  const total = variance(complete.map(([one = 0, other = 0]) => one + other))
  expect(scales[1]?.complete).toBe(complete.length)
  expect(scales[1]?.listwise.alpha).toBeCloseTo(2 * (1 - ((items[0] ?? 0) + (items[1] ?? 0)) / total), 9)
})

const QUICK = {
  title: 'Hulp',
  pages: [
    {
      name: 'een',
      elements: [
        {
          type: 'radiogroup',
          name: 'quick',
          title: 'Kwam de hulp snel?',
          choices: [
            { value: 1, text: 'Ja', tone: 'positive' },
            { value: 2, text: 'Nee', tone: 'negative' },
          ],
        },
      ],
    },
  ],
}
const answers = (yes: number, no: number) => [...people(yes, { quick: 1 }), ...people(no, { quick: 2 })]

it('follows a question over the rounds of a study, with a line in the log for each round', async () => {
  const study = await aStudy(server.context, { sample: true })
  await answeredRound(server.context, study, QUICK, answers(40, 60), { week: '2025-W10' })
  await answeredRound(server.context, study, QUICK, answers(75, 25), { week: '2026-W10' })
  const path = `/api/studies/${study.id}/analysis/trend`
  const { status, json } = await send(path, { question: 'quick' })
  expect(status).toBe(200)
  expect(json()).toMatchObject({
    figure: { kind: 'share', answers: [1] },
    rounds: [{ estimate: { n: 100, estimate: 0.4 } }, { estimate: { n: 100, estimate: 0.75 } }],
    steps: [{ differs: [], verdict: 'higher' }],
    rule: { leastGroup: DEFAULT_POLICY.indicativeBelow },
  })
  const log = await readAuditLog(server.context.database.db, { studyId: study.id, limit: 10 })
  const line = { kind: 'trend', variables: 'quick', responses: 100 }
  expect(log.map(({ action, details }) => [action, details])).toEqual([
    ['analysis.seen', expect.objectContaining(line)],
    ['analysis.seen', expect.objectContaining(line)],
  ])
  expect(await send(path, { question: 'quick', leastDifference: 0.5 })).toMatchObject({ status: 200 })
  expect(await send(path, { question: 'gone' })).toMatchObject({ status: 422, code: 'unknownVariable' })
  const alone = await aStudy(server.context, { sample: true })
  const refused = await send(`/api/studies/${alone.id}/analysis/trend`, { question: 'quick' })
  expect(refused).toMatchObject({ status: 422, code: 'roundsOutOfRange' })
})

describe('a researcher who sets a round beside another study', () => {
  it('sees both figures where both asked the same, and only of studies that are theirs', async () => {
    const [ours, theirs] = [
      await aStudy(server.context, { sample: true }),
      await aStudy(server.context, { sample: true }),
    ]
    const own = await answeredRound(server.context, ours, QUICK, answers(40, 60))
    const other = await answeredRound(server.context, theirs, QUICK, answers(75, 25))
    const path = `/api/studies/${ours.id}/analysis/benchmark`
    const body = { question: 'quick', wave: own.id, others: [{ study: theirs.id, wave: other.id }] }
    const seen = await send(path, body)
    expect(seen.status).toBe(200)
    expect(seen.json()).toMatchObject({
      own: { estimate: { estimate: 0.4 } },
      others: [{ differs: [], verdict: 'lower', round: { estimate: { estimate: 0.75 } } }],
    })
    const { db } = server.context.database
    const { id: organisationId } = await organisationNamed(db, 'Voorbeeldstad')
    const oneStudy = await signedInAs(server, 'researcher', organisationId, { studyId: ours.id })
    const refused = await send(path, body, oneStudy)
    expect(refused).toMatchObject({ status: 404, code: 'unknownStudy' })
    expect(refused.text).not.toContain('0.75')
    const both = await signedInAs(server, 'researcher', organisationId)
    expect(await send(path, body, both)).toMatchObject({ status: 200 })
  })

  it('shows a second factor before answers of people of the other study are read', async () => {
    const ours = await aStudy(server.context, { sample: true })
    const theirs = await aStudy(server.context)
    const own = await answeredRound(server.context, ours, QUICK, answers(40, 60))
    const other = await answeredRound(server.context, theirs, QUICK, answers(75, 25))
    const body = { question: 'quick', wave: own.id, others: [{ study: theirs.id, wave: other.id }] }
    const refused = await send(`/api/studies/${ours.id}/analysis/benchmark`, body)
    expect(refused).toMatchObject({ status: 403, code: 'secondFactorNeeded' })
  })
})

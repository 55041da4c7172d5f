import { compile } from '@klankbord/questionnaire'
import { createStudy, openWave, publishVersion, type Wave } from '@klankbord/storage'
import { seededRandom } from '@klankbord/testing'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { startServer, type StartedServer } from '../started-server.ts'
import { handOutCodes } from '../wmo-wave.ts'
import { accountOfRuns } from './account-of-runs.ts'
import { QUESTIONS, simulateRun, type SimulatedRun } from './simulated-run.ts'
import { closeLines, TROUBLES, type Trouble } from './troubled-line.ts'

/** 200 in a sample, 10,000 in all; `KLANKBORD_RUNS` names another number. */
const RUNS = Number(process.env['KLANKBORD_RUNS'] ?? (inject('sampleFactor') === 1 ? 200 : 10_000))
const TOGETHER = 48

const DEFINITION = {
  title: { nl: 'Ervaringen' },
  locale: 'nl',
  pages: Array.from({ length: QUESTIONS }, (_, page) => ({
    name: `page${page}`,
    elements: [{ type: 'comment', name: `q${page + 1}`, title: `Vraag ${page + 1}`, maxLength: 1000 }],
  })),
}

let server: StartedServer
let open: Wave
let coded: Wave

beforeAll(async () => {
  server = await startServer({ requestsPerMinute: 10_000_000 })
  open = await openedWave('simulatie', 'open')
  coded = await openedWave('simulatie-code', 'codeAnonymous')
})
afterAll(async () => {
  closeLines()
  await server.end()
})

it('loses nothing that was acknowledged, stores nothing twice or by half, and shows what is not stored', async () => {
  const codes = await handOutCodes(server.context, coded, Math.ceil(RUNS / 2))
  const troubles = new Map<Trouble, number>(TROUBLES.map((trouble) => [trouble, 0]))
  const count = (trouble: Trouble): void => void troubles.set(trouble, (troubles.get(trouble) ?? 0) + 1)
  const runs = await together(RUNS, (number) => {
    const code = number % 2 === 0 ? '' : (codes[(number - 1) / 2] ?? '')
    const wave = code === '' ? open.address : coded.address
    return simulateRun({ origin: server.origin, wave, code, count }, seededRandom(number + 1))
  })
  const account = await accountOfRuns(
    server.context,
    runs.flatMap(({ responses }) => responses),
  )
  tell({ runs: RUNS, ...account, events: eventsOf(runs), troubles: Object.fromEntries(troubles) })
  expect(account).toMatchObject({
    lost: 0,
    savedAndLost: 0,
    doubled: 0,
    damaged: 0,
    notErased: 0,
    unseen: 0,
    storedUnsaid: 0,
  })
  expect(account.stored).toBeGreaterThan(RUNS / 2)
  expect([...troubles.values()].every((times) => times > 0)).toBe(true)
})

async function openedWave(address: string, mode: 'open' | 'codeAnonymous'): Promise<Wave> {
  const { db } = server.context.database
  const { questionnaire, findings } = compile(DEFINITION)
  if (questionnaire === null) throw new Error(JSON.stringify(findings))
  const definition = JSON.stringify(DEFINITION)
  const study = await createStudy(db, {
    title: { nl: 'Ervaringen' },
    organisation: { name: 'Voorbeeldstad' },
    sample: false,
    tryOut: false,
    definitionText: definition,
    plan: { questions: [], breakdowns: [] },
  })
  const { version } = await publishVersion(db, study.id, { questionnaire, definition })
  return openWave(db, study.id, { title: { nl: 'Ronde' }, address, version, mode, frame: null })
}

/** Some at a time, in the order of their numbers. */
async function together(
  total: number,
  run: (number: number) => Promise<SimulatedRun>,
): Promise<readonly SimulatedRun[]> {
  const runs: SimulatedRun[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < total) {
      const number = next
      next += 1
      runs.push(await run(number))
    }
  }
  await Promise.all(Array.from({ length: Math.min(TOGETHER, total) }, worker))
  return runs
}

function eventsOf(runs: readonly SimulatedRun[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const event of runs.flatMap(({ events }) => events)) counts[event] = (counts[event] ?? 0) + 1
  return counts
}

function tell(figures: object): void {
  process.stdout.write(`${JSON.stringify(figures)}\n`)
}

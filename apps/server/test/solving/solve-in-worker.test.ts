import { loadSolver, solveHere, type HidingTask } from '@klankbord/disclosure'
import { afterEach, describe, expect, it } from 'vitest'
import { solveInWorker, type SolvingTime, type WorkerSolving } from '../../src/solving/solve-in-worker.ts'

const PATIENT: SolvingTime = { seconds: 50, coarseSeconds: 50, startSeconds: 50 }
const HURRIED: SolvingTime = { ...PATIENT, seconds: 0.3 }

/** Three by three people with their sums; the first of them are too few. */
const TASK: HidingTask = {
  cells: [3, 20, 30, 40, 50, 60, 25, 35, 45].map((value, place) => ({
    id: `${place}`,
    value,
    low: 0,
    high: Number.POSITIVE_INFINITY,
    cost: value,
  })),
  relations: [],
  hidden: [0],
  shown: [],
  implies: [],
  protections: [{ cell: 0, span: 9 }],
}
const SUMS = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
  [0, 3, 6],
  [1, 4, 7],
  [2, 5, 8],
]
const CROSSED: HidingTask = {
  ...TASK,
  cells: [
    ...TASK.cells,
    ...SUMS.map((parts, place) => {
      const value = parts.reduce((sum, part) => sum + (TASK.cells[part]?.value ?? 0), 0)
      return { id: `sum ${place}`, value, low: 0, high: Number.POSITIVE_INFINITY, cost: 1000 }
    }),
  ],
  relations: SUMS.map((parts, place) => ({ total: 9 + place, parts })),
  shown: SUMS.map((_, place) => 9 + place),
}

let solving: WorkerSolving
afterEach(() => solving.end())

const beside = (name: string): URL => new URL(`./${name}.ts`, import.meta.url)

describe('solving in a worker', () => {
  it('comes to the same as solving here, one task after the other', async () => {
    solving = solveInWorker(PATIENT)
    const here = solveHere(await loadSolver(), { seconds: 50, now: () => performance.now() })
    const hidden = await here.hide(CROSSED)
    expect(hidden.hidden.length).toBe(4)
    const wanted = { ...CROSSED, hidden: hidden.hidden, wanted: [{ cell: 0, enough: null }] }
    const both = await Promise.all([solving.hide(CROSSED), solving.ranges(wanted)])
    expect(both).toEqual([hidden, await here.ranges(wanted)])
  })

  it('ends a task at its time and hides coarsely in a thread of its own, while this one goes on', async () => {
    solving = solveInWorker(HURRIED, beside('endless-worker'))
    let beats = 0
    const beating = setInterval(() => (beats += 1), 10)
    const outcome = await solving.hide(CROSSED)
    clearInterval(beating)
    expect(outcome).toMatchObject({ method: 'coarse', threadId: expect.any(Number) })
    expect(beats).toBeGreaterThan(10)
    const { ranges } = solveHere(await loadSolver(), { seconds: 50, now: () => performance.now() })
    const [range] = await ranges({ ...CROSSED, hidden: outcome.hidden, wanted: [{ cell: 0, enough: null }] })
    expect((range?.most ?? 0) - (range?.least ?? 0)).toBeGreaterThanOrEqual(9)
  })

  it('knows no interval that was not found in time', async () => {
    solving = solveInWorker(HURRIED, beside('endless-worker'))
    const late = solving.ranges({ ...CROSSED, wanted: [{ cell: 0, enough: null }] })
    await expect(late).rejects.toMatchObject({ code: 'solverFailed', details: { why: 'tookTooLong' } })
    // The next task is asked of a new thread.
    await expect(solving.hide(CROSSED)).resolves.toMatchObject({ method: 'coarse' })
  })

  it.each([
    ['dies', 'dying-worker', 'died'],
    ['never says that it is there', 'mute-worker', 'neverStarted'],
    ['is not there', 'no-such-worker', 'died'],
  ])('says so when its thread %s', async (_what, name, why) => {
    solving = solveInWorker({ ...HURRIED, startSeconds: why === 'neverStarted' ? 0.3 : 50 }, beside(name))
    await expect(solving.hide(CROSSED)).rejects.toMatchObject({ code: 'solverFailed', details: { why } })
  })

  it('fails what runs when it is ended, and begins nothing after that', async () => {
    solving = solveInWorker(PATIENT, beside('endless-worker'))
    const running = solving.hide(CROSSED)
    const waiting = solving.hide(CROSSED)
    const failed = Promise.all(
      [running, waiting].map((task) => expect(task).rejects.toMatchObject({ code: 'solverFailed' })),
    )
    await Promise.resolve()
    await solving.end()
    await failed
  })
})

import type { Answers } from '@klankbord/model'
import type { SeededRandom } from '@klankbord/testing'
import type { Closing, Saving, SavingState } from '../../../respond/src/saving/saving.ts'
import { withdrawalCode } from '@klankbord/pages'
import { troubledDevice, type SimulatedTab } from './troubled-device.ts'
import { troubledLine, type Trouble } from './troubled-line.ts'
import { virtualTime } from '../../../respond/test/saving/virtual-time.ts'

/** The questions of the simulated questionnaire, all of which take words. */
export const QUESTIONS = 6

/** One response that somebody began, and what they were told about it. */
export interface SimulatedResponse {
  readonly id: string
  /** Everything that was typed, oldest first, and what a tab showed that was opened again; each text names the change that it was typed in. */
  readonly typed: Answers[]
  /** Per question, the change of which the respondent was told that it is saved. */
  readonly told: Map<string, number>
  readonly closings: Closing[]
  /** Whether any tab ever said "stored". */
  toldStored: boolean
  toldErased: boolean
  wantedErased: boolean
  /** What each tab says at the very end that holds it. */
  last: readonly SavingState[]
  /** Opened again after it was sent: it is not on its way for this tab, which shows questions. */
  isOpenedAgain: boolean
  /** Nothing on the device holds it any more, so nothing there can say what became of it. */
  isGone: boolean
}

export interface SimulatedRun {
  readonly responses: readonly SimulatedResponse[]
  /** What happened on the way. */
  readonly events: readonly string[]
}

export interface RunPlace {
  readonly origin: string
  readonly wave: string
  readonly code: string
  readonly count: (trouble: Trouble) => void
}

/** Somebody fills in a questionnaire on a bad line and a bad device, sometimes in two tabs, and is killed off and on. */
export async function simulateRun(place: RunPlace, random: SeededRandom): Promise<SimulatedRun> {
  const time = virtualTime()
  const person = respondent(place, random, time)
  const life = person.live()
  await time.runUntil(life)
  await life
  return { responses: person.responses, events: person.events }
}

function respondent(place: RunPlace, random: SeededRandom, time: ReturnType<typeof virtualTime>) {
  const line = troubledLine(place.origin, { time, random, count: place.count })
  const device = troubledDevice(place.wave, { time, random, line })
  const responses: SimulatedResponse[] = []
  const events: string[] = []
  const chance = (share: number): boolean => random.fraction() < share
  let current: SimulatedResponse | null = null
  let tabs: readonly SimulatedTab[] = []

  const listen = (saving: Saving): void => {
    saving.subscribe(() => (current === null ? undefined : note(current, saving)))
  }
  const open = async (inTab?: SimulatedTab['inTab']): Promise<SimulatedTab> => {
    const tab = await device.openTab(inTab)
    listen(tab.saving)
    tabs = [...tabs, tab]
    return tab
  }
  const begin = (tab: SimulatedTab): void => {
    current = newResponse(uuidOf(random))
    responses.push(current)
    const { id } = current
    tab.saving.begin({ id, code: place.code, language: 'nl', answers: {}, asked: [], revision: 0, page: 'q1' })
  }
  const type = (tab: SimulatedTab, question: number): void => {
    const soFar = tab.saving.underWay()
    if (current === null || soFar === null) return
    const change = current.typed.length
    const answers = {
      ...soFar.answers,
      [`q${question}`]: `${change} ${'woorden '.repeat(random.integer(0, 30))}`.trim(),
    }
    // Written down first: whoever listens hears of it while it is kept.
    current.typed.push(answers)
    if (!tab.saving.keep({ answers, asked: [], language: 'nl', page: `q${question}`, numbers: [question] }))
      current.typed.pop()
  }
  /** One answer after the other to the same question, as fast as somebody presses; then on, with nothing new. */
  const choose = async (tab: SimulatedTab, question: number): Promise<void> => {
    type(tab, question)
    for (let times = random.integer(0, 3); times > 0; times -= 1) {
      await time.wait(random.integer(1, 1500))
      type(tab, question)
    }
    const soFar = tab.saving.underWay()
    if (soFar !== null && chance(0.7)) tab.saving.keep({ ...soFar, page: `q${question + 1}`, numbers: [] })
  }
  /** Killed, and opened again by somebody who goes on where they were, or begins anew. */
  const reopen = async (tab: SimulatedTab): Promise<SimulatedTab | null> => {
    const isOwn = tab.saving.state().keptIn === 'device'
    const mayBeStored = (current?.closings.length ?? 0) > 0 || current?.wantedErased === true
    tab.kill()
    tabs = tabs.filter((one) => one !== tab)
    events.push('killed')
    const restored = isOwn || chance(0.8)
    const again = await open(restored ? tab.inTab : undefined)
    const shown = again.saving.underWay()
    if (shown !== null) current?.typed.push(shown.answers)
    if (shown !== null || again.saving.state().erased === 'waiting') return again
    events.push('everything on the device was lost')
    if (current !== null) current.isGone = true
    if (mayBeStored) return null
    begin(again)
    return again
  }
  const happens = async (tab: SimulatedTab): Promise<SimulatedTab | null> => {
    const what = random.integer(0, 99)
    if (what < 8) return reopen(tab)
    if (what < 14) {
      events.push('offline')
      line.setUp(false)
      time.after(random.integer(1_000, 400_000), () => {
        line.setUp(true)
        device.wake()
      })
    } else if (what < 20) device.setStores(random.pick(['full', 'forbidden', 'fine', 'fine']))
    else if (what < 23) {
      events.push('wiped')
      device.wipe()
    } else if (what < 28) {
      if (!tab.saving.state().elsewhere) events.push(`own device: ${await tab.saving.ownDevice(chance(0.7))}`)
    } else if (what < 33 && tab.saving.underWay() !== null) {
      events.push('second tab')
      const second = await open({ text: tab.inTab.text })
      if (second.saving.underWay()?.id !== current?.id) {
        second.kill()
        tabs = tabs.filter((one) => one !== second)
        return tab
      }
      type(second, random.integer(1, QUESTIONS))
      if (chance(0.5)) {
        await second.saving.takeOver()
        return second
      }
    }
    return tab
  }
  const live = async (): Promise<void> => {
    let tab: SimulatedTab | null = await open()
    begin(tab)
    for (let step = 1; step <= QUESTIONS + 2; step += 1) {
      await choose(tab, step <= QUESTIONS ? step : random.integer(1, QUESTIONS))
      // Some are killed in the very moment after choosing.
      await time.wait(chance(0.3) ? random.integer(0, 200) : random.integer(500, 40_000))
      tab = await happens(tab)
      if (tab === null) return
    }
    const end = random.fraction()
    if (end < 0.06) await erase(tab)
    else if (end < 0.9) await finish(tab)
    const hours = chance(0.05) ? 0 : 4
    if (hours > 0) time.after(random.integer(10_000, 1_200_000), () => line.mend())
    else line.setUp(false)
    await time.wait(hours * 3_600_000 + 600_000)
    if (current === null) return
    for (const { saving } of tabs) note(current, saving)
    const { id } = current
    const holding = tabs.filter(({ saving }) => saving.underWay()?.id === id || saving.state().erased !== 'no')
    current.last = holding.map(({ saving }) => saving.state())
  }
  const erase = async (tab: SimulatedTab): Promise<void> => {
    if (current !== null && (await tab.saving.erase())) current.wantedErased = true
  }
  const finish = async (tab: SimulatedTab): Promise<void> => {
    const soFar = tab.saving.underWay()
    if (current === null || soFar === null) return
    const closing: Closing = {
      answers: soFar.answers,
      language: 'nl',
      help: 'none',
      withdrawalCode: withdrawalCode({
        bytes: (count) => Uint8Array.from({ length: count }, () => random.integer(0, 255)),
      }),
    }
    if (!tab.saving.finish(closing)) return
    current.closings.push(closing)
    events.push('finished')
    if (!chance(0.3)) return
    await time.wait(random.integer(10, 60_000))
    if (tab.saving.state().final !== 'waiting') return
    current.isOpenedAgain = true
    await reopen(tab)
  }
  return { live, responses, events }
}

function newResponse(id: string): SimulatedResponse {
  return {
    id,
    typed: [],
    told: new Map(),
    closings: [],
    toldStored: false,
    toldErased: false,
    wantedErased: false,
    last: [],
    isOpenedAgain: false,
    isGone: false,
  }
}

/** Writes down what the respondent is told. */
function note(response: SimulatedResponse, saving: Saving): void {
  const state = saving.state()
  const underWay = saving.underWay()
  if (state.final === 'stored') response.toldStored = true
  if (state.erased === 'done') response.toldErased = true
  if (underWay === null || underWay.id !== response.id) return
  for (let question = 1; question <= (state.everything ? QUESTIONS : (state.savedUpTo ?? 0)); question += 1) {
    const text = underWay.answers[`q${question}`]
    if (typeof text !== 'string') continue
    const change = Number.parseInt(text, 10)
    response.told.set(`q${question}`, Math.max(change, response.told.get(`q${question}`) ?? -1))
  }
}

function uuidOf(random: SeededRandom): string {
  const hex = Array.from({ length: 32 }, () => random.integer(0, 15).toString(16)).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

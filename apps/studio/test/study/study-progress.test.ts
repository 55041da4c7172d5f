import { DEFAULT_POLICY, NO_PLAN, type StudySummary, type WaveSummary } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import type { StudyDetail } from '../../src/api/api-types.ts'
import {
  asksForAction,
  currentWave,
  editionsOf,
  progressOf,
  STEPS,
  stepOfAction,
  type NextAction,
  wavesInEarnest,
} from '../../src/study/study-progress.ts'
import { withCounts } from '../../src/study/with-counts.ts'

const STUDY: StudySummary = {
  id: 's1',
  title: { nl: 'Zorg' },
  organisation: { name: 'De raad' },
  sample: false,
  tryOut: false,
  version: 1,
  waves: [],
  publications: [],
}

const wave = (id: string, state: 'open' | 'closed', answers: number): WaveSummary => ({
  id,
  title: { nl: id },
  address: id,
  frontUrl: `https://example.org/${id}`,
  url: `https://example.org/v/${id}`,
  mode: 'open',
  state,
  version: 1,
  answers,
  invited: null,
  portion: 20,
  begun: true,
  plan: NO_PLAN,
  erasesOn: null,
  codes: null,
})

const edition = (waveId: string, number: number): StudySummary['publications'][number] => ({
  id: `${waveId}-${number}`,
  waveId,
  edition: number,
  publishedOn: '2026-11-22',
  url: `https://example.org/r/${waveId}-${number}`,
  state: 'public',
  readers: 'everybody',
  embargoUntil: null,
  withdrawal: null,
  correction: null,
  partOf: null,
})

describe('a researcher who looks what a study needs next', () => {
  it.each<[string, Partial<StudySummary>, string, NextAction]>([
    ['finishes the design first', { version: null }, 'design', 'publishVersion'],
    ['opens a wave once there is a version', {}, 'fieldwork', 'openWave'],
    ['waits while nobody has answered', { waves: [wave('w1', 'open', 0)] }, 'fieldwork', 'awaitAnswers'],
    ['follows the answers that come in', { waves: [wave('w1', 'open', 3)] }, 'fieldwork', 'followWave'],
    ['publishes a closed wave', { waves: [wave('w1', 'closed', 30)] }, 'publication', 'publishResults'],
    ['opens another wave when one was closed empty', { waves: [wave('w1', 'closed', 0)] }, 'fieldwork', 'openWave'],
    [
      'reads what was published',
      { waves: [wave('w1', 'closed', 30)], publications: [edition('w1', 1)] },
      'publication',
      'readResults',
    ],
    [
      'follows the open wave beside one that was published',
      { waves: [wave('w1', 'open', 3), wave('w2', 'closed', 30)], publications: [edition('w2', 1)] },
      'fieldwork',
      'followWave',
    ],
  ])('%s', (_, changed, step, action) => {
    expect(progressOf({ ...STUDY, ...changed })).toMatchObject({ step, action })
  })

  it('is led to a step that there is, and where the action is done', () => {
    const actions: readonly NextAction[] = [
      'publishVersion',
      'openWave',
      'awaitAnswers',
      'followWave',
      'publishResults',
      'readResults',
    ]
    for (const action of actions) expect(STEPS).toContain(stepOfAction(action))
    expect(actions.filter((action) => !asksForAction(action))).toEqual(['awaitAnswers', 'readResults'])
  })

  it('sees the latest edition of a wave first, and none of another wave', () => {
    const publications = [edition('w1', 1), edition('w2', 1), edition('w1', 3), edition('w1', 2)]
    expect(editionsOf({ publications }, 'w1').map((one) => one.edition)).toEqual([3, 2, 1])
  })
})

describe('a researcher who watches the counts', () => {
  const detail: StudyDetail = {
    ...STUDY,
    waves: [wave('w1', 'open', 3), wave('w2', 'closed', 30), wave('w3', 'open', 0)],
    definition: { text: '{}', revision: 1 },
    versions: [],
    policy: DEFAULT_POLICY,
    retention: {
      contacts: { months: 3, until: null },
      answers: { months: 24, until: null },
      publications: { months: null },
      held: null,
    },
    findings: [],
    screens: [],
    languages: ['nl'],
    reviews: [],
    changed: false,
  }

  it('sees those of the list in the waves that are open, and what was there where the list has nothing', () => {
    const list = [{ ...STUDY, waves: [wave('w1', 'open', 4), wave('w2', 'closed', 29)] }]
    expect(withCounts(detail, list).waves.map(({ answers }) => answers)).toEqual([4, 30, 0])
    expect(withCounts(detail, []).waves).toEqual(detail.waves)
    expect(withCounts(detail, [{ ...STUDY, id: 's2' }]).waves).toEqual(detail.waves)
  })
})

describe('a researcher who tries something out while a round runs', () => {
  const tryOut: WaveSummary = { ...wave('proef', 'open', 0), erasesOn: '2026-12-06' }
  const running = { ...STUDY, waves: [wave('najaar', 'open', 3), tryOut] }

  it('keeps looking at the round that is in earnest', () => {
    expect(currentWave(running)?.id).toBe('najaar')
    expect(progressOf(running).action).toBe('followWave')
  })

  it('is offered only the round in earnest to publish', () => {
    expect(wavesInEarnest(running).map(({ id }) => id)).toEqual(['najaar'])
  })

  it('is asked for a first round where there is only one for trying out', () => {
    expect(progressOf({ ...STUDY, waves: [tryOut] })).toMatchObject({ action: 'openWave', wave: null })
  })
})

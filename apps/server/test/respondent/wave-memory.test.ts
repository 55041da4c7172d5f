import { NO_PLAN } from '@klankbord/model'
import { expect, it } from 'vitest'
import type { OpenedWave } from '../../src/respondent/opened-wave.ts'
import { waveMemory } from '../../src/respondent/wave-memory.ts'
import { WMO } from '../wmo-wave.ts'

function waveAt(address: string, state: 'open' | 'closed' = 'open'): OpenedWave {
  const title = { nl: 'Ronde' }
  const plan = { questions: [], breakdowns: [] }
  return {
    study: {
      organisationId: '00000000-0000-4000-8000-000000000009',
      id: 's',
      title,
      organisation: { name: 'Raad' },
      sample: false,
      tryOut: false,
      definition: { text: '', revision: 1 },
      people: null,
      policy: null,
      plan,
    },
    wave: {
      id: address,
      studyId: 's',
      title,
      address,
      version: 1,
      mode: 'open',
      state,
      frame: null,
      graceDays: 21,
      portion: 20,
      ...NO_PLAN,
      tryOut: false,
      erasesOn: null,
      lastDay: null,
    },
    questionnaire: WMO,
    keeps: { answers: 24, usual: true, contacts: null, leastGroup: 10 },
    languages: ['nl', 'en'],
    unreleased: [],
  }
}

it('remembers the waves that people came to last, as they were then, and no more than it may', () => {
  const memory = waveMemory(2)
  for (const address of ['een', 'twee', 'een', 'drie']) memory.remember(waveAt(address))
  expect(memory.recall('twee')).toBeNull()
  memory.remember(waveAt('een', 'closed'))
  expect(memory.recall('een')?.wave.state).toBe('closed')
  expect(memory.recall('drie')).not.toBeNull()
  expect(memory.recall('nooit')).toBeNull()
})

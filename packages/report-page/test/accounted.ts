import type { PublishedChanges, PublishedFieldwork, PublishedTrend } from '@klankbord/model'
import { wilson } from '@klankbord/testing/sample-publication'

const label = { nl: 'Mijn hulp begon snel.', en: 'My help started soon.' }
const positive = wilson(330, 550, 1400)
const round = { differs: [], status: 'shown', n: 550, positive } as const

export const TREND: PublishedTrend = {
  questions: [
    {
      question: 'quick',
      label,
      points: [
        { ...round, publication: 'p1', wave: { nl: 'Vorig jaar' }, from: '2025-W07', to: '2025-W17' },
        { ...round, publication: 'p2', wave: { nl: 'Voorjaar 2026' }, from: '2026-W07', to: '2026-W17' },
      ],
      differences: [{ since: 'p1', difference: 0, low: -0.05, high: 0.05, verdict: 'noClearDifference' }],
    },
  ],
  comparisons: { made: 1, clear: 0, leastDifference: 0.05 },
}
export const CHANGES: PublishedChanges = {
  since: { publication: 'p1', edition: 1, wave: { nl: 'Vorig jaar' }, publishedOn: '2025-06-12', sameWave: false },
  changes: [
    { kind: 'questionReworded', question: 'quick', label },
    { kind: 'breakdownAdded', variable: 'age', label: { nl: 'Leeftijd', en: 'Age' } },
    { kind: 'policyChanged', rule: 'leastGroup', from: 10, to: 15 },
    { kind: 'modesChanged', from: ['web'], to: ['web', 'paper'] },
    { kind: 'frameAdded' },
  ],
}
export const FIELDWORK: PublishedFieldwork = {
  invitations: {
    invited: 1400,
    parts: [
      { parts: ['undeliverable'], people: 38 },
      { parts: ['noAnswer'], people: 768 },
      { parts: ['answered'], people: 594 },
    ],
  },
  modes: [{ modes: ['web'], people: 594, atLeast: false }],
  periods: [],
  reminders: [{ week: '2026-W10', atLeast: 730 }],
  places: { approached: 900, refused: 120, started: 640, finished: 594 },
}

import type { ReleasedNumbers } from '@klankbord/model'

const everybody = { code: null, label: { nl: 'Iedereen', en: 'Everybody' }, population: null }
const district = { name: 'district', label: { nl: 'Wijk', en: 'District' }, sensitive: false }

/** A grade of everybody and by district, one of which is hidden, and a waiting time of everybody. */
export function sampleNumbers(): readonly ReleasedNumbers[] {
  const grade = {
    subject: { name: 'grade', label: { nl: 'Welk cijfer geeft u?', en: 'How do you grade it?' }, sensitive: false },
    measure: 'grade',
    range: { low: 1, high: 10 },
    leastDifference: 0.45,
    rounding: 'exact',
  }
  const share = (count: number, part: number) => ({ count, share: part, low: part - 0.05, high: part + 0.05 })
  const shown = { insufficient: share(20, 0.2), good: share(40, 0.4), status: 'shown' }
  const numbers = [
    {
      ...grade,
      id: 'grade',
      by: null,
      groups: [
        { ...everybody, ...shown, n: 100, mean: { estimate: 7.26, low: 6.97, high: 7.55 }, verdict: 'notTested' },
      ],
    },
    {
      ...grade,
      id: 'grade×district',
      by: district,
      groups: [
        {
          code: 1,
          label: { nl: 'Noord' },
          population: null,
          ...shown,
          n: 60,
          mean: { estimate: 6.5, low: 6.1, high: 6.9 },
          verdict: 'lower',
        },
        { code: 2, label: { nl: 'Oost' }, population: null, status: 'hidden', reason: 'tooFew' },
      ],
    },
    {
      id: 'waiting',
      subject: { name: 'waiting', label: { nl: 'Wachttijd', en: 'Waiting time' }, sensitive: false },
      measure: 'duration',
      by: null,
      range: { low: 0, high: null },
      leastDifference: 0,
      rounding: 'blurred',
      groups: [
        { ...everybody, status: 'indicative', n: 24, mean: null, median: 40, ninetieth: null, verdict: 'notTested' },
      ],
    },
  ]
  return numbers as unknown as readonly ReleasedNumbers[]
}

/** Released numbers with other values: for what draws them. */
export function changedNumbers(numbers: ReleasedNumbers, changes: object): ReleasedNumbers {
  return { ...numbers, ...changes } as unknown as ReleasedNumbers
}

import { compile, registerProfile } from '@klankbord/questionnaire'
import { INSTRUMENTS } from '@klankbord/instruments'
import { Model } from 'survey-core'

const ROUNDS = 9

/** The instrument with the longest definition. */
const { definition, id } = INSTRUMENTS.toSorted(
  (a, b) => JSON.stringify(b.definition).length - JSON.stringify(a.definition).length,
)[0]!

const ours = (): void => {
  if (compile(definition).questionnaire === null) throw new Error(`${id} does not compile`)
}
const theirs = (): void => new Model(definition).dispose()

/** Milliseconds of the clock for one call. */
function timeOf(call: () => void, calls: number): number {
  const start = performance.now()
  for (let i = 0; i < calls; i += 1) call()
  return (performance.now() - start) / calls
}

registerProfile()
const first = timeOf(ours, 1)
for (let i = 0; i < 5; i += 1) theirs()
const pairs = Array.from({ length: ROUNDS }, () => ({ ours: timeOf(ours, 10), theirs: timeOf(theirs, 10) }))
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
console.log(
  JSON.stringify({
    figure: `compiling the largest instrument, ${id}`,
    value: median(pairs.map((pair) => pair.ours)),
    unit: 'ms',
    beside: {
      'the first time in a process': first,
      'survey-core: new Model': median(pairs.map((pair) => pair.theirs)),
    },
    ratio: median(pairs.map((pair) => pair.theirs / pair.ours)),
  }),
)

import { coach, compile } from '@klankbord/questionnaire'
import { definition } from './sixty-texts.ts'

const ROUNDS = 15

const { questionnaire, findings } = compile(definition)
if (!questionnaire) throw new Error(JSON.stringify(findings))

/** Milliseconds of one call. */
function timeOf(call: () => unknown): number {
  const start = performance.now()
  call()
  return performance.now() - start
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const first = timeOf(() => coach(questionnaire))
const pairs = Array.from({ length: ROUNDS }, () => ({
  ours: timeOf(() => coach(questionnaire)),
  compiling: timeOf(() => compile(definition)),
}))
console.log(
  JSON.stringify({
    figure: 'advice on a questionnaire of 60 texts',
    value: median(pairs.map(({ ours }) => ours)),
    unit: 'ms',
    beside: {
      'compiling it': median(pairs.map(({ compiling }) => compiling)),
      'the first time, lists included': first,
    },
    ratio: median(pairs.map(({ ours, compiling }) => ours / compiling)),
  }),
)

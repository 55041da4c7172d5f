import { coach, compile } from '@klankbord/questionnaire'
import { firstAdvice } from './first-advice.ts'
import { definition } from './sixty-texts.ts'
import { timeOf } from './time-of.ts'

const ROUNDS = 15
const PROCESSES = 5

const { questionnaire, findings } = compile(definition)
if (!questionnaire) throw new Error(JSON.stringify(findings))

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

function print(figure: string, pairs: readonly { readonly ours: number; readonly compiling: number }[]): void {
  const line = {
    figure,
    value: median(pairs.map(({ ours }) => ours)),
    unit: 'ms',
    beside: { 'compiling it': median(pairs.map(({ compiling }) => compiling)) },
    ratio: median(pairs.map(({ ours, compiling }) => ours / compiling)),
  }
  console.log(JSON.stringify(line))
}

const first = []
for (let round = 0; round < PROCESSES; round += 1) first.push(await firstAdvice())
print(
  'first advice in a process, on a questionnaire of 60 texts',
  first.map(({ advising, compiling }) => ({ ours: advising, compiling })),
)
coach(questionnaire)
print(
  'advice on a questionnaire of 60 texts',
  Array.from({ length: ROUNDS }, () => ({
    ours: timeOf(() => coach(questionnaire)),
    compiling: timeOf(() => compile(definition)),
  })),
)

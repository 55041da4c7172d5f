import { check, compile, registerProfile } from '@klankbord/questionnaire'
import { Model } from 'survey-core'
import { answers, definition } from './thirty-questions.ts'

const ROUNDS = 7

registerProfile()
const { questionnaire, findings } = compile(definition)
if (!questionnaire) throw new Error(JSON.stringify(findings))
const reused = new Model(definition)

const ours = (): void => {
  if (!check(questionnaire, answers).ok) throw new Error('our check refused the answers')
}
const onFreshModel = (): void => {
  const model = new Model(definition)
  model.data = answers
  if (!model.validate(true, false)) throw new Error('survey-core refused the answers')
  model.dispose()
}
const onReusedModel = (): void => {
  reused.clear()
  reused.data = answers
  if (!reused.validate(true, false)) throw new Error('survey-core refused the answers')
}

/** Processor time of one call in microseconds. */
function cpuOf(call: () => void, calls: number): number {
  const start = process.cpuUsage()
  for (let i = 0; i < calls; i += 1) call()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / calls
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

for (let i = 0; i < 500; i += 1) ours()
for (const [name, theirs] of [
  ['survey-core, fresh model: new, data, validate, dispose', onFreshModel],
  ['survey-core, reused model: clear, data, validate', onReusedModel],
] as const) {
  for (let i = 0; i < 5; i += 1) theirs()
  const pairs = Array.from({ length: ROUNDS }, () => ({ ours: cpuOf(ours, 3000), theirs: cpuOf(theirs, 20) }))
  console.log(
    JSON.stringify({
      figure: 'check of a response of 30 questions with 9 conditions',
      value: median(pairs.map((pair) => pair.ours)),
      unit: 'CPU microseconds',
      beside: { [name]: median(pairs.map((pair) => pair.theirs)) },
      ratio: median(pairs.map((pair) => pair.theirs / pair.ours)),
    }),
  )
}

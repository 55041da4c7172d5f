import { check, compile } from '@klankbord/questionnaire'
import { Model } from 'survey-core'

const QUESTIONS = 30
const ROUNDS = 7

/** 30 questions on 6 pages, nine of them conditional: the questionnaire that the feasibility study measured. */
const definition = {
  title: 'Dertig vragen',
  locale: 'nl',
  pages: [0, 1, 2, 3, 4, 5].map((page) => ({
    name: `page${page}`,
    elements: [0, 1, 2, 3, 4].map((place) => question(page * 5 + place)),
  })),
}
const answers = Object.fromEntries(Array.from({ length: QUESTIONS }, (_, index) => [`q${index}`, 2]))

function question(index: number): Readonly<Record<string, unknown>> {
  const conditional = index > 0 && index % 3 === 0 && index < 28
  return {
    type: 'radiogroup',
    name: `q${index}`,
    title: `Vraag ${index}`,
    choices: [1, 2, 3, 4, 5],
    ...(conditional ? { visibleIf: `{q${index - 1}} = 2` } : {}),
  }
}

const { questionnaire, findings } = compile(definition)
if (!questionnaire) throw new Error(JSON.stringify(findings))
const model = new Model(definition)

const ours = (): void => {
  if (!check(questionnaire, answers).ok) throw new Error('our check refused the answers')
}
const theirs = (): void => {
  model.data = answers
  if (!model.validate(true, false)) throw new Error('survey-core refused the answers')
}

/** Processor time of one call in microseconds. */
function cpuOf(call: () => void, calls: number): number {
  const start = process.cpuUsage()
  for (let i = 0; i < calls; i += 1) call()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / calls
}

for (let i = 0; i < 200; i += 1) ours()
for (let i = 0; i < 5; i += 1) theirs()
const pairs = Array.from({ length: ROUNDS }, () => ({ ours: cpuOf(ours, 3000), theirs: cpuOf(theirs, 40) }))
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
console.log(
  JSON.stringify({
    figure: 'check of a response of 30 questions',
    value: median(pairs.map((pair) => pair.ours)),
    unit: 'CPU microseconds',
    beside: { 'survey-core, reused model, data and validate': median(pairs.map((pair) => pair.theirs)) },
    ratio: median(pairs.map((pair) => pair.theirs / pair.ours)),
  }),
)

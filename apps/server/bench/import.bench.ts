import { readResponsesCsv, writeResponsesCsv } from '@klankbord/exchange'
import { sampleStudy, wmoClientExperience } from '@klankbord/instruments'
import { check, compile } from '@klankbord/questionnaire'
import type { CheckedAnswers, Questionnaire } from '@klankbord/model'
import Papa from 'papaparse'

const COPIES = 40
const ROUNDS = 5

const sample = sampleStudy()
const questionnaire = compiledInstrument()
const responses = sample.waves[0]?.responses ?? []

function compiledInstrument(): Questionnaire {
  const compiled = compile(wmoClientExperience.definition)
  if (!compiled.questionnaire) throw new Error('the instrument does not compile')
  return compiled.questionnaire
}

async function* records(): AsyncIterable<CheckedAnswers> {
  for (let copy = 0; copy < COPIES; copy += 1) {
    for (const { answers } of responses) {
      const checked = check(questionnaire, answers)
      if (checked.ok) yield checked.checked
    }
  }
}

let csv = ''
for await (const piece of writeResponsesCsv(questionnaire, records())) csv += piece
const rows = COPIES * responses.length

async function readChecked(): Promise<void> {
  let good = 0
  for await (const outcome of readResponsesCsv(csv, questionnaire)) {
    if ('answers' in outcome) good += 1
  }
  if (good !== rows) throw new Error(`read ${good} of ${rows} rows`)
}

const parseOnly = async (): Promise<void> => {
  const { data } = Papa.parse(csv, { header: true, skipEmptyLines: true })
  if (data.length !== rows) throw new Error(`parsed ${data.length} of ${rows} rows`)
}

async function secondsOf(call: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await call()
  return (performance.now() - start) / 1000
}

const pairs: { readonly ours: number; readonly beside: number }[] = []
for (let round = 0; round < ROUNDS; round += 1)
  pairs.push({ ours: await secondsOf(readChecked), beside: await secondsOf(parseOnly) })
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
console.log(
  JSON.stringify({
    figure: 'rows of CSV read and checked',
    value: Math.round(rows / median(pairs.map((pair) => pair.ours))),
    unit: 'rows per second',
    beside: { 'papaparse alone, same file': Math.round(rows / median(pairs.map((pair) => pair.beside))) },
    ratio: median(pairs.map((pair) => pair.beside / pair.ours)),
  }),
)

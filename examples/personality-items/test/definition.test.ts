import { compileText } from '@klankbord/questionnaire'
import { expect, it } from 'vitest'
import { definitionText, reportPlan } from '../example-files.ts'

it('has a definition without a single finding, with fifteen sentences, gender and age', () => {
  const { questionnaire, findings } = compileText(definitionText())
  expect(findings).toEqual([])
  expect(questionnaire?.questions).toHaveLength(17)
  expect(questionnaire?.screens).toHaveLength(16)
})

it('plans all fifteen sentences by gender and by age in bands that touch', () => {
  const { questionnaire } = compileText(definitionText())
  const { questions, breakdowns, headline } = reportPlan()
  expect(questions).toEqual(questionnaire?.questions.slice(0, 15).map((question) => question.name))
  expect(questions).toContain(headline)
  expect(breakdowns.map((breakdown) => breakdown.variable)).toEqual(['gender', 'age'])
  const bands = breakdowns[1]?.bands ?? []
  expect(bands.slice(1).map((band) => band.from)).toEqual(bands.slice(0, -1).map((band) => band.to))
})

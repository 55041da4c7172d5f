import type { ReleasedTable } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import {
  comparisonFigure,
  figureCaption,
  figureSentence,
  figureToSvg,
  figureToTable,
  isComparisonTable,
} from '@klankbord/charts'
import { DISTRICT, QUESTIONS, TABLES, tableOf } from '@klankbord/testing/sample-publication'

const context = { language: 'nl', fallback: 'nl', leastGroup: 10 }
const tableNamed = (id: string): ReleasedTable => {
  const table = TABLES.find((candidate) => candidate.id === id)
  if (!table) throw new Error(`no table ${id}`)
  return table
}
const quick = comparisonFigure(tableNamed('quick×district'), tableNamed('quick'), context)

describe('a question split by district', () => {
  it('keeps the order of the districts, whatever their scores', () => {
    expect(quick.rows.map((row) => row.label)).toEqual([
      'Buitengebied',
      'Centrum',
      'Havenkwartier',
      'Noord',
      'Oost',
      'West',
      'Zuidoost',
    ])
  })

  it('says of a small group that it is small, and of its partner whom it protects', () => {
    const [small, , partner] = quick.rows
    expect(small).toMatchObject({ status: 'hidden', why: 'Minder dan 10 antwoorden. Wij laten dit cijfer niet zien.' })
    expect(partner).toMatchObject({ status: 'hidden', why: 'Ook niet te zien. Anders kunt u Buitengebied uitrekenen.' })
  })

  it('gives nothing of a hidden group away in plot or table', () => {
    expect(figureToSvg(quick)[0]).toBe('')
    expect(figureToTable(quick).rows[0]?.cells).toEqual(['26'])
  })

  it('names the one group that is clearly lower', () => {
    expect(figureSentence(quick)).toBe('Zuidoost: duidelijk minder positief, 36%. Van iedereen is dat 59%.')
  })

  it('says that nothing is clear rather than naming the lowest', () => {
    const good = comparisonFigure(tableNamed('good×district'), tableNamed('good'), context)
    expect(figureSentence(good)).toBe('Geen duidelijke verschillen tussen de groepen.')
  })
})

it('shows a group with few answers with an open dot and without a verdict', () => {
  const spec = QUESTIONS[1]
  if (!spec) throw new Error('expected a question')
  const group = { code: 1, label: { nl: 'Klein' }, people: 60, answers: 22 }
  const figure = comparisonFigure(tableOf(spec, DISTRICT, [group]), undefined, context)
  expect(figure.rows[0]).toMatchObject({ status: 'indicative', verdict: 'notTested', verdictText: 'weinig antwoorden' })
  expect(figureToSvg(figure)[0]).toContain('mk few')
  expect(figureSentence(figure)).toBe('Te weinig antwoorden om iets te zeggen.')
})

it('says of groups that the plan does not compare that they were not compared', () => {
  const without = { ...context, comparisons: 'none' as const }
  const figure = comparisonFigure(tableNamed('good×district'), tableNamed('good'), without)
  expect(figureSentence(figure)).toBe('Deze groepen vergeleken wij niet.')
  expect(figureCaption(figure).map(({ key }) => key)).not.toContain('Duidelijk')
  const other = comparisonFigure(tableNamed('good×district'), undefined, {
    ...context,
    comparisons: [['good', 'district']],
  })
  expect(figureSentence(other)).toBe('Geen duidelijke verschillen tussen de groepen.')
})

it('does not compare on a question without positive answers', () => {
  expect(isComparisonTable(tableNamed('contact×district'))).toBe(false)
})

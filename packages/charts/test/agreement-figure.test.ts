import type { ReleasedTable } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import { agreementDomain, agreementFigure, agreementGroups, figureSentence, figureToTable } from '@klankbord/charts'
import { changedTable, QUESTIONS, TABLES, tableOf } from '@klankbord/testing/sample-publication'

const context = { language: 'nl', fallback: 'nl', leastGroup: 10 }
const everybody = (names: readonly string[]): readonly ReleasedTable[] =>
  names.flatMap((name) => TABLES.filter((table) => table.id === name))
const access = everybody(['knew_where', 'quick', 'listened', 'knew_supporter'])

const first = (table: ReleasedTable, change: object): ReleasedTable => changedTable(table, {}, () => change)

describe('questions that share a scale', () => {
  it('come together in questionnaire order, with yes and no among them', () => {
    expect(agreementGroups(access).map((group) => group.map(({ id }) => id))).toEqual([
      ['knew_where', 'quick', 'listened', 'knew_supporter'],
    ])
  })

  it('stay apart when their answers differ', () => {
    const [, , listened] = access
    if (!listened) throw new Error('expected a table')
    const categories = listened.categories.map((c) => ({ ...c, label: { nl: `zo ${c.code}` } }))
    const groups = agreementGroups([...access.slice(0, 2), changedTable(listened, { categories })])
    expect(groups.map((group) => group.length)).toEqual([2, 1])
  })
})

describe('the figure of a theme', () => {
  it('parts its bars at zero and keeps the middle apart', () => {
    const figure = agreementFigure(access, context)
    expect(figure.domain).toEqual({ min: -70, max: 124, middle: 93 })
    const [row] = figure.rows
    if (row?.status !== 'shown') throw new Error('expected a shown row')
    expect(row.segments.map(({ step }) => step)).toEqual([1, 2, 4, 5, 3])
    expect(row.segments[1]?.to).toBeCloseTo(0)
    expect(row.segments[2]?.from).toBeCloseTo(0)
    expect(row.segments[4]?.from).toBe(93)
  })

  it('draws the same picture when the questionnaire begins with the most positive answer', () => {
    const [table] = access
    if (!table) throw new Error('expected a table')
    const group = table.groups[0]
    if (group?.status === 'hidden' || !group) throw new Error('expected a shown group')
    const falling = first(changedTable(table, { categories: table.categories.toReversed() }), {
      cells: group.cells.toReversed(),
    })
    expect(agreementFigure([falling], context)).toEqual(agreementFigure([table], context))
  })

  it('takes sums from shares and never from rounded parts', () => {
    const parts = [1, 1, 1, 1, 1].map((count) => ({ status: 'shown', count, share: 1 / 7, low: 0, high: 1 }))
    const [table] = access
    if (!table) throw new Error('expected a table')
    const base = { total: 7, asked: 7, answered: 7, valid: 7, empties: {} }
    const positive = { count: 2, share: 2 / 7, low: 0.1, high: 0.6 }
    const figure = agreementFigure([first(table, { cells: parts, base, positive })], context)
    const [row] = figure.rows
    if (row?.status !== 'shown') throw new Error('expected a shown row')
    expect(row.segments.map(({ percent }) => percent)).toEqual([14, 14, 14, 14, 14])
    expect([row.positive.percent, row.negative]).toEqual([29, 29])
  })

  it('keeps the row of a hidden question and says why, in its table too', () => {
    const [table] = access
    if (!table) throw new Error('expected a table')
    const hidden = { code: null, label: {}, population: null, status: 'hidden', reason: 'tooFew' }
    const figure = agreementFigure([changedTable(table, { groups: [hidden] })], context)
    expect(figure.rows[0]).toMatchObject({
      status: 'hidden',
      why: 'Minder dan 10 antwoorden. Wij laten dit cijfer niet zien.',
    })
    expect(figureToTable(figure).rows[0]?.why).toContain('Minder dan 10')
    expect(figureSentence(figure)).toBe('Te weinig antwoorden om iets te zeggen.')
  })

  it('draws no bar when one of its answers is hidden', () => {
    const [table] = access
    const group = table?.groups[0]
    if (!table || !group || group.status === 'hidden') throw new Error('expected a shown group')
    const cells = [{ status: 'hidden', reason: 'sensitive' }, ...group.cells.slice(1)]
    const [row] = agreementFigure([first(table, { cells })], context).rows
    expect(row).toMatchObject({
      status: 'hidden',
      why: 'Te weinig mensen gaven dit antwoord of een ander antwoord in de tabel. Wij laten het niet zien.',
    })
  })

  it('says how many questions most people are positive on, and names the one where they are not', () => {
    expect(figureSentence(agreementFigure(access, context))).toBe(
      'Bij drie van de vier vragen is duidelijk meer dan de helft positief. Bij “Kende u de gratis cliëntondersteuner?” is dat minder dan de helft.',
    )
  })
})

describe('the scale of a page', () => {
  it('widens to the largest disagreement in tens', () => {
    const spec = QUESTIONS[1]
    if (!spec) throw new Error('expected a question')
    const shares = [70, 15, 5, 5, 5]
    const answers = spec.answers.map(([label, tone], index) => [label, tone, shares[index] ?? 0] as const)
    expect(agreementDomain([tableOf({ ...spec, answers }, null, [])]).min).toBe(-90)
  })

  it('has room for the middle only where a question has one', () => {
    expect(agreementDomain(everybody(['knew_supporter'])).middle).toBeNull()
  })
})

import { agreeingFigures, findNumbers, numbersToDecide, settleTexts } from '@klankbord/disclosure'
import { isProblem, type FigureReference } from '@klankbord/model'
import { sampleNumbers } from '@klankbord/testing/sample-numbers'
import { changedTable, samplePublication, TABLES } from '@klankbord/testing/sample-publication'
import { describe, expect, it } from 'vitest'
import { authoredText } from '../src/authored-text.ts'

const publication = samplePublication({ numbers: sampleNumbers() })
const grade = (group: number | null, value: 'mean' | 'good' | 'n'): FigureReference => ({
  numbers: group === null ? 'grade' : 'grade×district',
  group,
  value,
})

function settled(nl: string, figure: FigureReference, on = publication): string {
  const authored = { texts: { introduction: { nl } } }
  const decisions = numbersToDecide(authored, [], ['nl']).map(({ place, words }) => ({
    place,
    words,
    figure,
    by: 'Sam',
    on: '2026-06-01',
  }))
  try {
    const text = settleTexts(on, { authored, decisions, labels: [] }).texts?.introduction ?? {}
    expect(text['nl']).toContainEqual(expect.objectContaining({ figure }))
    return authoredText(text, on, 'nl')
  } catch (error) {
    if (isProblem(error)) return `${error.code}: ${error.message}`
    throw error
  }
}

describe('an author writes what a number of a publication says', () => {
  it.each([
    ['Mensen geven gemiddeld een 7,3.', grade(null, 'mean')],
    ['Mensen geven gemiddeld een 7,26.', grade(null, 'mean')],
    ['Mensen geven gemiddeld een zeven.', grade(null, 'mean')],
    ['In Noord is het een 6,5.', grade(1, 'mean')],
    ['Van wie een cijfer gaf, geeft 40% een hoog cijfer.', grade(null, 'good')],
    ['Van 100 mensen weten wij het.', grade(null, 'n')],
  ])('“%s”', (nl, figure) => {
    expect(settled(nl, figure)).toBe(nl)
  })

  it('and not something else', () => {
    expect(settled('Mensen geven gemiddeld een 7,2.', grade(null, 'mean'))).toMatch(/^textNumberDiffers: .*7\.26/)
    expect(settled('Mensen geven gemiddeld een 7,5.', grade(1, 'mean'))).toMatch(/^textNumberDiffers/)
  })

  it('and nothing of a group that is hidden, nor of what is not told', () => {
    expect(settled('In Oost is het een 6,5.', grade(2, 'mean'))).toMatch(/^textNumberHidden/)
    expect(settled('Het duurt 6 dagen.', { numbers: 'grade', group: null, value: 'median' })).toMatch(
      /^textFigureUnknown/,
    )
  })
})

it('an author can link to a group of two breakdowns at once', () => {
  const [table] = TABLES.filter(({ id }) => id === 'quick×district')
  if (table === undefined) throw new Error('expected a table')
  const crossed = changedTable(table, { id: 'quick×district×age' }, ({ code }) => ({
    code: (code ?? 0) * 100_000 + 2,
    codes: [code, 2],
  }))
  const on = samplePublication({ tables: [...TABLES, crossed] })
  const figure: FigureReference = { table: 'quick×district×age', group: 400_002, base: 'total' }
  expect(settled('Van 139 mensen in Noord weten wij het.', figure, on)).toBe('Van 139 mensen in Noord weten wij het.')
  expect(settled('Van 9 mensen weten wij het.', { ...figure, group: 100_002 }, on)).toMatch(/^textNumberHidden/)
})

describe('for a number in a text', () => {
  const figuresFor = (words: string, most = 50) =>
    agreeingFigures(findNumbers(words, 'nl')[0]?.readings ?? [], publication, most).map(({ figure }) => figure)

  it('figures are found that say the same, those of everybody first', () => {
    expect(figuresFor('594')[0]).toEqual({ account: 'answered' })
    expect(figuresFor('7,3')).toContainEqual(grade(null, 'mean'))
    const [first] = figuresFor('76%')
    expect(first).toEqual({ table: 'good', group: null, answers: [4, 5] })
    expect(figuresFor('76%', 1)).toHaveLength(1)
  })

  it('none is found for what nothing says, and none that is hidden', () => {
    expect(figuresFor('in 2015')).toEqual([])
    const hidden = new Set(
      TABLES.flatMap(({ id, groups }) =>
        groups.flatMap(({ code, status }) => (status === 'hidden' ? [`${id} ${code}`] : [])),
      ),
    )
    expect(hidden.size).toBeGreaterThan(10)
    const counts = Array.from({ length: 100 }, (_, count) => figuresFor(String(count))).flat()
    const places = counts.flatMap((one) =>
      'table' in one && !('base' in one && one.base === 'population') ? [`${one.table} ${one.group}`] : [],
    )
    expect(places.length).toBeGreaterThan(100)
    expect(places.filter((place) => hidden.has(place))).toEqual([])
  })
})

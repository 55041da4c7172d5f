import { describe, expect, it } from 'vitest'
import type { AuthoredTexts, NumberDecision } from '@klankbord/model'
import { numbersToDecide, reopen } from '@klankbord/disclosure'
import { labelsOf, publish, publishShared } from '@klankbord/reporting'
import { SOLVING } from './solving.ts'
import { inputOf, people } from './survey-builder.ts'

// Seven people of West are too few to be shown.
const responses = [...people(1, 40, 20), ...people(2, 30, 40), ...people(3, 4, 3)]
const figure = { table: 'quick', group: null, answers: [1] } as const

const texts: AuthoredTexts = {
  texts: { headline: { nl: '54% kreeg snel hulp.' }, conclusions: [{ nl: 'Het kan beter.' }] },
  advice: [
    { to: { nl: 'Het college' }, advice: { nl: 'Bel sneller terug.' }, tables: ['quick'], state: 'awaitingAnswer' },
  ],
}

function decided(authored: AuthoredTexts): readonly NumberDecision[] {
  return numbersToDecide(authored, [], ['nl']).map(({ place, words }) => ({
    place,
    words,
    figure,
    by: 'Wilhelmina',
    on: '2026-06-01',
  }))
}

describe('a researcher publishes with words of the authors', () => {
  it('and they stand in the publication, with each number beside its figure and nobody named', async () => {
    const publication = await publish(inputOf(responses, { texts, decisions: decided(texts) }), SOLVING)
    expect(publication.texts).toEqual({
      headline: { nl: [{ figure, form: 'percent', words: '54%' }, ' kreeg snel hulp.'] },
      conclusions: [{ nl: ['Het kan beter.'] }],
    })
    expect(publication.advice).toHaveLength(1)
    expect(reopen(JSON.parse(JSON.stringify(publication)))).toEqual(publication)
    expect(JSON.stringify(publication)).not.toContain('Wilhelmina')
  })

  it('and not with the count of a group that is hidden, in digits or in words', async () => {
    for (const nl of ['In West zijn 7 mensen.', 'In West zijn zeven mensen.']) {
      const input = inputOf(responses, { texts: { texts: { introduction: { nl } } } })
      await expect(publish(input, SOLVING)).rejects.toMatchObject({ code: 'textNumberOpen' })
    }
  })

  it('and not with such a count in the label of a band or in what the frame is', async () => {
    const plan = (label: string): Parameters<typeof inputOf>[1] => ({
      plan: {
        questions: ['quick'],
        breakdowns: [{ variable: 'age', bands: [{ code: 1, label: { nl: label }, from: 18, to: 65 }] }],
      },
    })
    await expect(publish(inputOf(responses, plan('18 tot 65 jaar')), SOLVING)).resolves.toBeDefined()
    await expect(publish(inputOf(responses, plan('18 tot 65, West zeven')), SOLVING)).rejects.toMatchObject({
      code: 'textNumberOpen',
    })
    const source = { nl: 'Lijst van 1 mei 2026, zonder de 7 in West' }
    const frame = { population: 600, invited: 500, source, strata: {} }
    await expect(publish(inputOf(responses, { frame }), SOLVING)).rejects.toMatchObject({ code: 'textNumberOpen' })
    const sized = { ...frame, source: { nl: 'Lijst van alle 600 cliënten, van wie 500 gevraagd' } }
    await expect(publish(inputOf(responses, { frame: sized }), SOLVING)).resolves.toBeDefined()
  })

  it('and again when only the words changed', async () => {
    const first = await publish(inputOf(responses), SOLVING)
    const next = { previous: [first], edition: 2 }
    await expect(publish(inputOf(responses, next), SOLVING)).rejects.toMatchObject({ code: 'editionUnchanged' })
    const second = await publish(inputOf(responses, { ...next, texts, decisions: decided(texts) }), SOLVING)
    expect(second.texts?.conclusions).toHaveLength(1)
  })

  it('and the part of an organisation carries none of them', async () => {
    const large = [...people(1, 40, 20), ...people(2, 30, 40), ...people(3, 40, 30)]
    const only: AuthoredTexts = { texts: { introduction: { nl: 'Dag.' } } }
    const input = inputOf(large, { plan: { questions: ['quick'], breakdowns: [] }, texts: only })
    const parts = [1, 2, 3].map((code) => ({ id: `deel-${code}`, code }))
    const { total, parts: made } = await publishShared(input, { variable: 'district', parts }, SOLVING)
    expect(total.texts).toBeDefined()
    expect(made.size).toBe(3)
    for (const part of made.values()) expect(part.texts).toBeUndefined()
  })
})

it('names the limits of a band, which may stand in its label', () => {
  const bands = [{ code: 1, label: { nl: 'x' }, from: 18, to: 65 }]
  expect(labelsOf({ questions: [], breakdowns: [{ variable: 'age', bands }] })[0]?.numbers).toEqual([17, 18, 64, 65])
})

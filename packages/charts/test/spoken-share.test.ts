import { describe, expect, it } from 'vitest'
import { positiveSentence, spokenPeople } from '../src/spoken-text.ts'

describe('a share as people say it', () => {
  it.each([
    [75, 'Drie van de vier mensen'],
    [76, 'Drie van de vier mensen'],
    [77, 'Ruim drie van de vier mensen'],
    [81, 'Vier van de vijf mensen'],
    [73, 'Bijna drie van de vier mensen'],
    [50, 'De helft van de mensen'],
    [48, 'Bijna de helft van de mensen'],
    [65, 'Bijna twee van de drie mensen'],
    [91, 'Negen van de tien mensen'],
    [45, '45% van de mensen'],
    [5, '5% van de mensen'],
    [100, 'Alle mensen'],
    [99.7, 'Bijna alle mensen'],
    [0.2, 'Bijna niemand'],
    [0, 'Niemand'],
  ])('says %d of 100 as "%s"', (count, words) => {
    expect(spokenPeople(count, 100, 'nl').who).toBe(words)
  })

  it('speaks English too', () => {
    expect(spokenPeople(73, 100, 'en').who).toBe('Almost three in four people')
    expect(spokenPeople(50, 100, 'en').who).toBe('Half of the people')
  })
})

describe('a sentence about a question', () => {
  const statement = { statement: 'Mijn hulp is goed.', agreeing: true, measure: '' }

  it('has one full stop, and a verb that fits', () => {
    expect(positiveSentence(statement, 0.75, 'nl')).toBe(
      'Drie van de vier mensen zijn het eens met “Mijn hulp is goed”.',
    )
    expect(positiveSentence(statement, 0.5, 'nl')).toBe('De helft van de mensen is het eens met “Mijn hulp is goed”.')
    expect(positiveSentence(statement, 0.2, 'nl')).toBe('Een van de vijf mensen is het eens met “Mijn hulp is goed”.')
  })

  it('names the answer where it is not agreement, and ends with the question mark', () => {
    const question = { statement: 'Kende u de ondersteuner?', agreeing: false, measure: '“ja”' }
    expect(positiveSentence(question, 0.4, 'nl')).toBe(
      'Twee van de vijf mensen antwoorden “ja” op “Kende u de ondersteuner?”',
    )
  })
})

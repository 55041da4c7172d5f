import { describe, expect, it } from 'vitest'
import type { Condition, Question, Questionnaire } from '@klankbord/model'
import { codebook } from '../../src/codebook/codebook.ts'
import { everyElement } from './every-element.ts'

const agrees: Condition = { op: 'equal', left: { variable: 'yes' }, right: { value: true } }
const rated: Condition = { op: 'greater', left: { variable: 'rate' }, right: { value: 3 } }

/** The questionnaire with one of its questions changed. */
function changed(name: string, change: (question: Question) => object): Questionnaire {
  const questions = everyElement.questions.map((question) =>
    question.name === name ? ({ ...question, ...change(question) } as Question) : question,
  )
  return { ...everyElement, questions }
}

const universe = (variable: string, questionnaire: Questionnaire): string | undefined =>
  codebook(questionnaire).variables.find(({ name }) => name === variable)?.universe?.['nl']

describe('for whom a variable is asked', () => {
  it('is not said where it is everybody', () => {
    expect(universe('line', everyElement)).toBeUndefined()
  })

  it('is said in Dutch and English', () => {
    const [first] = codebook(changed('radio', () => ({ visibleIf: agrees }))).variables
    expect(first?.universe).toEqual({
      nl: '‘Vraag yes’ is ‘Keuze true’',
      en: '‘Question yes’ is ‘Option true’',
    })
  })

  it('follows from what shows a question and from what closes it', () => {
    expect(
      universe(
        'line',
        changed('line', () => ({ visibleIf: agrees, enableIf: rated })),
      ),
    ).toBe('‘Vraag yes’ is ‘Keuze true’ en ‘Vraag rate’ is groter dan ‘Keuze 3’')
  })

  it('reads as one list, however panels and pages nest', () => {
    const nested = { op: 'and' as const, of: [{ op: 'and' as const, of: [agrees, rated] }, rated] }
    expect(
      universe(
        'line',
        changed('line', () => ({ visibleIf: nested })),
      ),
    ).not.toContain('(')
  })

  it('follows from the row or the ranked option, too', () => {
    const rows = changed('care', (question) => ({
      rows:
        'rows' in question ? question.rows.map((row) => (row.name === '2' ? { ...row, visibleIf: agrees } : row)) : [],
    }))
    expect([universe('care__2', rows), universe('care__quick', rows)]).toEqual([
      '‘Vraag yes’ is ‘Keuze true’',
      undefined,
    ])
    const options = changed('rank', (question) => ({
      options:
        'options' in question
          ? question.options.map((option) => (option.value === 'groen' ? { ...option, enableIf: rated } : option))
          : [],
    }))
    expect(universe('rank__groen', options)).toBe('‘Vraag rate’ is groter dan ‘Keuze 3’')
  })

  it('is whoever chose "other", for the words beside it', () => {
    expect(universe('radio__other', everyElement)).toBe('‘Vraag radio’ is ‘Keuze anders’')
    expect(universe('ticks__other', everyElement)).toBe('bij ‘Vraag ticks’ is gekozen: ‘Keuze anders’')
  })

  it('is whoever has so many panels, for the questions in one of them', () => {
    expect(universe('helpers__2__hours', everyElement)).toBe('er zijn er minstens 2 bij ‘Vraag helpers’')
    expect(universe('helpers__2__who__other', everyElement)).toBe(
      'er zijn er minstens 2 bij ‘Vraag helpers’; ‘Vraag who’ is ‘Keuze anders’',
    )
  })

  it('is that of the amount, for a duration', () => {
    expect(
      universe(
        'waited',
        changed('amount', () => ({ visibleIf: agrees })),
      ),
    ).toBe('‘Vraag yes’ is ‘Keuze true’')
  })
})

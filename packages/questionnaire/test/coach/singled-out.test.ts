import { compile } from '@klankbord/questionnaire'
import type { Json, Questionnaire } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import { describeSingledOut } from '../../src/coach/describe-singled-out.ts'
import en from '../../src/coach/messages/singled-out-en.json' with { type: 'json' }
import nl from '../../src/coach/messages/singled-out-nl.json' with { type: 'json' }
import { singledOut } from '../../src/coach/singled-out.ts'

const choices = (count: number): readonly Json[] => [
  ...Array.from({ length: count }, (_, index) => ({ value: index + 1, text: `Antwoord ${index + 1}` })),
  { value: -4, text: 'Wil ik niet zeggen', missingReason: 'refused' },
]

function withBackground(...questions: readonly { readonly [key: string]: Json }[]): Questionnaire {
  const elements = questions.map((question, index) => ({
    name: `q${index + 1}`,
    title: 'Vraag',
    theme: 'background',
    ...question,
  }))
  const { questionnaire, findings } = compile({ title: 'Vragen', locale: 'nl', pages: [{ name: 'one', elements }] })
  if (questionnaire === null) throw new Error(JSON.stringify(findings))
  return questionnaire
}

const five = { type: 'radiogroup', choices: choices(5) }
const eight = { type: 'dropdown', choices: choices(8) }

describe('how many people background questions could single out', () => {
  it('is worked out by hand for two people and a question of two answers: 2 × (1/2) = 1', () => {
    const { cells, unique } = singledOut(withBackground({ type: 'boolean' }), 2)
    expect([cells, unique]).toEqual([2, 1])
  })

  it('is 3 × (3/4)² for three people over four combinations', () => {
    expect(singledOut(withBackground({ type: 'boolean' }, { type: 'boolean' }), 3).unique).toBeCloseTo(1.6875, 12)
  })

  it('is about fifteen of forty people over forty combinations', () => {
    const { cells, unique } = singledOut(withBackground(five, eight), 40)
    expect(cells).toBe(40)
    // 40 × (39/40)^39
    expect(unique).toBeCloseTo(14.9016, 3)
  })

  it('names the question whose answers had best be merged, with what that leaves', () => {
    const { coarsen } = singledOut(withBackground(five, eight), 40)
    // 8 becomes 4: 20 cells, 40 × (19/20)^39; 5 would become 3: 24 cells, 40 × (23/24)^39 is more.
    expect(coarsen).toMatchObject({ question: 'q2', from: 8, to: 4 })
    expect(coarsen?.unique).toBeCloseTo(5.4109, 3)
  })

  it('names the three questions that divide people most, a checkbox by the sets of its answers', () => {
    const several = { type: 'checkbox', choices: choices(4) }
    const questionnaire = withBackground({ type: 'boolean' }, five, several, eight)
    expect(singledOut(questionnaire, 40).most).toEqual(['q3', 'q4', 'q2'])
  })

  it('merges the answers of a checkbox, of which each set is a combination', () => {
    const { cells, coarsen } = singledOut(withBackground({ type: 'checkbox', choices: choices(6) }), 40)
    // 6 answers make 64 sets, 3 make 8: 40 × (7/8)^39 stay.
    expect([cells, coarsen?.from, coarsen?.to]).toEqual([64, 6, 3])
    expect(coarsen?.unique).toBeCloseTo(0.2191, 3)
  })

  it('stays a number of people where checkboxes have more sets of answers than can be counted', () => {
    const many = { type: 'checkbox', choices: choices(190) }
    const { unique, coarsen } = singledOut(withBackground(many, many, many, many, many, many), 40)
    expect([unique, coarsen?.unique].map((people) => Math.round(people ?? NaN))).toEqual([40, 40])
  })

  it('counts every set of the answers of a checkbox, and a whole number between its limits', () => {
    const several = { type: 'checkbox', choices: choices(3) }
    const number = { type: 'text', inputType: 'number', min: 18, max: 67 }
    expect(singledOut(withBackground(several, number), 100).cells).toBe(8 * 50)
  })

  it('leaves out what has no answers to count, and what is about the help', () => {
    const questionnaire = withBackground(five, { type: 'comment' }, { ...eight, theme: 'quality' })
    expect(singledOut(questionnaire, 40).questions).toEqual(['q1'])
    expect(singledOut(questionnaire, 40, ['q3']).cells).toBe(8)
  })

  it('does not count a question whose answer is not stored', () => {
    const age = { ...five, outcomeOnly: true }
    expect(singledOut(withBackground(eight, age), 40)).toMatchObject({ questions: ['q1'], leftOut: [], cells: 8 })
  })

  it('singles out nobody where nobody is, and somebody who is alone', () => {
    expect(singledOut(withBackground(five), 0)).toMatchObject({ unique: 0, coarsen: null })
    expect(singledOut(withBackground(five), 40, []).unique).toBe(0)
    expect(singledOut(withBackground(five), 1).unique).toBe(1)
  })

  it('says what can be reported: of 9 people nothing, of 14 the total, of 40 groups too', () => {
    const questionnaire = withBackground(five)
    expect([9, 14, 19, 20, 40].map((people) => singledOut(questionnaire, people).report)).toEqual([
      'nothing',
      'totalOnly',
      'totalOnly',
      'breakdowns',
      'breakdowns',
    ])
  })
})

describe('who reads that in words', () => {
  const questionnaire = withBackground(five, { ...eight, title: 'In welke wijk woont u?' })
  const read = (population: number, language: string): readonly string[] =>
    describeSingledOut(questionnaire, population, singledOut(questionnaire, population), language)

  it('reads how many people are unique, what helps and what may be shown', () => {
    expect(read(40, 'nl')).toEqual([
      'In een groep van 40 mensen zijn ongeveer 15 mensen uniek door 2 achtergrondvragen samen.',
      'Mensen worden het meest herkenbaar door deze vragen: ‘In welke wijk woont u?’, ‘Vraag’. Kijk wat u kunt weglaten.',
      'Minder antwoorden bij ‘In welke wijk woont u?’ helpt het meest. Die vraag heeft nu 8 antwoorden. Met 4 antwoorden blijven ongeveer 5 mensen uniek.',
      'Dit gaat over wie losse antwoorden ziet. Wat u publiceert, beschermt de software: een groep is pas te zien als er minstens 10 mensen in zitten.',
    ])
  })

  it('reads that hardly anybody is unique, and then of no question that makes people so', () => {
    const calm = withBackground({ type: 'boolean' })
    expect(describeSingledOut(calm, 40, singledOut(calm, 40), 'nl')).toEqual([
      'In een groep van 40 mensen is bijna niemand uniek door 1 achtergrondvraag.',
      expect.stringContaining('minstens 10 mensen'),
    ])
  })

  it('is not sent to one question where everybody stays unique whatever is merged', () => {
    const crowded = withBackground(eight, eight, eight, eight)
    expect(describeSingledOut(crowded, 40, singledOut(crowded, 40), 'nl')[2]).toBe(
      'Minder antwoorden bij één vraag helpt nog niet. Laat achtergrondvragen weg, of geef bij meer vragen minder antwoorden.',
    )
  })

  it('reads of a small group that only its total can be shown', () => {
    expect(read(14, 'nl').at(-1)).toContain(
      'Met 14 mensen is alleen het totaal te zien: voor twee groepen zijn er minstens 20 nodig.',
    )
    expect(read(14, 'en').at(-1)).toContain('With 14 people only the total can be seen: two groups take at least 20.')
  })

  it('reads which question was not counted: a year of birth singles people out more than a district', () => {
    const year = { type: 'text', inputType: 'number', title: 'In welk jaar bent u geboren?' }
    const asked = withBackground(five, year)
    const found = singledOut(asked, 40)
    expect([found.questions, found.leftOut]).toEqual([['q1'], ['q2']])
    expect(describeSingledOut(asked, 40, found, 'nl')[1]).toBe(
      '‘In welk jaar bent u geboren?’ telt hierin niet mee, omdat het aantal antwoorden niet vastligt. Ook zo’n antwoord kan iemand herkenbaar maken.',
    )
  })

  it('is not told that nobody stands out where no question is marked as background, but how to mark one', () => {
    const unmarked = withBackground({ ...five, theme: 'quality' })
    expect(describeSingledOut(unmarked, 40, singledOut(unmarked, 40), 'nl')[0]).toContain('het thema ‘background’')
  })

  it('has every sentence in both languages', () => {
    expect(Object.keys(en)).toEqual(Object.keys(nl))
  })
})

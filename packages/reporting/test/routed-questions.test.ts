import { describe, expect, it } from 'vitest'
import type { Answers, Questionnaire } from '@klankbord/model'
import { compile } from '@klankbord/questionnaire'
import { publish } from '@klankbord/reporting'
import { routingsOf } from '../src/routings-of.ts'
import { SOLVING } from './solving.ts'
import { datasetOf, inputOf } from './survey-builder.ts'

type Element = Readonly<Record<string, unknown>> & { readonly name: string }

function choice(name: string, options: number, more: Readonly<Record<string, unknown>> = {}): Element {
  const choices = Array.from({ length: options }, (_, index) => ({ value: index + 1, text: `Antwoord ${index + 1}` }))
  return { type: 'radiogroup', name, title: `Vraag ${name}`, choices, ...more }
}

function questionnaireOf(...pages: readonly (readonly [string | null, ...Element[]])[]): Questionnaire {
  const { questionnaire, findings } = compile({
    title: 'Hulp',
    locale: 'nl',
    pages: pages.map(([visibleIf, ...elements], index) => ({
      name: `p${index}`,
      ...(visibleIf === null ? {} : { visibleIf }),
      elements,
    })),
  })
  if (!questionnaire) throw new Error(findings.map((finding) => finding.message).join('; '))
  return questionnaire
}

async function shownOf(
  questionnaire: Questionnaire,
  responses: readonly Answers[],
  questions: readonly string[],
  breakdowns: readonly string[] = [],
): Promise<readonly string[]> {
  const dataset = datasetOf(questionnaire, responses)
  const plan = { questions, breakdowns: breakdowns.map((variable) => ({ variable })) }
  const { tables } = await publish(inputOf([], { questionnaire, dataset, plan }), SOLVING)
  return tables.filter(({ groups }) => groups.some(({ status }) => status !== 'hidden')).map(({ id }) => id)
}

function crowd(size: number, answersOf: (index: number) => Answers): readonly Answers[] {
  return Array.from({ length: size }, (_, index) => answersOf(index))
}

/** Its second place is offered to addicts only, and who is asked to follow up is who chose that. */
function clinic(): Questionnaire {
  const options = [
    { value: 1, text: 'Een' },
    { value: 2, text: 'Twee', visibleIf: '{addict} = 1' },
  ]
  return questionnaireOf(
    [null, choice('addict', 3, { sensitive: true }), choice('place', 2, { choices: options })],
    [null, choice('follow', 2, { visibleIf: '{place} = 2' })],
  )
}

const half = (index: number): number => 1 + (index % 2)

describe('who is asked a question', () => {
  it('is decided by the conditions of the question and its page, and of the questions they name', () => {
    const questionnaire = questionnaireOf(
      [null, choice('used', 2), choice('often', 3, { visibleIf: '{used} = 1', sensitive: true })],
      ['{often} > 1', choice('harm', 2), choice('help', 2, { visibleIf: '{used} notempty' })],
    )
    expect(
      routingsOf(questionnaire).map(({ question, on, sensitive, follows }) => ({ question, on, sensitive, follows })),
    ).toEqual([
      { question: 'often', on: ['used'], sensitive: false, follows: 'used' },
      { question: 'harm', on: ['often', 'used'], sensitive: true, follows: null },
      { question: 'help', on: ['often', 'used'], sensitive: true, follows: null },
    ])
  })

  it('is decided row by row in a matrix, and by the row that a condition names', () => {
    const care = { type: 'matrix', name: 'care', title: 'Zorg', columns: [1, 2], rows: ['quick', 'kind'] }
    const later = {
      ...care,
      name: 'later',
      visibleIf: '{care.quick} = 1',
      rows: ['x', { value: 'y', text: 'Y', visibleIf: '{care.kind} = 2' }],
    }
    const questionnaire = questionnaireOf([null, care], [null, later])
    expect(routingsOf(questionnaire).map(({ question, on, follows }) => ({ question, on, follows }))).toEqual([
      { question: 'later__x', on: ['care__quick'], follows: 'care__quick' },
      { question: 'later__y', on: ['care__kind', 'care__quick'], follows: null },
    ])
  })

  it('is decided by what closes a question, offers an option or stands behind a worked-out value', () => {
    const options = [
      { value: 1, text: 'Een' },
      { value: 2, text: 'Twee', visibleIf: '{used} = 1' },
    ]
    const { pages, ...rest } = {
      title: 'Hulp',
      locale: 'nl',
      calculatedValues: [{ name: 'double', expression: '{age} * 2' }],
      pages: [
        {
          name: 'first',
          elements: [choice('used', 2), { type: 'text', name: 'age', title: 'Leeftijd', inputType: 'number', min: 0 }],
        },
        {
          name: 'second',
          elements: [
            choice('closed', 2, { enableIf: '{used} = 1' }),
            choice('offered', 2, { choices: options }),
            choice('worked', 2, { visibleIf: '{double} > 60' }),
            choice('dated', 2, { visibleIf: "{used} = 1 and today() > '2026-01-01'" }),
          ],
        },
      ],
    }
    const { questionnaire, findings } = compile({ ...rest, pages })
    expect(findings).toEqual([])
    expect(
      routingsOf(questionnaire as Questionnaire).map(({ question, on, follows }) => [question, on, follows]),
    ).toEqual([
      ['closed', ['used'], 'used'],
      ['offered', ['used'], null],
      ['worked', ['age'], null],
      ['dated', ['used'], null],
    ])
  })

  it('is decided by what offers an option of a question that they name', () => {
    const questionnaire = clinic()
    expect(routingsOf(questionnaire).map(({ question, on, sensitive }) => [question, on, sensitive])).toEqual([
      ['place', ['addict'], true],
      ['follow', ['addict', 'place'], true],
    ])
  })

  it("is decided by what an author's own condition for its answer reads, itself left out", () => {
    const must = (expression: string): Readonly<Record<string, unknown>> => ({
      validators: [{ type: 'expression', expression }],
    })
    const questionnaire = questionnaireOf(
      [null, choice('addict', 3, { sensitive: true })],
      [null, choice('place', 2, must('{place} = 1 or {addict} = 1')), choice('grade', 2, must('{grade} < 3'))],
    )
    expect(routingsOf(questionnaire).map(({ question, on, follows }) => [question, on, follows])).toEqual([
      ['place', ['addict'], null],
    ])
  })

  it('is not decided by the words beside an option, which no condition can read', () => {
    const questionnaire = questionnaireOf(
      [null, choice('helped', 2, { showOtherItem: true })],
      ['{helped} = 1', choice('helper', 2)],
    )
    expect(routingsOf(questionnaire).map(({ on, follows }) => [on, follows])).toEqual([[['helped'], 'helped']])
  })

  it('cannot be read back from ticks or a number, of which tables count something else', () => {
    const aids = { ...choice('aids', 3), type: 'checkbox' }
    const age = { type: 'text', name: 'age', title: 'Leeftijd', inputType: 'number', min: 0, max: 120 }
    const questionnaire = questionnaireOf(
      [null, aids, age],
      [null, choice('a', 2, { visibleIf: '{aids} contains 1' }), choice('b', 2, { visibleIf: '{age} > 18' })],
    )
    expect(routingsOf(questionnaire).map(({ follows }) => follows)).toEqual([null, null])
  })
})

describe('a routed question in a publication', () => {
  it('goes with the sensitive answer that its base would give away', async () => {
    const questionnaire = questionnaireOf(
      [null, choice('addict', 3, { sensitive: true })],
      ['{addict} = 1', choice('follow', 2)],
    )
    const responses = [
      ...crowd(50, (index) => ({ addict: 1, follow: half(index) })),
      ...crowd(3, () => ({ addict: 2 })),
      ...crowd(60, () => ({ addict: 3 })),
    ]
    expect(await shownOf(questionnaire, responses, ['addict', 'follow'])).toEqual(['addict'])
  })

  it('goes with the sensitive answer that offered the option it follows from', async () => {
    const questionnaire = clinic()
    const responses = [
      ...crowd(50, (index) => ({ addict: 1, place: 2, follow: half(index) })),
      ...crowd(3, () => ({ addict: 2, place: 1 })),
      ...crowd(60, () => ({ addict: 3, place: 1 })),
    ]
    expect(await shownOf(questionnaire, responses, ['addict', 'follow'])).toEqual(['addict'])
  })

  it('goes with the district that its base would give away', async () => {
    const questionnaire = questionnaireOf(
      [null, choice('district', 4), choice('quick', 2)],
      ['{district} = 1 or {district} = 2', choice('local', 2)],
    )
    const responses = [60, 6, 14, 50].flatMap((size, index) =>
      crowd(size, (at) => ({ district: index + 1, quick: half(at), ...(index < 2 ? { local: half(at) } : {}) })),
    )
    expect(await shownOf(questionnaire, responses, ['quick', 'local'], ['district'])).toEqual([
      'quick',
      'quick×district',
    ])
  })

  it('stays where everything that decides on it is shown', async () => {
    const questionnaire = questionnaireOf([null, choice('helped', 2)], ['{helped} = 1', choice('helper', 2)])
    const responses = [
      ...crowd(50, (index) => ({ helped: 1, helper: half(index) })),
      ...crowd(30, () => ({ helped: 2 })),
    ]
    expect(await shownOf(questionnaire, responses, ['helped', 'helper'])).toEqual(['helped', 'helper'])
  })
})

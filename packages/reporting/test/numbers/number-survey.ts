import type { Answers, Questionnaire, ReportPlan } from '@klankbord/model'
import { compile } from '@klankbord/questionnaire'
import type { PublishInput } from '@klankbord/reporting'
import { datasetOf, inputOf } from '../survey-builder.ts'

const rating = (name: string, title: string, rateMax: number) => ({ type: 'rating', name, title, rateMin: 1, rateMax })

const definition = {
  title: 'Hulp in Voorbeeldstad',
  locale: 'nl',
  scales: [{ name: 'contact', title: 'Contact', method: 'mean', items: ['listened', 'in_time'], minimumAnswered: 1 }],
  durations: [{ name: 'waiting', title: 'Wachttijd', amount: 'weeks', unit: 'week', censoredIf: '{still} = true' }],
  pages: [
    {
      name: 'alles',
      elements: [
        {
          type: 'radiogroup',
          name: 'district',
          title: 'Waar woont u?',
          choices: ['Noord', 'Oost', 'West', 'Zuid'].map((text, at) => ({ value: at + 1, text })),
        },
        rating('grade', 'Welk cijfer geeft u de hulp?', 10),
        rating('listened', 'Luisterde de medewerker?', 5),
        rating('in_time', 'Kwam de medewerker op tijd?', 5),
        { type: 'text', name: 'weeks', title: 'Hoeveel weken wachtte u?', inputType: 'number', min: 0, max: 200 },
        { type: 'boolean', name: 'still', title: 'Wacht u nog?' },
        {
          type: 'text',
          name: 'income',
          title: 'Hoeveel euro houdt u per week over?',
          inputType: 'number',
          sensitive: true,
        },
      ],
    },
  ],
}

/** District, a grade, a scale of two items, weeks of waiting and a sensitive number. */
export function numberQuestionnaire(): Questionnaire {
  const { questionnaire, findings } = compile(definition)
  if (!questionnaire) throw new Error(findings.map((finding) => finding.message).join('; '))
  return questionnaire
}

/** So many people of a district, whose answers differ in a pattern. */
export function neighbours(district: number, count: number, changes: (at: number) => Answers = () => ({})): Answers[] {
  return Array.from({ length: count }, (_, at) => ({
    district,
    grade: 5 + ((at * 7 + district) % 6),
    listened: 1 + ((at + district) % 5),
    in_time: 1 + ((at * 3 + district) % 5),
    weeks: 2 + ((at * 5 + district) % 13),
    still: false,
    income: 40 + ((at * 11 + district) % 90),
    ...changes(at),
  }))
}

/** What is published of these people. */
export function numbersInput(
  people: readonly Answers[],
  plan: Partial<ReportPlan> = {},
  changes: Partial<PublishInput> = {},
): PublishInput {
  const questionnaire = numberQuestionnaire()
  return inputOf([], {
    questionnaire,
    dataset: datasetOf(questionnaire, people),
    plan: { questions: ['grade'], breakdowns: [{ variable: 'district' }], ...plan },
    ...changes,
  })
}

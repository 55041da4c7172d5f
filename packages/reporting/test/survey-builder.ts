import { DEFAULT_POLICY, type Answers, type Dataset, type Questionnaire } from '@klankbord/model'
import { check, codebook, compile, pack, toDataset } from '@klankbord/questionnaire'
import type { PublishInput } from '@klankbord/reporting'

const definition = {
  title: { nl: 'Hulp in Voorbeeldstad', default: 'Hulp in Voorbeeldstad' },
  locale: 'nl',
  pages: [
    {
      name: 'alles',
      elements: [
        { type: 'radiogroup', name: 'district', title: 'Waar woont u?', choices: choices('Noord', 'Oost', 'West') },
        { type: 'text', name: 'age', title: 'Hoe oud bent u?', inputType: 'number', min: 0, max: 120 },
        {
          type: 'radiogroup',
          name: 'quick',
          title: 'Kreeg u snel hulp?',
          choices: [
            { value: 1, text: 'Ja', tone: 'positive' },
            { value: 2, text: 'Nee', tone: 'negative' },
          ],
        },
        {
          type: 'checkbox',
          name: 'aids',
          title: 'Welke hulp kreeg u?',
          choices: choices('Thuis', 'Vervoer', 'Rolstoel'),
        },
        { type: 'comment', name: 'story', title: 'Wat wilt u vertellen?', maxLength: 500 },
      ],
    },
  ],
}

function choices(...texts: readonly string[]): readonly { value: number; text: string }[] {
  return texts.map((text, index) => ({ value: index + 1, text }))
}

/** The questionnaire of the tests: district, age, a yes-or-no question, ticks and an open question. */
export function testQuestionnaire(): Questionnaire {
  const { questionnaire, findings } = compile(definition)
  if (!questionnaire) throw new Error(findings.map((finding) => finding.message).join('; '))
  return questionnaire
}

/** Answers as a dataset, through the check that every response passes. */
export function datasetOf(questionnaire: Questionnaire, responses: readonly Answers[]): Dataset {
  const book = codebook(questionnaire)
  return toDataset(
    book,
    responses.map((answers) => {
      const outcome = check(questionnaire, answers)
      if (!outcome.ok) throw new Error(outcome.findings.map((finding) => finding.message).join('; '))
      return pack(book, outcome.checked)
    }),
  )
}

/** So many people of a district who say yes and no. */
export function people(district: number, yes: number, no: number): readonly Answers[] {
  const person = (quick: number, index: number): Answers => ({
    district,
    quick,
    age: 20 + (index % 60),
    aids: [1 + (index % 3)],
  })
  return [
    ...Array.from({ length: yes }, (_, index) => person(1, index)),
    ...Array.from({ length: no }, (_, index) => person(2, index)),
  ]
}

/** What is published of these responses unless a test says otherwise. */
export function inputOf(responses: readonly Answers[], changes: Partial<PublishInput> = {}): PublishInput {
  const questionnaire = testQuestionnaire()
  return {
    id: 'voorbeeldstad',
    edition: 1,
    publishedOn: '2026-06-30',
    study: { title: { nl: 'Hulp' }, organisation: 'Voorbeeldstad', sample: true, tryOut: false },
    wave: { title: { nl: 'Voorjaar' }, mode: 'open', from: '2026-W10', to: '2026-W18' },
    questionnaire,
    version: 3,
    dataset: datasetOf(questionnaire, responses),
    frame: null,
    plan: { questions: ['quick', 'aids'], breakdowns: [{ variable: 'district' }], headline: 'quick' },
    policy: DEFAULT_POLICY,
    previous: [],
    modes: ['web'],
    digest: 'd'.repeat(64),
    ...changes,
  }
}

import type { Json } from '@klankbord/model'

type Definition = { readonly [key: string]: Json }

const AGREEMENT: Json = [
  { value: 1, text: { nl: 'Helemaal eens', en: 'Agree completely' }, tone: 'positive' },
  { value: 2, text: { nl: 'Eens', en: 'Agree' }, tone: 'positive' },
  { value: 3, text: { nl: 'Niet eens, niet oneens', en: 'Neither' }, tone: 'neutral' },
  { value: 4, text: { nl: 'Oneens', en: 'Disagree' }, tone: 'negative' },
  { value: 5, text: { nl: 'Helemaal oneens', en: 'Disagree completely' }, tone: 'negative' },
  { value: -3, text: { nl: 'Weet ik niet', en: 'I do not know' }, missingReason: 'dontKnow' },
  { value: -5, text: { nl: 'Geldt niet voor mij', en: 'Does not apply to me' }, missingReason: 'notApplicable' },
]

const agreement = (name: string, nl: string, en: string, topic: string): Json => ({
  type: 'radiogroup',
  name,
  title: { nl, en },
  prompt: { nl: 'Bent u het eens met deze zin?', en: 'Do you agree with this sentence?' },
  topic,
  theme: 'contact',
  scale: 'agreement',
  isRequired: true,
  choices: AGREEMENT,
})

/** A questionnaire like those of the field: every type of question, routing, a short group, two languages. */
export const wmo: Definition = {
  title: { default: 'Hulp en ondersteuning', en: 'Help and support' },
  description: { nl: 'Een korte vragenlijst.', en: 'A short questionnaire.' },
  locale: 'nl',
  pages: [
    {
      name: 'start',
      elements: [
        {
          type: 'boolean',
          name: 'has_support',
          title: { nl: 'Krijgt u nu hulp?', en: 'Do you get help now?' },
          isRequired: true,
        },
      ],
    },
    {
      name: 'contact',
      title: { nl: 'Contact', en: 'Contact' },
      visibleIf: '{has_support} = true',
      elements: [
        agreement('listened', 'Er werd naar mij geluisterd.', 'People listened to me.', 'T1'),
        agreement('quick', 'Ik werd snel geholpen.', 'I was helped quickly.', 'T2'),
        {
          type: 'comment',
          name: 'why_slow',
          title: { nl: 'Wat duurde lang?', en: 'What took long?' },
          visibleIf: '{quick} anyof [4, 5]',
          maxLength: 500,
          sensitive: true,
        },
        {
          type: 'checkbox',
          name: 'kinds',
          title: { nl: 'Welke hulp krijgt u?', en: 'Which help do you get?' },
          maxSelectedChoices: 3,
          choices: [
            { value: 1, text: { nl: 'Hulp in huis', en: 'Help at home' } },
            { value: 2, text: { nl: 'Begeleiding', en: 'Guidance' } },
            { value: 3, text: { nl: 'Vervoer', en: 'Transport' } },
            { value: 4, text: { nl: 'Een rolstoel', en: 'A wheelchair' } },
            { value: 9, text: { nl: 'Geen van deze', en: 'None of these' }, exclusive: true },
            { value: -4, text: { nl: 'Wil ik niet zeggen', en: 'Rather not say' }, missingReason: 'refused' },
          ],
        },
      ],
    },
    {
      name: 'transport',
      visibleIf: "{kinds} contains 3 and {has_support} = 'true'",
      elements: [
        {
          type: 'rating',
          name: 'transport_grade',
          title: { nl: 'Welk cijfer geeft u het vervoer?', en: 'How do you grade the transport?' },
          rateMin: 0,
          rateMax: 10,
          minRateDescription: { nl: 'heel slecht', en: 'very bad' },
          maxRateDescription: { nl: 'heel goed', en: 'very good' },
          benchmarkKey: 'transport.grade',
        },
        {
          type: 'comment',
          name: 'transport_why',
          title: { nl: 'Waarom dat cijfer?', en: 'Why that grade?' },
          requiredIf: '{transport_grade} < 6',
        },
      ],
    },
    {
      name: 'about_you',
      shortGroup: true,
      elements: [
        {
          type: 'text',
          inputType: 'number',
          name: 'age',
          title: { nl: 'Hoe oud bent u?', en: 'How old are you?' },
          min: 18,
          max: 110,
          step: 1,
        },
        {
          type: 'text',
          name: 'quarter',
          title: { nl: 'In welke wijk woont u?', en: 'In which quarter do you live?' },
          maxLength: 60,
        },
      ],
    },
  ],
}

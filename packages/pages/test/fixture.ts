import type { LocalizedText, Option, Questionnaire } from '@klankbord/model'
import type { PageContext } from '@klankbord/pages'

/** The invented town of the drawings, as it asks in an open wave. */
export const CONTEXT: PageContext = {
  wave: 'hulp-2027',
  action: '/v/hulp-2027',
  origin: 'https://voorbeeldstad.example',
  language: 'nl',
  languages: ['nl', 'en', 'ar'],
  owner: { name: 'Gemeente Voorbeeldstad', helpPhone: '0800 – 000 00 00' },
  sample: true,
  tryOut: false,
  mode: 'open',
  keeps: { answers: 24, usual: false, contacts: null, leastGroup: 10 },
  studyTitle: { nl: 'Ervaringen met hulp 2027', en: 'Experiences with help 2027' },
}

const option = (value: number, text: LocalizedText, more: Partial<Option> = {}): Option => ({
  value,
  code: value,
  text,
  ...more,
})

const DONT_KNOW = option(-3, { nl: 'Weet ik niet', en: 'I do not know', ar: 'لا أعرف' }, { empty: 'dontKnow' })
const REFUSED = option(
  -4,
  { nl: 'Wil ik niet zeggen', en: 'Rather not say', ar: 'أفضّل عدم الإجابة' },
  { empty: 'refused' },
)

const AGREEMENT: readonly Option[] = [
  option(1, { nl: 'Helemaal mee eens', ar: 'أوافق تمامًا' }),
  option(2, { nl: 'Mee eens', ar: 'أوافق' }),
  option(3, { nl: 'Ertussenin', ar: 'لا أوافق ولا أعارض' }),
  option(4, { nl: 'Niet mee eens', ar: 'لا أوافق' }),
  option(5, { nl: 'Helemaal niet mee eens', ar: 'لا أوافق إطلاقًا' }),
  DONT_KNOW,
  REFUSED,
]

/** One question of every type, two that share a screen, and one behind a condition. */
export const QUESTIONNAIRE: Questionnaire = {
  format: 'klankbord-questionnaire/1',
  hash: '0'.repeat(64),
  title: { nl: 'Wat vindt u van uw hulp?', en: 'What do you think of your help?', ar: 'ما رأيكم في المساعدة؟' },
  description: {
    nl: 'U krijgt hulp van de gemeente. Bijvoorbeeld hulp in huis of een scootmobiel. Wij willen graag weten hoe dat gaat.',
  },
  language: 'nl',
  languages: ['nl', 'en', 'ar'],
  questions: [
    {
      type: 'radiogroup',
      name: 'quick',
      path: '/pages/0/elements/0',
      prompt: { nl: 'Bent u het eens met deze zin?', ar: 'هل توافقون على هذه الجملة؟' },
      title: { nl: 'De hulp kwam snel genoeg.', ar: 'وصلتني المساعدة بالسرعة الكافية.' },
      description: {
        nl: 'Het gaat om de tijd tussen uw vraag en het begin van de hulp.',
        ar: 'المقصود هو الوقت بين طلبكم وبداية المساعدة.',
      },
      required: true,
      sensitive: false,
      options: AGREEMENT,
    },
    {
      type: 'checkbox',
      name: 'kinds',
      path: '/pages/1/elements/0',
      title: { nl: 'Welke hulp krijgt u van de gemeente?' },
      required: false,
      sensitive: false,
      maxSelected: 3,
      options: [
        option(1, { nl: 'Hulp in het huishouden' }),
        option(2, { nl: 'Begeleiding thuis' }),
        option(3, { nl: 'Vervoer, zoals een taxi of scootmobiel' }),
        option(4, { nl: 'Aanpassingen in huis' }),
        option(5, { nl: 'Ik krijg nu geen hulp' }, { exclusive: true }),
        DONT_KNOW,
        REFUSED,
      ],
    },
    {
      type: 'number',
      name: 'weeks',
      path: '/pages/2/elements/0',
      title: { nl: 'Hoeveel weken wachtte u op hulp?' },
      description: { nl: 'Ongeveer is goed.' },
      required: true,
      sensitive: false,
      min: 0,
      max: 120,
      step: 1,
    },
    {
      type: 'rating',
      name: 'grade',
      path: '/pages/3/elements/0',
      title: { nl: 'Welk cijfer geeft u uw hulp?' },
      required: false,
      sensitive: false,
      options: [...Array.from({ length: 10 }, (_, index) => option(index + 1, { nl: String(index + 1) })), DONT_KNOW],
    },
    {
      type: 'boolean',
      name: 'alone',
      path: '/pages/4/elements/0',
      title: { nl: 'Woont u alleen?' },
      required: true,
      sensitive: true,
      options: [
        { value: true, code: 1, text: { nl: 'Ja' } },
        { value: false, code: 2, text: { nl: 'Nee' } },
      ],
    },
    {
      type: 'text',
      name: 'language',
      path: '/pages/4/elements/1',
      title: { nl: 'Welke taal spreekt u thuis?' },
      required: false,
      sensitive: false,
      maxLength: 40,
    },
    {
      type: 'comment',
      name: 'wish',
      path: '/pages/5/elements/0',
      title: { nl: 'Wat kan beter?' },
      visibleIf: { op: 'equal', left: { variable: 'quick' }, right: { value: 5 } },
      required: false,
      sensitive: false,
      maxLength: 500,
    },
  ],
  pages: [],
  screens: [
    { id: 'quick', page: 'page1', questions: ['quick'] },
    { id: 'kinds', page: 'page2', questions: ['kinds'] },
    { id: 'weeks', page: 'page3', questions: ['weeks'] },
    { id: 'grade', page: 'page4', questions: ['grade'] },
    { id: 'alone', page: 'page5', title: { nl: 'Over uzelf' }, questions: ['alone', 'language'] },
    { id: 'wish', page: 'page6', questions: ['wish'] },
  ],
}

import type { Json } from '@klankbord/model'

/** A text in Dutch, English and Arabic. */
const t = (nl: string, en: string, ar: string): Json => ({ nl, en, ar })

const DONT_KNOW: Json = { value: -3, text: t('Weet ik niet', 'I do not know', 'لا أعرف'), missingReason: 'dontKnow' }
const RATHER_NOT: Json = {
  value: -4,
  text: t('Wil ik niet zeggen', 'I would rather not say', 'لا أريد أن أقول'),
  missingReason: 'refused',
}

const AGREE = [
  t('Helemaal mee eens', 'Agree completely', 'موافق تماماً'),
  t('Mee eens', 'Agree', 'موافق'),
  t('Ertussenin', 'In between', 'بين بين'),
  t('Niet mee eens', 'Disagree', 'غير موافق'),
  t('Helemaal niet mee eens', 'Disagree completely', 'غير موافق إطلاقاً'),
]
const FACES = [
  ['face-delighted', t('Heel goed', 'Very good', 'جيد جداً')],
  ['face-glad', t('Goed', 'Good', 'جيد')],
  ['face-calm', t('Gaat wel', 'All right', 'لا بأس')],
  ['face-sad', t('Slecht', 'Bad', 'سيئ')],
  ['face-upset', t('Heel slecht', 'Very bad', 'سيئ جداً')],
] as const
const TONES = ['positive', 'positive', 'neutral', 'negative', 'negative'] as const

const toned = (texts: readonly Json[]): Json[] =>
  texts.map((text, place) => ({ value: place + 1, text, tone: TONES[place] ?? 'neutral' }))

const consents: Json = [
  {
    type: 'boolean',
    name: 'take_part',
    title: t('Ik doe mee.', 'I take part.', 'أشارك.'),
    consent: 'participation',
  },
  {
    type: 'boolean',
    name: 'quote_me',
    title: t(
      'Wat ik schrijf, mag in het verslag staan, zonder mijn naam.',
      'What I write may stand in the report, without my name.',
      'ما أكتبه يمكن أن يكون في التقرير من دون اسمي.',
    ),
    consent: 'quote',
  },
]

const house: Json = [
  {
    type: 'html',
    name: 'welcome',
    html: t(
      '<h2>Uw huis</h2><p>Nu komen vragen over <strong>waar u woont</strong>.</p>',
      '<h2>Your home</h2><p>Now come questions about <strong>where you live</strong>.</p>',
      '<h2>بيتكم</h2><p>الآن أسئلة عن <strong>مكان سكنكم</strong>.</p>',
    ),
  },
  {
    type: 'radiogroup',
    name: 'living',
    title: t('Hoe woont u?', 'How do you live?', 'كيف تسكنون؟'),
    isRequired: true,
    showOtherItem: true,
    choices: [
      { value: 1, text: t('Alleen', 'On my own', 'وحدي') },
      { value: 2, text: t('Met mijn gezin', 'With my family', 'مع عائلتي') },
      DONT_KNOW,
      RATHER_NOT,
    ],
  },
  {
    type: 'dropdown',
    name: 'town',
    title: t('In welk dorp woont u?', 'In which village do you live?', 'في أي قرية تسكنون؟'),
    choices: [
      { value: 1, text: t('Oosterdorp', 'Oosterdorp', 'أوستردورب') },
      { value: 2, text: t('Westerdorp', 'Westerdorp', 'فيستردورب') },
      DONT_KNOW,
    ],
  },
  {
    type: 'imagepicker',
    name: 'matters',
    title: t('Wat is nu het belangrijkst?', 'What matters most now?', 'ما الأهم الآن؟'),
    showLabel: true,
    choices: [
      { value: 1, text: t('Een eigen plek', 'A place of my own', 'مكان خاص بي'), imageLink: '/pictures/house.svg' },
      { value: 2, text: t('Rust', 'Rest', 'الهدوء'), imageLink: '/pictures/rest.svg' },
    ],
  },
  {
    type: 'checkbox',
    name: 'days',
    title: t('Wat doet u graag?', 'What do you like to do?', 'ماذا تحبون أن تفعلوا؟'),
    choices: [
      { value: 1, text: t('Thuis zijn', 'Being at home', 'البقاء في البيت'), pictogram: 'house' },
      { value: 2, text: t('Iets voor mijn gezondheid', 'Something for my health', 'شيء لصحتي'), pictogram: 'health' },
      { value: 3, text: t('Met iemand praten', 'Talking to somebody', 'التحدث مع أحد'), pictogram: 'talk' },
      DONT_KNOW,
    ],
  },
]

const help: Json = [
  {
    type: 'radiogroup',
    name: 'listened',
    prompt: t('Wat vindt u van deze zin?', 'What do you think of this?', 'ما رأيكم في هذه الجملة؟'),
    title: t('Er wordt naar mij geluisterd.', 'People listen to me.', 'يتم الاستماع إليّ.'),
    description: t('Denk aan het afgelopen jaar.', 'Think of the past year.', 'فكّروا في السنة الماضية.'),
    choices: [...toned(AGREE), DONT_KNOW, RATHER_NOT],
  },
  {
    type: 'rating',
    name: 'feeling',
    title: t('Hoe gaat het met u?', 'How are you?', 'كيف حالكم؟'),
    sensitive: true,
    helpLine: 'talk',
    rateValues: FACES.map(([pictogram, text], place) => ({
      value: place + 1,
      text,
      tone: TONES[place] ?? 'neutral',
      pictogram,
    })),
  },
  {
    type: 'rating',
    name: 'grade',
    title: t('Welk cijfer geeft u de hulp?', 'Which mark do you give the help?', 'أي درجة تعطون للمساعدة؟'),
    rateMin: 1,
    rateMax: 10,
    rateCount: 10,
    minRateDescription: t('heel slecht', 'very bad', 'سيئ جداً'),
    maxRateDescription: t('heel goed', 'very good', 'جيد جداً'),
  },
  {
    type: 'checkbox',
    name: 'helpers',
    title: t('Van wie krijgt u hulp?', 'Who helps you?', 'من يساعدكم؟'),
    showOtherItem: true,
    choices: [
      { value: 1, text: t('Familie', 'Family', 'العائلة') },
      { value: 2, text: t('De buren', 'Neighbours', 'الجيران') },
      { value: 3, text: t('Niemand', 'Nobody', 'لا أحد'), exclusive: true },
      DONT_KNOW,
    ],
  },
  {
    type: 'ranking',
    name: 'wishes',
    title: t('Wat moet het eerst beter?', 'What should get better first?', 'ما الذي يجب أن يتحسن أولاً؟'),
    choices: [
      { value: 1, text: t('Sneller hulp', 'Help sooner', 'مساعدة أسرع') },
      { value: 2, text: t('Meer tijd', 'More time', 'وقت أكثر') },
      { value: 3, text: t('Duidelijke brieven', 'Clear letters', 'رسائل واضحة') },
    ],
  },
  {
    type: 'matrix',
    name: 'trust',
    title: t('Hoe tevreden bent u?', 'How satisfied are you?', 'ما مدى رضاكم؟'),
    eachRowRequired: true,
    rows: [
      { value: 'time', text: t('De tijd die ik krijg', 'The time I get', 'الوقت الذي أحصل عليه') },
      { value: 'answer', text: t('Ik krijg snel antwoord', 'I get an answer soon', 'أحصل على جواب بسرعة') },
    ],
    columns: [
      { value: 1, text: t('Tevreden', 'Satisfied', 'راضٍ') },
      { value: 2, text: t('Niet tevreden', 'Not satisfied', 'غير راضٍ') },
      DONT_KNOW,
    ],
  },
]

const facts: Json = [
  {
    type: 'text',
    inputType: 'number',
    name: 'weeks',
    title: t('Hoeveel weken kreeg u hulp?', 'For how many weeks did you get help?', 'كم أسبوعاً حصلتم على المساعدة؟'),
    min: 0,
    max: 500,
  },
  {
    type: 'text',
    inputType: 'email',
    name: 'mail',
    title: t('Wat is uw e-mailadres?', 'What is your e-mail address?', 'ما هو بريدكم الإلكتروني؟'),
  },
  {
    type: 'multipletext',
    name: 'contact',
    title: t('Vertel iets over uw contact', 'Say something about your contact', 'أخبرونا عن تواصلكم'),
    items: [
      { name: 'role', title: t('Met wie had u contact?', 'Whom were you in touch with?', 'مع من تواصلتم؟') },
      { name: 'times', title: t('Hoe vaak?', 'How often?', 'كم مرة؟'), inputType: 'number', min: 0, max: 99 },
      { name: 'last', title: t('Wanneer was dat?', 'When was that?', 'متى كان ذلك؟'), inputType: 'date' },
    ],
  },
  {
    type: 'comment',
    name: 'story',
    title: t('Wat kan beter?', 'What could be better?', 'ما الذي يمكن تحسينه؟'),
    description: t('Noem geen namen.', 'Do not give names.', 'لا تذكروا أسماء.'),
    maxLength: 200,
  },
]

const dates: Json = [
  {
    type: 'text',
    inputType: 'date',
    name: 'since',
    title: t('Wanneer begon de hulp?', 'When did the help begin?', 'متى بدأت المساعدة؟'),
    min: '2015-01-01',
  },
  {
    type: 'text',
    inputType: 'month',
    name: 'moved',
    title: t('Wanneer bent u verhuisd?', 'When did you move?', 'متى انتقلتم؟'),
  },
]

/** A questionnaire with every element that a page can ask, in the three languages in which pages are measured. */
export const MEASURED_QUESTIONNAIRE: Json = {
  locale: 'nl',
  title: t('Over uw hulp', 'About your help', 'عن مساعدتكم'),
  practiceQuestion: true,
  contactAgain: true,
  helpLines: [
    {
      name: 'talk',
      title: t('Iemand om mee te praten', 'Somebody to talk to', 'شخص تتحدثون معه'),
      phone: '0800 – 000 00 00',
      hours: t('elke dag van 9 tot 17 uur', 'every day from 9 to 5', 'كل يوم من 9 إلى 17'),
    },
  ],
  pages: [
    { name: 'consents', elements: consents },
    { name: 'house', title: t('Uw huis', 'Your home', 'بيتكم'), elements: house },
    { name: 'help', elements: help },
    { name: 'facts', elements: facts },
    { name: 'dates', title: t('Wanneer', 'When', 'متى'), shortGroup: true, elements: dates },
    {
      name: 'end',
      title: t('Tot slot', 'To end with', 'في الختام'),
      elements: [
        {
          type: 'expression',
          name: 'in_days',
          title: t('In dagen:', 'In days:', 'بالأيام:'),
          expression: '{weeks} * 7',
          visibleIf: '{weeks} notempty',
        },
        {
          type: 'html',
          name: 'thanks',
          html: t('<p>Dit was het laatste stuk.</p>', '<p>This was the last part.</p>', '<p>كان هذا الجزء الأخير.</p>'),
        },
      ],
    },
  ],
}

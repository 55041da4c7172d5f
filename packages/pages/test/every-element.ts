import type { Condition, LocalizedText, Option, Question, Questionnaire, Screen } from '@klankbord/model'

const nl = (text: string, ar?: string): LocalizedText => (ar === undefined ? { nl: text } : { nl: text, ar })

const option = (value: number, text: LocalizedText, more: Partial<Option> = {}): Option => ({
  value,
  code: value,
  text,
  ...more,
})

const DONT_KNOW = option(-3, nl('Weet ik niet', 'لا أعرف'), { empty: 'dontKnow' })
const LIVES_ALONE: Condition = { op: 'equal', left: { variable: 'living' }, right: { value: 1 } }

type Unplaced<Each> = Each extends unknown ? Omit<Each, 'path' | 'required' | 'sensitive'> : never

const question = (unplaced: Unplaced<Question>, more: { readonly required?: boolean } = {}): Question => ({
  path: `/pages/0/elements/${unplaced.name}`,
  required: more.required ?? false,
  sensitive: false,
  ...unplaced,
})

const QUESTIONS: readonly Question[] = [
  question(
    {
      type: 'boolean',
      name: 'consent',
      title: nl('Doet u mee?', 'هل تشاركون؟'),
      blocking: true,
      options: [
        { value: true, code: 1, text: nl('Ja', 'نعم') },
        { value: false, code: 2, text: nl('Nee', 'لا') },
      ],
    },
    { required: true },
  ),
  question({
    type: 'radiogroup',
    name: 'living',
    title: nl('Hoe woont u?', 'كيف تسكنون؟'),
    other: { maxLength: 100, placeholder: nl('Bijvoorbeeld: bij familie.') },
    options: [
      option(1, nl('Alleen', 'وحدي')),
      option(2, nl('Met mijn gezin', 'مع عائلتي')),
      option(3, nl('Anders', 'غير ذلك'), { other: true }),
      DONT_KNOW,
    ],
  }),
  question({
    type: 'dropdown',
    name: 'town',
    title: nl('In welk dorp woont u?', 'في أي قرية تسكنون؟'),
    other: { maxLength: 60 },
    options: [
      option(1, nl('Oosterdorp')),
      option(2, nl('Westerdorp')),
      option(3, nl('Een ander dorp', 'قرية أخرى'), { other: true }),
      DONT_KNOW,
    ],
  }),
  question({
    type: 'imagepicker',
    name: 'matters',
    title: nl('Wat is voor u nu het belangrijkst?', 'ما الأهم بالنسبة لكم الآن؟'),
    options: [
      option(1, nl('Een eigen plek', 'مكان خاص بي'), { pictogram: 'house' }),
      option(2, nl('Mensen om mij heen', 'أشخاص حولي'), { pictogram: 'people' }),
      option(3, nl('Mijn gezondheid', 'صحتي'), { image: '/pictures/health.svg' }),
      option(4, nl('Genoeg geld', 'ما يكفي من المال'), { pictogram: 'money' }),
      DONT_KNOW,
    ],
  }),
  question({
    type: 'checkbox',
    name: 'help',
    title: nl('Van wie krijgt u hulp?', 'من يساعدكم؟'),
    maxSelected: 3,
    other: { maxLength: 80 },
    options: [
      option(1, nl('Familie', 'العائلة')),
      option(2, nl('Iemand met wie ik samenwoon', 'شخص أسكن معه'), {
        enableIf: { op: 'not', of: LIVES_ALONE },
      }),
      option(3, nl('De buren van het vorige huis', 'الجيران'), { visibleIf: { op: 'not', of: LIVES_ALONE } }),
      option(4, nl('Iemand anders', 'شخص آخر'), { other: true }),
      option(5, nl('Niemand', 'لا أحد'), { exclusive: true }),
    ],
  }),
  question({
    type: 'ranking',
    name: 'wishes',
    title: nl('Wat moet het eerst beter?', 'ما الذي يجب أن يتحسن أولاً؟'),
    minSelected: 2,
    maxSelected: 3,
    options: [
      option(1, nl('Sneller hulp', 'مساعدة أسرع')),
      option(2, nl('Meer tijd', 'وقت أكثر')),
      option(3, nl('Duidelijke brieven', 'رسائل واضحة')),
      option(4, nl('Een vast gezicht', 'نفس الشخص دائماً')),
    ],
  }),
  question(
    {
      type: 'matrix',
      name: 'trust',
      title: nl('Hoe tevreden bent u?', 'ما مدى رضاكم؟'),
      eachRowRequired: true,
      rows: [
        { name: 'listen', text: nl('Er wordt naar mij geluisterd', 'يتم الاستماع إليّ') },
        { name: '2', text: nl('Ik krijg snel antwoord', 'أحصل على جواب بسرعة') },
        { name: 'partner', text: nl('Mijn partner telt mee', 'شريكي مهم'), visibleIf: { op: 'not', of: LIVES_ALONE } },
      ],
      columns: [
        option(1, nl('Tevreden', 'راضٍ')),
        option(2, nl('Ertussenin', 'بين بين')),
        option(3, nl('Niet tevreden', 'غير راضٍ')),
        DONT_KNOW,
      ],
    },
    { required: true },
  ),
  question({
    type: 'date',
    name: 'since',
    title: nl('Wanneer begon de hulp?', 'متى بدأت المساعدة؟'),
    min: '2015-01-01',
    max: '2026-12-31',
  }),
  question({ type: 'month', name: 'moved', title: nl('Wanneer bent u verhuisd?', 'متى انتقلتم؟') }),
  question({
    type: 'email',
    name: 'mail',
    title: nl('Wat is uw e-mailadres?', 'ما هو بريدكم الإلكتروني؟'),
    maxLength: 254,
  }),
  question({
    type: 'multipletext',
    name: 'contact',
    title: nl('Vertel iets over uw contact', 'أخبرونا عن تواصلكم'),
    items: [
      question({ type: 'text', name: 'role', title: nl('Met wie had u contact?', 'مع من تواصلتم؟'), maxLength: 60 }),
      question({ type: 'number', name: 'times', title: nl('Hoe vaak?', 'كم مرة؟'), min: 0, max: 99, step: 1 }),
      question({ type: 'date', name: 'last', title: nl('Wanneer was de laatste keer?', 'متى كانت آخر مرة؟') }),
    ] as Extract<Question, { type: 'multipletext' }>['items'],
  }),
  question({
    type: 'text',
    name: 'partner',
    title: nl('Hoe vindt uw partner dat het gaat?', 'ما رأي شريككم؟'),
    maxLength: 200,
    enableIf: { op: 'not', of: LIVES_ALONE },
  }),
  question({
    type: 'number',
    name: 'weeks',
    title: nl('Hoeveel weken wachtte u?', 'كم أسبوعاً انتظرتم؟'),
    validators: [
      {
        type: 'range',
        path: '/pages/0/elements/weeks/validators/0',
        max: 100,
        message: nl('Meer dan 100 weken? Vul dan 100 in.', 'أكثر من 100 أسبوع؟ اكتبوا 100.'),
      },
    ],
  }),
]

const screen = (id: string, more: Partial<Screen> = {}): Screen => ({ id, page: 'page', questions: [id], ...more })

/** One question of every element that a page can show, with what stands around it. */
export const EVERY_ELEMENT: Questionnaire = {
  format: 'klankbord-questionnaire/1',
  hash: '1'.repeat(64),
  title: nl('Over uw hulp', 'عن مساعدتكم'),
  language: 'nl',
  languages: ['nl', 'ar'],
  questions: QUESTIONS,
  notes: [
    {
      type: 'html',
      name: 'intro',
      path: '/pages/0/elements/intro',
      html: nl(
        '<h2>Over uw huis</h2><p>Nu komen vragen over <strong>waar u woont</strong>. Zie <a href="https://voorbeeld.example/">deze uitleg</a>.</p><ul><li>Er is geen goed of fout.</li><li>U mag overslaan.</li></ul>',
      ),
    },
    {
      type: 'expression',
      name: 'waited',
      path: '/pages/0/elements/waited',
      title: nl('U wachtte in dagen:', 'انتظرتم بالأيام:'),
      value: { calculate: 'times', of: [{ variable: 'weeks' }, { value: 7 }] },
      valueType: 'number',
    },
    { type: 'html', name: 'thanks', path: '/pages/0/elements/thanks', html: nl('<p>Dit was het laatste stuk.</p>') },
  ],
  pages: [],
  screens: [
    screen('consent'),
    screen('living', {
      content: ['intro', 'living'],
      sections: [
        { title: nl('Uw huis', 'بيتكم') },
        { title: nl('Wonen', 'السكن'), description: nl('Over waar u nu woont.', 'عن مكان سكنكم الآن.') },
      ],
    }),
    screen('town'),
    screen('matters'),
    screen('help'),
    screen('wishes'),
    screen('trust'),
    screen('since', { title: nl('Wanneer', 'متى'), questions: ['since', 'moved'] }),
    screen('mail'),
    screen('contact'),
    screen('partner'),
    screen('weeks'),
    { id: 'thanks', page: 'last', questions: [], content: ['waited', 'thanks'] },
  ],
}

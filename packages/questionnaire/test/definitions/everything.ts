import type { Json } from '@klankbord/model'

type Definition = { readonly [key: string]: Json }

const text = (nl: string, en: string): Json => ({ nl, en })

const AGREEMENT: Json = [
  { value: 1, text: text('Helemaal eens', 'Agree completely'), tone: 'positive', pictogram: 'face-glad' },
  { value: 2, text: text('Eens', 'Agree'), tone: 'positive', pictogram: 'face-calm' },
  { value: 3, text: text('Niet eens en niet oneens', 'Neither'), tone: 'neutral' },
  { value: 4, text: text('Oneens', 'Disagree'), tone: 'negative' },
  { value: 5, text: text('Helemaal oneens', 'Disagree completely'), tone: 'negative', pictogram: 'face-sad' },
  { value: -3, text: text('Weet ik niet', 'I do not know'), missingReason: 'dontKnow' },
  { value: -5, text: text('Geldt niet voor mij', 'Does not apply to me'), missingReason: 'notApplicable' },
]

const agreement = (name: string, nl: string, en: string): Json => ({
  type: 'radiogroup',
  name,
  title: text(nl, en),
  prompt: text('Bent u het eens met deze zin?', 'Do you agree with this sentence?'),
  topic: 'T4',
  theme: 'contact',
  scale: 'agreement',
  measurement: 'ordinal',
  choices: AGREEMENT,
})

const start: Json = {
  name: 'start',
  title: text('Voordat u begint', 'Before you start'),
  description: text('U mag altijd stoppen.', 'You can stop at any time.'),
  elements: [
    {
      type: 'html',
      name: 'welcome',
      html: text(
        '<h2>Welkom</h2><p>Deze vragen gaan over hulp van de <strong>gemeente</strong>.</p>',
        '<h2>Welcome</h2><p>These questions are about help from the <strong>municipality</strong>.</p>',
      ),
    },
    {
      type: 'boolean',
      name: 'consent',
      title: text('Doet u mee?', 'Will you take part?'),
      description: text('Meedoen is vrijwillig.', 'Taking part is voluntary.'),
      labelTrue: text('Ja, ik doe mee', 'Yes, I take part'),
      labelFalse: text('Nee, liever niet', 'No, rather not'),
      isRequired: true,
      blocking: true,
      pictogram: 'hand',
      audio: { nl: '/audio/nl/consent.mp3', en: '/audio/en/consent.mp3' },
    },
    {
      type: 'boolean',
      name: 'recorded',
      title: text('Mag het gesprek worden opgenomen?', 'May the talk be recorded?'),
      consent: 'recording',
    },
  ],
}

const kinds: Json = {
  type: 'checkbox',
  name: 'kinds',
  title: text('Welke hulp krijgt u?', 'Which help do you get?'),
  isRequired: true,
  minSelectedChoices: 1,
  maxSelectedChoices: 4,
  showOtherItem: true,
  otherText: text('Andere hulp', 'Other help'),
  otherPlaceholder: text('Welke hulp is dat?', 'Which help is that?'),
  choices: [
    { value: 1, text: text('Hulp in huis', 'Help at home'), audio: { nl: '/audio/nl/huis.mp3' } },
    { value: 2, text: text('Begeleiding', 'Guidance') },
    { value: 3, text: text('Vervoer', 'Transport') },
    { value: 4, text: text('Dagbesteding', 'Day activities'), enableIf: '{age} >= 18' },
    { value: 5, text: text('Hulp bij het opvoeden', 'Help with raising children'), visibleIf: '{age} < 70' },
    { value: 9, text: text('Geen van deze', 'None of these'), exclusive: true },
    { value: -4, text: text('Wil ik niet zeggen', 'Rather not say'), missingReason: 'refused' },
  ],
}

const about: Json = {
  name: 'about',
  visibleIf: '{consent} = true',
  shortGroup: true,
  elements: [
    {
      type: 'text',
      name: 'age',
      inputType: 'number',
      title: text('Hoe oud bent u?', 'How old are you?'),
      min: 16,
      max: 110,
      step: 1,
      measurement: 'ratio',
    },
    {
      type: 'dropdown',
      name: 'living',
      title: text('Hoe woont u?', 'How do you live?'),
      showOtherItem: true,
      choices: [
        { value: 'alone', text: text('Alleen', 'Alone') },
        { value: 'partner', text: text('Met een partner', 'With a partner') },
        { value: 'family', text: text('Met familie', 'With family') },
      ],
    },
  ],
}

const support: Json = {
  name: 'support',
  title: text('Uw hulp', 'Your help'),
  visibleIf: '{consent} = true',
  elements: [
    kinds,
    {
      type: 'panel',
      name: 'waiting',
      title: text('Wachten', 'Waiting'),
      description: text('Hoe lang duurde het?', 'How long did it take?'),
      visibleIf: '{kinds} anyof [1, 2, 3]',
      enableIf: '{age} >= 16',
      elements: [
        {
          type: 'panel',
          name: 'waiting_time',
          title: text('De tijd tot de eerste hulp', 'The time until the first help'),
          shortGroup: true,
          elements: [
            {
              type: 'text',
              name: 'waited',
              inputType: 'number',
              title: text('Hoe lang wachtte u?', 'How long did you wait?'),
              min: 0,
              max: 1000,
            },
            {
              type: 'radiogroup',
              name: 'waited_unit',
              title: text('Is dat in dagen of maanden?', 'Is that in days or months?'),
              choices: [
                { value: 'day', text: text('Dagen', 'Days') },
                { value: 'week', text: text('Weken', 'Weeks') },
                { value: 'month', text: text('Maanden', 'Months') },
              ],
            },
            {
              type: 'boolean',
              name: 'still_waiting',
              title: text('Wacht u nog?', 'Are you still waiting?'),
              quoteConsent: true,
              helpLine: ['supporter', 'help_line'],
            },
          ],
        },
        {
          type: 'text',
          name: 'asked_on',
          inputType: 'date',
          title: text('Wanneer vroeg u om hulp?', 'When did you ask for help?'),
          helpLine: 'supporter',
          min: '2015-01-01',
          max: '2030-12-31',
        },
        {
          type: 'text',
          name: 'started_in',
          inputType: 'month',
          title: text('In welke maand begon de hulp?', 'In which month did the help start?'),
          min: '2015-01',
          max: '2030-12',
        },
      ],
    },
    {
      type: 'comment',
      name: 'why_long',
      title: text('Wat duurde lang bij {kinds}?', 'What took long with {kinds}?'),
      visibleIf: "{waited} > 2 and {waited_unit} = 'month'",
      requiredIf: '{still_waiting} = true',
      enableIf: '{started_in} notempty',
      maxLength: 800,
      sensitive: true,
      validators: [
        { type: 'text', minLength: 3, maxLength: 800, text: text('Schrijf iets meer.', 'Write a little more.') },
      ],
    },
  ],
}

const judgement: Json = {
  name: 'judgement',
  title: text('Wat u ervan vindt', 'What you think of it'),
  visibleIf: '{consent} = true',
  elements: [
    agreement('listened', 'Er werd naar mij geluisterd.', 'People listened to me.'),
    agreement('in_time', 'De hulp kwam op tijd.', 'The help came in time.'),
    {
      type: 'matrix',
      name: 'contact',
      title: text('Hoe ging het contact?', 'How was the contact?'),
      eachRowRequired: true,
      rows: [
        { value: 'phone', text: text('Aan de telefoon', 'On the telephone') },
        { value: 'home', text: text('Bij u thuis', 'At your home'), visibleIf: '{kinds} contains 1' },
        { value: 3, text: text('Op het kantoor', 'At the office'), enableIf: '{age} >= 18' },
      ],
      columns: [
        { value: 1, text: text('Goed', 'Good'), tone: 'positive' },
        { value: 2, text: text('Niet goed', 'Not good'), tone: 'negative' },
        { value: -3, text: text('Weet ik niet', 'I do not know'), missingReason: 'dontKnow' },
      ],
    },
    {
      type: 'rating',
      name: 'grade',
      title: text('Welk cijfer geeft u de hulp?', 'How do you grade the help?'),
      rateMin: 1,
      rateMax: 10,
      rateCount: 10,
      minRateDescription: text('heel slecht', 'very bad'),
      maxRateDescription: text('heel goed', 'very good'),
      benchmarkKey: 'wmo.grade',
    },
    {
      type: 'rating',
      name: 'effect',
      title: text('Helpt de hulp u?', 'Does the help make a difference?'),
      rateValues: [
        { value: 1, text: text('Veel', 'A lot') },
        { value: 2, text: text('Een beetje', 'A little') },
        { value: 3, text: text('Niet', 'Not') },
      ],
    },
    {
      type: 'expression',
      name: 'grade_shown',
      title: text('Uw cijfer op een schaal tot 100', 'Your grade on a scale to 100'),
      description: text('U gaf een {grade}.', 'You gave a {grade}.'),
      expression: '{grade} * 10',
      visibleIf: '{grade} notempty',
    },
    {
      type: 'ranking',
      name: 'important',
      title: text('Wat vindt u het belangrijkst?', 'What matters most to you?'),
      selectToRankEnabled: true,
      minSelectedChoices: 1,
      maxSelectedChoices: 2,
      choices: [
        { value: 'quick', text: text('Snel geholpen worden', 'Being helped quickly'), pictogram: 'clock' },
        { value: 'same', text: text('Steeds dezelfde hulp', 'The same helper each time') },
        { value: 'choice', text: text('Zelf kiezen', 'Choosing for oneself'), visibleIf: '{age} >= 18' },
      ],
    },
    {
      type: 'ranking',
      name: 'channels',
      title: text('Hoe wilt u bericht krijgen?', 'How would you like to hear from us?'),
      choices: [
        { value: 'letter', text: text('Per brief', 'By letter') },
        { value: 'call', text: text('Per telefoon', 'By telephone'), audio: { nl: '/audio/nl/telefoon.mp3' } },
      ],
    },
    {
      type: 'imagepicker',
      name: 'place',
      title: text('Waar kreeg u hulp?', 'Where did you get help?'),
      showLabel: true,
      choices: [
        { value: 'home', imageLink: '/pictures/home.svg', text: text('Thuis', 'At home') },
        { value: 'office', imageLink: '/pictures/office.svg', text: text('Op kantoor', 'At an office') },
      ],
    },
    {
      type: 'imagepicker',
      name: 'feelings',
      title: text('Hoe voelde u zich?', 'How did you feel?'),
      multiSelect: true,
      choices: [
        { value: 'safe', imageLink: '/pictures/safe.svg', text: text('Veilig', 'Safe') },
        { value: 'heard', imageLink: '/pictures/heard.svg', text: text('Gehoord', 'Heard') },
        { value: 'none', imageLink: '/pictures/none.svg', text: text('Geen van deze', 'Neither'), exclusive: true },
      ],
    },
  ],
}

const together: Json = {
  name: 'together',
  visibleIf: '{consent} = true',
  enableIf: '{is_adult} = true or {contact.phone} = 1',
  elements: [
    {
      type: 'multipletext',
      name: 'reach',
      title: text('Hoe bereiken wij u?', 'How do we reach you?'),
      sensitive: true,
      items: [
        {
          name: 'mail',
          title: text('E-mailadres', 'E-mail address'),
          inputType: 'email',
          maxLength: 120,
          validators: [{ type: 'email', text: text('Dit is geen e-mailadres.', 'This is no e-mail address.') }],
        },
        {
          name: 'people',
          title: text('Aantal mensen', 'Number of people'),
          inputType: 'number',
          min: 1,
          max: 12,
          step: 1,
        },
        { name: 'from', title: text('Vanaf welke dag?', 'From which day?'), inputType: 'date', min: '2024-01-01' },
        { name: 'street', title: text('Straat', 'Street'), isRequired: true, maxLength: 80 },
      ],
    },
    {
      type: 'text',
      name: 'postcode',
      title: text('Wat is uw postcode?', 'What is your postcode?'),
      maxLength: 7,
      validators: [
        {
          type: 'regex',
          regex: '^[1-9][0-9]{3} ?[A-Z]{2}$',
          caseInsensitive: true,
          text: text('Een postcode is als 1234 AB.', 'A postcode is like 1234 AB.'),
        },
      ],
    },
    {
      type: 'text',
      name: 'mail_again',
      inputType: 'email',
      title: text('Wat is uw e-mailadres?', 'What is your e-mail address?'),
    },
    {
      type: 'text',
      name: 'visits',
      inputType: 'number',
      title: text('Hoe vaak kwam er iemand?', 'How often did somebody come?'),
      validators: [
        { type: 'numeric', minValue: 0, maxValue: 300 },
        {
          type: 'expression',
          expression: '{visits} <= {age} * 10',
          text: text('Dat is wel erg vaak.', 'That is very often.'),
        },
      ],
    },
    {
      type: 'paneldynamic',
      name: 'helpers',
      title: text('Wie helpen u?', 'Who help you?'),
      templateTitle: text('Helper', 'Helper'),
      minPanelCount: 0,
      maxPanelCount: 3,
      templateElements: [
        {
          type: 'dropdown',
          name: 'who',
          title: text('Wie is het?', 'Who is it?'),
          choices: [
            { value: 'neighbour', text: text('Een buur', 'A neighbour') },
            { value: 'family', text: text('Familie', 'Family') },
          ],
        },
        {
          type: 'text',
          name: 'hours',
          inputType: 'number',
          title: text('Hoeveel uur per week?', 'How many hours a week?'),
          visibleIf: "{panel.who} = 'family' and {age} > 18",
          min: 0,
          max: 168,
        },
      ],
    },
    {
      type: 'signaturepad',
      name: 'signature',
      title: text('Wilt u hier tekenen?', 'Would you sign here?'),
    },
    {
      type: 'radiogroup',
      name: 'may_call',
      title: text('Mogen wij u bellen?', 'May we call you?'),
      description: text('Wij bewaren alleen of het mag.', 'We keep only whether we may.'),
      outcomeOnly: true,
      choices: [
        { value: 1, text: text('Ja', 'Yes') },
        { value: 2, text: text('Alleen overdag', 'In the daytime only') },
        { value: 3, text: text('Nee', 'No') },
      ],
    },
    {
      type: 'html',
      name: 'thanks',
      html: text('<p>Dank u wel.</p>', '<p>Thank you.</p>'),
      visibleIf: '{age} notempty',
    },
  ],
}

/** A questionnaire about Wmo support in which every element and every property of the profile stands at least once. */
export const everything: Definition = {
  title: text('Uw hulp en ondersteuning', 'Your help and support'),
  description: text('Vragen over hulp van de gemeente.', 'Questions about help from the municipality.'),
  locale: 'nl',
  calculatedValues: [
    { name: 'years_left', expression: 'max(67 - {age}, 0)', includeIntoResult: true },
    { name: 'is_adult', expression: '{age} >= 18' },
    { name: 'can_call', expression: '{may_call} anyof [1, 2]', includeIntoResult: true },
    { name: 'asked_year', expression: 'year({asked_on})', includeIntoResult: true },
  ],
  scales: [
    {
      name: 'contact_score',
      title: text('Contact', 'Contact'),
      method: 'mean',
      items: ['listened', 'in_time'],
      reversed: ['in_time'],
      minimumAnswered: 0.5,
    },
  ],
  helpLines: [
    {
      name: 'supporter',
      title: text('Een cliëntondersteuner', 'A client supporter'),
      phone: '0800 - 000 11 11',
      hours: text('Elke werkdag van 9 tot 17 uur', 'Every working day from 9 to 17'),
      text: text('Dat is gratis.', 'It is free.'),
    },
    { name: 'help_line', title: text('Een luisterend oor', 'Somebody who listens') },
  ],
  durations: [
    {
      name: 'waiting_days',
      title: text('Wachttijd', 'Waiting time'),
      amount: 'waited',
      unit: 'waited_unit',
      censoredIf: '{still_waiting} = true',
    },
  ],
  practiceQuestion: true,
  contactAgain: true,
  pages: [start, about, support, judgement, together],
}

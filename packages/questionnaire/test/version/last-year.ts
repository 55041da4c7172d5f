import type { Json } from '@klankbord/model'

const text = (nl: string, en: string): Json => ({ nl, en })

const agreement = (name: string, nl: string, en: string): Json => ({
  type: 'radiogroup',
  name,
  title: text(nl, en),
  choices: [
    { value: 1, text: text('Helemaal eens', 'Agree completely') },
    { value: 2, text: text('Eens', 'Agree') },
    { value: 3, text: text('Oneens', 'Disagree') },
  ],
})

const choices = (...labels: readonly (readonly [string | number, string, string])[]): Json =>
  labels.map(([value, nl, en]) => ({ value, text: text(nl, en) }))

/** A questionnaire that was used last year and is changed for this one. */
export const lastYear: Json = {
  title: text('Uw hulp', 'Your help'),
  calculatedValues: [
    { name: 'difficulty', expression: '{listened} + {in_time}', includeIntoResult: true },
    { name: 'is_adult', expression: '{age} >= 18' },
  ],
  scales: [
    {
      name: 'contact_score',
      title: text('Contact', 'Contact'),
      method: 'mean',
      items: ['listened', 'in_time'],
      reversed: ['in_time'],
    },
  ],
  durations: [{ name: 'waiting_days', title: text('Wachttijd', 'Waiting'), amount: 'waited', unit: 'waited_unit' }],
  pages: [
    {
      name: 'start',
      elements: [
        { type: 'html', name: 'welcome', html: text('<p>Deze vragen gaan over hulp.</p>', '<p>About help.</p>') },
        { type: 'boolean', name: 'consent', title: text('Doet u mee?', 'Will you take part?'), blocking: true },
      ],
    },
    {
      name: 'about',
      elements: [
        {
          type: 'text',
          inputType: 'number',
          name: 'age',
          title: text('Hoe oud bent u?', 'How old are you?'),
          min: 16,
          max: 110,
          step: 1,
        },
        {
          type: 'dropdown',
          name: 'living',
          title: text('Hoe woont u?', 'How do you live?'),
          showOtherItem: true,
          choices: choices(['alone', 'Alleen', 'Alone'], ['partner', 'Met een partner', 'With a partner']),
        },
        {
          type: 'checkbox',
          name: 'kinds',
          title: text('Welke hulp krijgt u?', 'Which help do you get?'),
          maxSelectedChoices: 3,
          choices: choices([1, 'Vervoer', 'Transport'], [2, 'Begeleiding', 'Guidance'], [3, 'Geld', 'Money']),
        },
        {
          type: 'panel',
          name: 'waiting',
          title: text('Wachten', 'Waiting'),
          description: text('Hoe lang duurde het?', 'How long did it take?'),
          elements: [
            {
              type: 'text',
              inputType: 'number',
              name: 'waited',
              min: 0,
              title: text('Hoe lang wachtte u?', 'How long did you wait?'),
            },
            {
              type: 'radiogroup',
              name: 'waited_unit',
              title: text('In dagen of weken?', 'In days or weeks?'),
              choices: choices(['day', 'Dagen', 'Days'], ['week', 'Weken', 'Weeks']),
            },
            {
              type: 'text',
              inputType: 'date',
              name: 'asked_on',
              title: text('Wanneer vroeg u erom?', 'When did you ask for it?'),
              min: '2015-01-01',
            },
          ],
        },
      ],
    },
    {
      name: 'judgement',
      elements: [
        agreement('listened', 'Er werd naar mij geluisterd.', 'People listened to me.'),
        agreement('in_time', 'De hulp kwam op tijd.', 'The help came in time.'),
        {
          type: 'matrix',
          name: 'contact',
          title: text('Hoe ging het contact?', 'How was the contact?'),
          rows: [
            { value: 'phone', text: text('Aan de telefoon', 'On the telephone') },
            { value: 'home', text: text('Bij u thuis', 'At your home') },
          ],
          columns: choices([1, 'Goed', 'Good'], [2, 'Slecht', 'Bad']),
        },
        { type: 'rating', name: 'grade', title: text('Welk cijfer?', 'Which grade?'), rateMin: 1, rateMax: 10 },
      ],
    },
    {
      name: 'shown',
      elements: [
        {
          type: 'expression',
          name: 'sum_shown',
          title: text('Uw som', 'Your sum'),
          expression: '{listened} + {in_time}',
        },
        {
          type: 'paneldynamic',
          name: 'helpers',
          title: text('Wie helpen u?', 'Who help you?'),
          maxPanelCount: 2,
          templateElements: [
            { type: 'comment', name: 'who', title: text('Wie is het?', 'Who is it?') },
            { type: 'text', inputType: 'number', name: 'hours', title: text('Hoeveel uur?', 'How many hours?') },
          ],
        },
      ],
    },
    {
      name: 'together',
      enableIf: '{age} notempty',
      elements: [
        {
          type: 'text',
          name: 'postcode',
          title: text('Wat is uw postcode?', 'What is your postcode?'),
          validators: [{ type: 'regex', regex: '^[0-9]{4}$' }],
        },
        { type: 'text', inputType: 'email', name: 'mail', title: text('Wat is uw e-mailadres?', 'Your e-mail?') },
        {
          type: 'comment',
          name: 'why_long',
          title: text('Wat duurde lang?', 'What took long?'),
          maxLength: 800,
        },
        { type: 'html', name: 'thanks', html: text('<p>Dank u wel.</p>', '<p>Thank you.</p>') },
      ],
    },
  ],
}

import type { Questionnaire } from '@klankbord/model'
import { compile } from '@klankbord/questionnaire'

/** Every type of question that a file can hold, with a route and with kinds of empty. */
export const VARIED = {
  title: 'Alles',
  locale: 'nl',
  pages: [
    {
      name: 'one',
      elements: [
        {
          type: 'radiogroup',
          name: 't1',
          title: 'Eens?',
          choices: [1, 2, 3, { value: -3, text: 'Weet ik niet', missingReason: 'dontKnow' }],
        },
        {
          type: 'checkbox',
          name: 'helper',
          title: 'Wie?',
          visibleIf: '{t1} = 1',
          choices: [1, 2, 3, { value: -4, text: 'Wil ik niet zeggen', missingReason: 'refused' }],
        },
        { type: 'rating', name: 'grade', title: 'Cijfer', rateMin: 1, rateMax: 10 },
        { type: 'boolean', name: 'again', title: 'Weer?' },
        { type: 'radiogroup', name: 'word', title: 'Woord', choices: ['huis', '=tuin', '-10'] },
        { type: 'text', name: 'age', title: 'Leeftijd', inputType: 'number', min: 0, max: 120 },
        { type: 'text', name: 'place', title: 'Plaats', maxLength: 40 },
        { type: 'comment', name: 'story', title: 'Verhaal', maxLength: 500 },
      ],
    },
  ],
}

const COLOURS = ['rood', 'groen', 'blauw']
const DONT_KNOW = { value: -3, text: 'Weet ik niet', missingReason: 'dontKnow' }

/** Every element that answers come from, with parts, words beside "other", routing, worked-out values and a duration. */
export const EVERYTHING = {
  title: 'Van alles',
  locale: 'nl',
  calculatedValues: [{ name: 'twice', expression: '{weeks} * 2', includeIntoResult: true }],
  durations: [{ name: 'waited', title: 'Wachttijd', amount: 'weeks', unit: 'week' }],
  pages: [
    {
      name: 'one',
      elements: [
        { type: 'radiogroup', name: 'radio', title: 'Welke?', choices: COLOURS, showOtherItem: true },
        { type: 'checkbox', name: 'ticks', title: 'Welke?', choices: [...COLOURS, DONT_KNOW], showOtherItem: true },
        { type: 'dropdown', name: 'drop', title: 'Welke?', choices: ['-1', '=x', 'y'] },
        { type: 'rating', name: 'rate', title: 'Hoe?', rateMin: 0, rateMax: 10 },
        { type: 'boolean', name: 'yes', title: 'Ja?' },
        { type: 'ranking', name: 'rank', title: 'Volgorde', choices: COLOURS, selectToRankEnabled: true },
        { type: 'ranking', name: 'places', title: 'Volgorde', choices: ['Mijn buren', 'De gemeente'] },
        { type: 'text', inputType: 'number', name: 'weeks', title: 'Hoeveel weken?', min: 0 },
        { type: 'text', inputType: 'date', name: 'day', title: 'Wanneer?' },
        { type: 'text', inputType: 'month', name: 'since', title: 'Sinds wanneer?' },
        { type: 'text', inputType: 'email', name: 'mail', title: 'Adres' },
        { type: 'comment', name: 'story', title: 'Verhaal', maxLength: 500 },
      ],
    },
    {
      name: 'two',
      elements: [
        {
          type: 'matrix',
          name: 'care',
          title: 'Zorg',
          columns: [1, 2, DONT_KNOW],
          rows: ['quick', '2', { value: 'kind', text: 'Aardig', visibleIf: '{yes} = true' }],
        },
        {
          type: 'multipletext',
          name: 'several',
          title: 'Nog meer',
          items: [
            { name: 'first', title: 'Woorden' },
            { name: 'second', title: 'Getal', inputType: 'number' },
            { name: 'third', title: 'Dag', inputType: 'date' },
          ],
        },
        {
          type: 'paneldynamic',
          name: 'helpers',
          title: 'Wie helpen u?',
          templateTitle: 'Hulpverlener',
          maxPanelCount: 3,
          templateElements: [
            { type: 'radiogroup', name: 'who', title: 'Wie?', choices: COLOURS, showOtherItem: true },
            { type: 'checkbox', name: 'what', title: 'Wat?', choices: [...COLOURS, DONT_KNOW] },
            { type: 'text', inputType: 'number', name: 'hours', title: 'Uren?', visibleIf: "{panel.who} = 'rood'" },
            { type: 'comment', name: 'why', title: 'Waarom?', maxLength: 100 },
          ],
        },
        { type: 'signaturepad', name: 'signed', title: 'Handtekening' },
      ],
    },
  ],
}

/** One open question, so that a whole row can be one cell. */
export const SINGLE = {
  title: 'Een',
  locale: 'nl',
  pages: [{ name: 'one', elements: [{ type: 'comment', name: 'story', title: 'Verhaal', maxLength: 500 }] }],
}

/** Compiles a definition that must be free of faults. */
export function compiled(definition: unknown): Questionnaire {
  const { questionnaire, findings } = compile(definition)
  if (!questionnaire)
    throw new Error(`definition does not compile: ${findings.map(({ message }) => message).join('; ')}`)
  return questionnaire
}

import type { Json, Questionnaire } from '@klankbord/model'
import { compile } from '@klankbord/questionnaire'
import { createStudy, openWave, publishVersion, type Wave } from '@klankbord/storage'
import type { ServerContext } from '../src/context.ts'

const DONT_KNOW: Json = { value: -3, text: 'Weet ik niet', missingReason: 'dontKnow' }

const own: Json = [
  {
    type: 'boolean',
    name: 'consent',
    title: 'Doet u mee?',
    isRequired: true,
    blocking: true,
  },
]

const living: Json = [
  { type: 'html', name: 'welcome', html: '<h2>Uw huis</h2><p>Nu komen vragen over <strong>waar u woont</strong>.</p>' },
  {
    type: 'radiogroup',
    name: 'living',
    title: 'Hoe woont u?',
    showOtherItem: true,
    otherText: 'Anders',
    choices: [{ value: 1, text: 'Alleen' }, { value: 2, text: 'Met mijn gezin' }, DONT_KNOW],
  },
  {
    type: 'dropdown',
    name: 'town',
    title: 'In welk dorp woont u?',
    choices: [{ value: 1, text: 'Oosterdorp' }, { value: 2, text: 'Westerdorp' }, DONT_KNOW],
  },
  {
    type: 'imagepicker',
    name: 'matters',
    title: 'Wat is nu het belangrijkst?',
    showLabel: true,
    choices: [
      { value: 1, text: 'Een eigen plek', imageLink: '/pictures/house.svg' },
      { value: 2, text: 'Rust', imageLink: '/pictures/rest.svg' },
    ],
  },
  {
    type: 'checkbox',
    name: 'help',
    title: 'Van wie krijgt u hulp?',
    choices: [
      { value: 1, text: 'Familie' },
      { value: 2, text: 'Iemand met wie ik samenwoon', enableIf: '{living} <> 1' },
      { value: 3, text: 'De buren', visibleIf: '{living} = 1' },
      { value: 4, text: 'Niemand', exclusive: true },
    ],
  },
  {
    type: 'ranking',
    name: 'wishes',
    title: 'Wat moet het eerst beter?',
    choices: [
      { value: 1, text: 'Sneller hulp' },
      { value: 2, text: 'Meer tijd' },
      { value: 3, text: 'Duidelijke brieven' },
    ],
  },
  {
    type: 'matrix',
    name: 'trust',
    title: 'Hoe tevreden bent u?',
    eachRowRequired: true,
    rows: [
      { value: 'listen', text: 'Er wordt naar mij geluisterd' },
      { value: 2, text: 'Ik krijg snel antwoord' },
    ],
    columns: [{ value: 1, text: 'Tevreden' }, { value: 2, text: 'Niet tevreden' }, DONT_KNOW],
  },
]

const dates: Json = [
  {
    type: 'text',
    inputType: 'date',
    name: 'since',
    title: 'Wanneer begon de hulp?',
    min: '2015-01-01',
    validators: [{ type: 'expression', expression: '{since} <= today()', text: 'Die dag moet nog komen.' }],
  },
  { type: 'text', inputType: 'month', name: 'moved', title: 'Wanneer bent u verhuisd?' },
  {
    type: 'text',
    inputType: 'date',
    name: 'planned',
    title: 'Wanneer komt er weer iemand?',
    validators: [{ type: 'expression', expression: '{planned} >= today()', text: 'Die dag is al geweest.' }],
  },
]

const contact: Json = [
  { type: 'text', inputType: 'email', name: 'mail', title: 'Wat is uw e-mailadres?' },
  {
    type: 'multipletext',
    name: 'contact',
    title: 'Vertel iets over uw contact',
    items: [
      { name: 'role', title: 'Met wie had u contact?' },
      { name: 'times', title: 'Hoe vaak?', inputType: 'number', min: 0, max: 99 },
      { name: 'last', title: 'Wanneer was de laatste keer?', inputType: 'date' },
    ],
  },
  { type: 'text', name: 'partner', title: 'Wat vindt uw partner ervan?', enableIf: '{living} <> 1' },
  { type: 'rating', name: 'grade', title: 'Welk cijfer geeft u de hulp?', rateMin: 1, rateMax: 10, rateCount: 10 },
  { type: 'text', inputType: 'number', name: 'weeks', title: 'Hoeveel weken kreeg u hulp?', min: 0, max: 500 },
  {
    type: 'text',
    inputType: 'number',
    name: 'visits',
    title: 'Hoe vaak kwam er iemand in {weeks} weken?',
    min: 0,
    validators: [
      { type: 'expression', expression: '{visits} <= {weeks} * 7', text: 'Dat is meer dan één keer per dag.' },
    ],
  },
  { type: 'comment', name: 'wish', title: 'Wat kan beter?', maxLength: 200 },
]

const end: Json = [
  { type: 'expression', name: 'days', title: 'In dagen:', expression: '{weeks} * 7', visibleIf: '{weeks} notempty' },
  {
    type: 'expression',
    name: 'long',
    title: 'Langer dan een week:',
    expression: '{weeks} > 1',
    visibleIf: '{weeks} notempty',
  },
  { type: 'html', name: 'thanks', html: '<p>Dit was het laatste stuk.</p>' },
]

/** A definition with every element that a plain page can ask. */
export const EVERY_ELEMENT: Json = {
  locale: 'nl',
  title: 'Over uw hulp',
  pages: [
    { name: 'own', elements: own },
    { name: 'house', title: 'Uw huis', elements: living },
    { name: 'dates', title: 'Wanneer', shortGroup: true, elements: dates },
    { name: 'contacts', elements: contact },
    { name: 'end', title: 'Tot slot', elements: end },
  ],
}

/** A study of a definition with an open wave at this address. @throws Error with the findings, when it does not compile */
export async function openWaveOf(
  { database: { db } }: ServerContext,
  definition: Json,
  address: string,
): Promise<Wave> {
  const questionnaire = compiled(definition)
  const definitionText = JSON.stringify(definition)
  const study = await createStudy(db, {
    title: { nl: 'Over uw hulp' },
    organisation: { name: 'Cliëntenraad Testdorp' },
    sample: false,
    tryOut: false,
    definitionText,
    plan: { questions: ['grade'], breakdowns: [] },
  })
  const { version } = await publishVersion(db, study.id, { questionnaire, definition: definitionText })
  return openWave(db, study.id, { title: { nl: 'Eerste ronde' }, address, version, mode: 'open', frame: null })
}

function compiled(definition: Json): Questionnaire {
  const { questionnaire, findings } = compile(definition)
  if (questionnaire === null || findings.length > 0) throw new Error(JSON.stringify(findings))
  return questionnaire
}

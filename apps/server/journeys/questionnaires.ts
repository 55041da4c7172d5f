/** Questions that journeys fill in. */

const ASKS_STORY = { type: 'comment', name: 'verhaal', title: 'Wat wilt u vertellen?' }
const ASKS_MORE = { type: 'comment', name: 'meer', title: 'Wat nog meer?' }

function inDutch(pages: readonly { readonly name: string; readonly elements: readonly object[] }[]): object {
  return { title: { nl: 'Ervaringen' }, locale: 'nl', pages }
}

/** A page before the questions with one thing to agree to. */
const TO_AGREE_TO = {
  name: 'vooraf',
  elements: [
    {
      type: 'boolean',
      name: 'deelname',
      title: 'Ik doe mee',
      consent: 'participation',
      labelTrue: 'Ja',
      labelFalse: 'Nee',
    },
  ],
}

/** “Wat wilt u vertellen?” and “Wat nog meer?”, in own words. */
export const IN_OWN_WORDS: object = inDutch([
  { name: 'eerst', elements: [ASKS_STORY] },
  { name: 'dan', elements: [ASKS_MORE] },
])

/** The same, with something to agree to first. */
export const AGREED_TO_FIRST: object = inDutch([
  TO_AGREE_TO,
  { name: 'eerst', elements: [ASKS_STORY] },
  { name: 'dan', elements: [ASKS_MORE] },
])

/** Something to agree to, a question to practise on, and “Wat wilt u vertellen?”. */
export const PRACTISED_FIRST: object = {
  ...inDutch([TO_AGREE_TO, { name: 'eerst', elements: [ASKS_STORY] }]),
  practiceQuestion: true,
}

const CHOICES = ['Ja', 'Nee', 'Soms'].map((text, place) => ({ value: place + 1, text }))

/** “Kreeg u hulp?” (Ja, Nee, Soms), own words, and how many hours after a yes. */
export const HELP_AND_HOURS: object = inDutch([
  {
    name: 'eerst',
    elements: [{ type: 'radiogroup', name: 'hulp', title: 'Kreeg u hulp?', isRequired: true, choices: CHOICES }],
  },
  { name: 'dan', elements: [ASKS_STORY] },
  {
    name: 'hoeveel',
    elements: [
      { type: 'text', inputType: 'number', name: 'uren', title: 'Hoeveel uur hulp?', visibleIf: '{hulp} = 1' },
    ],
  },
])

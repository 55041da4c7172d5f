import type { Json } from '@klankbord/model'

type Part = { readonly [key: string]: Json }

export const WHO: Part = { type: 'radiogroup', name: 'who', title: 'Wie antwoordt?', choices: [1, 2], blocking: true }
export const AGE: Part = {
  type: 'text',
  inputType: 'number',
  name: 'age',
  title: 'Hoe oud ben je?',
  min: 0,
  max: 120,
  outcomeOnly: true,
  blocking: true,
  visibleIf: '{who} = 1',
}
export const AGREES: Part = {
  type: 'radiogroup',
  name: 'agrees',
  title: 'Vindt je ouder het goed?',
  outcomeOnly: true,
  blocking: true,
  visibleIf: '{age} < 16',
  showOtherItem: true,
  choices: [1, 2],
}
export const STOP: Part = { type: 'html', name: 'stop', html: '<p>Dank je wel.</p>', visibleIf: '{agrees} = 2' }
export const HELP: Part = { type: 'rating', name: 'help', title: 'Hoe is de hulp?', visibleIf: '{may}' }
export const MAY: Part = {
  name: 'may',
  expression: '{who} = 2 or {age} >= 16 or {agrees} = 1',
  includeIntoResult: true,
}

/** Each element on a page of its own, where nothing else says how. */
export function doorOf(elements: readonly Part[], more: Part = {}): Part {
  const pages = elements.map((element, place) => ({ name: `page${place + 1}`, elements: [element] }))
  return { title: 'Jeugdhulp', locale: 'nl', pages, calculatedValues: [MAY], ...more }
}

/** Young people and parents: age and consent decide whether somebody may take part, and only that is stored. */
export const door: Part = doorOf([WHO, AGE, AGREES, STOP, HELP])

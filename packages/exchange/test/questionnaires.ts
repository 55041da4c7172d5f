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

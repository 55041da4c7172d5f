/** More options than fit one packed word, words as values, and a number with fractions. */
export const manyOptions = {
  title: 'Veel',
  pages: [
    {
      name: 'p',
      elements: [
        {
          type: 'checkbox',
          name: 'many',
          title: 'Welke?',
          choices: [
            ...Array.from({ length: 33 }, (_, index) => index + 1),
            { value: 'dk', text: 'Weet ik niet', missingReason: 'dontKnow' },
          ],
        },
        { type: 'radiogroup', name: 'word', title: 'Welk woord?', choices: ['rood', 'groen', 'blauw'] },
        { type: 'text', inputType: 'number', name: 'hours', title: 'Hoeveel uur?', min: 0.5, max: 24, step: 0.1 },
        { type: 'text', inputType: 'number', name: 'amount', title: 'Hoeveel?', visibleIf: '{many} contains 33' },
        { type: 'comment', name: 'why', title: 'Waarom?', visibleIf: "{word} != 'rood'" },
      ],
    },
  ],
}

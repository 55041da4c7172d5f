import { check, compile, type Checked } from '@klankbord/questionnaire'

const { questionnaire } = compile({
  title: 'Hulp',
  pages: [
    {
      name: 'help',
      elements: [
        { type: 'radiogroup', name: 'helped', title: 'Krijgt u hulp?', choices: ['ja', 'nee'] },
        { type: 'rating', name: 'grade', title: 'Welk cijfer geeft u?', rateMax: 10, visibleIf: "{helped} = 'ja'" },
      ],
    },
  ],
})

/** Checks answers as they come from anywhere: a form, a file, another system. */
export const checkAnswers = (answers: unknown): Checked | null => questionnaire && check(questionnaire, answers)

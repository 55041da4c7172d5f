import type { Answers } from '@klankbord/model'
import type { SeededRandom } from '@klankbord/testing'

const story = (name: string): object => ({
  type: 'comment',
  name,
  title: { nl: 'Wat wilt u vertellen?', en: 'What do you want to tell?' },
  maxLength: 5000,
})

/** What people are asked who are attacked: whoever gives a five to the first question comes by a page that few see. */
export const ASKED: object = {
  title: { nl: 'Ervaringen', en: 'Experiences' },
  locale: 'nl',
  pages: [
    {
      name: 'first',
      elements: [
        {
          type: 'radiogroup',
          name: 'grade',
          title: { nl: 'Welk cijfer geeft u?', en: 'What grade do you give?' },
          choices: [1, 2, 3, 4, 5],
        },
      ],
    },
    { name: 'more', visibleIf: '{grade} = 5', elements: [story('why')] },
    { name: 'last', elements: [story('story')] },
  ],
}

/** @param longWay whether somebody comes by the page that few see */
export function answersTo(random: SeededRandom, longWay: boolean): Answers {
  const told = `${random.integer(1, 1_000_000)} Het ging goed.`
  return longWay
    ? { grade: 5, why: 'Ik wil er meer over vertellen. '.repeat(60), story: told }
    : { grade: random.integer(1, 4), story: told }
}

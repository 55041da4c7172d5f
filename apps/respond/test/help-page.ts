import type { Questionnaire } from '@klankbord/model'
import type { PageContext } from '@klankbord/pages'
import { compile } from '@klankbord/questionnaire'

/** One question in own words, “Waarom?”. */
export const HELP: Questionnaire = compiled()

/** How it is asked in an open round of an invented town. */
export const HELP_PAGE: PageContext = {
  wave: 'ronde',
  action: '/v/ronde',
  language: 'nl',
  languages: ['nl'],
  owner: { name: 'Gemeente Voorbeeldstad' },
  sample: true,
  tryOut: false,
  mode: 'open',
  studyTitle: { nl: 'Hulp' },
  keeps: { answers: 24, usual: false, contacts: null, leastGroup: 10 },
}

function compiled(): Questionnaire {
  const { questionnaire } = compile({
    title: 'Hulp',
    pages: [{ name: 'page', elements: [{ type: 'comment', name: 'why', title: 'Waarom?' }] }],
    locale: 'nl',
  })
  if (questionnaire === null) throw new Error('the definition does not compile')
  return questionnaire
}

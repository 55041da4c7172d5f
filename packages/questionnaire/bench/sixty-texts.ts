import type { Json } from '@klankbord/model'

const TITLES = [
  'Hoe tevreden bent u over de manier waarop de medewerker met u heeft gesproken over de hulp die u thuis nodig hebt?',
  'Werd u door de gemeente goed geholpen en kwam de hulp op tijd?',
  'Bent u niet ontevreden over uw maatwerkvoorziening?',
  'Indien u hulp krijgt uit de Wlz, wat vindt u daarvan?',
  'Hoe ging het eerste gesprek?',
] as const
const DESCRIPTION = 'U mag deze vraag overslaan. Kies wat het best bij u past.'
const OPTIONS = ['Heel ontevreden', 'Ontevreden', 'Tevreden', 'Heel tevreden'] as const

/** Twelve questions with a title, a line below it and three or four options each: 60 texts and a little more. */
export const definition: { readonly [key: string]: Json } = {
  title: 'Zestig teksten',
  locale: 'nl',
  pages: [
    {
      name: 'page',
      elements: Array.from({ length: 12 }, (_, index) => ({
        type: index % 4 === 3 ? 'comment' : 'radiogroup',
        name: `q${index}`,
        title: TITLES[index % TITLES.length] ?? '',
        description: DESCRIPTION,
        ...(index % 4 === 3 ? {} : { choices: OPTIONS.map((text, at) => ({ value: at + 1, text })) }),
      })),
    },
  ],
}

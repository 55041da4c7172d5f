import { compile } from '@klankbord/questionnaire'
import { createStudy, openWave, publishVersion, type NewWave, type Wave } from '@klankbord/storage'
import type { ServerContext } from '../src/context.ts'

/** Two consents, one for interviewers, a practice question, and people may be asked again. */
const DEFINITION = {
  title: 'Wat vindt u van uw hulp?',
  locale: 'nl',
  practiceQuestion: true,
  contactAgain: true,
  pages: [
    {
      name: 'consents',
      elements: [
        { type: 'boolean', name: 'takes_part', consent: 'participation', title: 'Ja, ik doe mee.' },
        { type: 'boolean', name: 'quotable', consent: 'quote', title: 'Mijn woorden mogen in het verslag.' },
        { type: 'boolean', name: 'recorded', consent: 'recording', title: 'Het gesprek mag worden opgenomen.' },
      ],
    },
    { name: 'help', elements: [{ type: 'comment', name: 'story', title: 'Wat wilt u vertellen?' }] },
  ],
} as const

/** Opens a wave of a study that asks for consents. */
export async function openConsentingWave(
  { database: { db } }: ServerContext,
  address: string,
  choices: Partial<NewWave> = {},
): Promise<Wave> {
  const definition = JSON.stringify(DEFINITION)
  const { questionnaire } = compile(DEFINITION)
  if (questionnaire === null) throw new Error('it does not compile')
  const study = await createStudy(db, {
    title: { nl: 'Ervaringen' },
    organisation: { name: 'Cliëntenraad Testdorp' },
    sample: false,
    tryOut: false,
    definitionText: definition,
    plan: { questions: [], breakdowns: [] },
  })
  const { version } = await publishVersion(db, study.id, { questionnaire, definition })
  const title = { nl: 'Eerste ronde' }
  return openWave(db, study.id, { title, address, version, mode: 'open', frame: null, ...choices })
}

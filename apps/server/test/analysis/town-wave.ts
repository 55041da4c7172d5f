import type { WaveMode } from '@klankbord/model'
import { check, compile } from '@klankbord/questionnaire'
import { createStudy, openWave, publishVersion, storeResponses, type Wave } from '@klankbord/storage'
import type { Answers } from '@klankbord/model'
import type { ServerContext } from '../../src/context.ts'
import { sampleResponse } from '../../src/study/sample-response.ts'

const choices = (...texts: readonly string[]): readonly object[] =>
  texts.map((text, place) => ({ value: place + 1, text }))

/** A town in two parts; a grade, a statement, ticks, a wait and what came of it. */
const DEFINITION = {
  title: { nl: 'Een klein dorp', en: 'A small town' },
  locale: 'nl',
  pages: [
    {
      name: 'one',
      elements: [
        { type: 'radiogroup', name: 'part', title: 'Waar woont u?', choices: choices('Oost', 'West', 'Buiten') },
        {
          type: 'radiogroup',
          name: 'heard',
          title: 'Er wordt naar mij geluisterd.',
          scale: 'agreement',
          choices: [
            { value: 1, text: 'Eens', tone: 'positive' },
            { value: 2, text: 'Half', tone: 'neutral' },
            { value: 3, text: 'Oneens', tone: 'negative' },
            { value: -3, text: 'Weet ik niet', missingReason: 'dontKnow' },
          ],
        },
        { type: 'checkbox', name: 'used', title: 'Wat gebruikte u?', choices: choices('Taxi', 'Hulp') },
        { type: 'rating', name: 'grade', title: 'Welk cijfer?', rateMin: 1, rateMax: 10 },
        { type: 'text', inputType: 'number', name: 'days', title: 'Hoeveel dagen wachtte u?', min: 0, max: 400 },
        { type: 'radiogroup', name: 'over', title: 'Is dat voorbij?', choices: choices('Ja', 'Nee') },
        { type: 'comment', name: 'story', title: 'Wat wilt u vertellen?' },
      ],
    },
  ],
  scales: [{ name: 'report', title: 'Rapportcijfer', method: 'grade', items: ['grade'], minimumAnswered: 1 }],
  durations: [{ name: 'wait', title: 'Wachttijd', amount: 'days', unit: 'day', censoredIf: '{over} = 2' }],
}

/** A wave of that town with these answers. */
export async function townWave(
  { database: { db } }: ServerContext,
  address: string,
  responses: readonly Answers[],
  { mode = 'open', population = null }: { readonly mode?: WaveMode; readonly population?: number | null } = {},
): Promise<Wave> {
  const { questionnaire, findings } = compile(DEFINITION)
  if (questionnaire === null) throw new Error(JSON.stringify(findings))
  const definitionText = JSON.stringify(DEFINITION)
  const study = await createStudy(db, {
    title: { nl: 'Een klein dorp' },
    organisation: { name: 'Cliëntenraad Kleindorp' },
    sample: true,
    tryOut: false,
    definitionText,
    plan: { questions: ['heard'], breakdowns: [] },
  })
  const { version } = await publishVersion(db, study.id, { questionnaire, definition: definitionText })
  const frame = population === null ? null : { population, invited: population, source: { nl: 'De lijst' }, strata: {} }
  const wave = await openWave(db, study.id, { title: { nl: 'Ronde' }, address, version, mode, frame })
  const place = { studyId: study.id, waveId: wave.id, version }
  const arrival = {
    language: 'nl',
    week: '2026-W20',
    channel: 'import',
    help: 'notKnown',
    withdrawalHash: null,
  } as const
  const arrivals = responses.map((answers, at) => {
    const checked = check(questionnaire, answers)
    if (!checked.ok) throw new Error(JSON.stringify(checked.findings))
    const response = sampleResponse(questionnaire, checked.checked, arrival, `${address}/${at}`)
    return { place, response, codeHash: null, today: '2026-11-23', byStaff: true }
  })
  await storeResponses(db, arrivals)
  return wave
}

/** So many people who say the same. */
export const people = (count: number, answers: Answers): readonly Answers[] =>
  Array.from({ length: count }, () => answers)

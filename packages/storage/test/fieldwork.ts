import { contentHash, type NewResponse, type Questionnaire } from '@klankbord/model'
import {
  createStudy,
  openWave,
  publishVersion,
  type Arrival,
  type Database,
  type ResponsePlace,
} from '@klankbord/storage'

/** A tiny questionnaire; storage looks at nothing but its hash. */
export function aQuestionnaire(title = 'Ervaringen'): Questionnaire {
  const rest = {
    format: 'klankbord-questionnaire/1',
    title: { nl: title },
    language: 'nl',
    languages: ['nl'],
    questions: [],
    pages: [],
    screens: [],
  } as const
  return { ...rest, hash: contentHash(rest) }
}

export interface OpenWave {
  readonly place: ResponsePlace
  /** Opens a second wave of the same study. */
  another(): Promise<ResponsePlace>
}

export async function anOpenWave(db: Database['db']): Promise<OpenWave> {
  const study = await createStudy(db, {
    title: { nl: 'Voorbeeld' },
    organisation: { name: 'Voorbeeldstad' },
    sample: true,
    tryOut: false,
    definitionText: '{}',
    plan: { questions: [], breakdowns: [] },
  })
  const { version } = await publishVersion(db, study.id, { questionnaire: aQuestionnaire(), definition: '{}' })
  const another = async (): Promise<ResponsePlace> => {
    const wave = await openWave(db, study.id, { title: { nl: 'Ronde' }, version, mode: 'open', frame: null })
    return { studyId: study.id, waveId: wave.id, version }
  }
  return { place: await another(), another }
}

/** A response whose id and answers follow from a number. */
export function aResponse(n: number): NewResponse {
  const answers = { q1: (n % 5) + 1, q3: `antwoord ${n}` }
  return {
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    answers,
    empties: { q2: 'skipped' },
    codes: [(n % 5) + 1, -2, 1],
    numbers: [n / 3],
    language: 'nl',
    channel: 'web',
    week: '2026-W18',
    withdrawalHash: null,
    contentHash: contentHash(answers),
  }
}

/** A response at the door of a wave on a day in its fieldwork. */
export function anArrival(place: ResponsePlace, response: NewResponse, rest: Partial<Arrival> = {}): Arrival {
  return { place, response, codeHash: null, today: '2026-05-01', byStaff: false, ...rest }
}

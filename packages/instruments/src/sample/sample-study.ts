import type { Frame, LocalizedText, Organisation, WaveMode, WaveState } from '@klankbord/model'
import { sampleAnswers } from './sample-answers.ts'
import { sampleInvitedWave, type SampleInvitedWave } from './sample-invited-wave.ts'
import { AGE_SIZES, DISTRICT_SIZES, readinessOf, samplePopulation, type SamplePerson } from './sample-person.ts'
import type { SampleResponse } from './sample-response.ts'
import { seededRandom, type SeededRandom } from './seeded-random.ts'

/** One round of the sample study. */
export interface SampleWave {
  readonly title: LocalizedText
  readonly address: string
  readonly mode: WaveMode
  readonly state: WaveState
  readonly frame: Frame | null
  /** ISO weeks of the first and the last answer. */
  readonly from: string
  readonly to: string
  readonly responses: readonly SampleResponse[]
}

/** A study in Voorbeeldstad, which does not exist: to be stored as a sample, marked on every screen. */
export interface SampleStudy {
  readonly sample: true
  /** Id of the instrument that its answers are given to. */
  readonly instrument: string
  readonly organisation: Organisation
  readonly title: LocalizedText
  readonly waves: readonly SampleWave[]
  /** A round for which people were invited by name. */
  readonly invited: SampleInvitedWave
}

/** Answers per district in spring. The smallest stays under any least group. */
const ANSWERED_BY_DISTRICT: ReadonlyMap<number, number> = new Map([
  [1, 130],
  [2, 165],
  [3, 151],
  [4, 146],
  [5, 7],
])

/** Weeks of spring: a letter and two reminders. */
const SPRING: readonly string[] = Array.from(
  { length: 11 },
  (_, place) => `2026-W${String(place + 7).padStart(2, '0')}`,
)
const SPRING_WEIGHTS = [22, 17, 9, 5, 14, 8, 4, 9, 6, 4, 2]
const AUTUMN: readonly string[] = ['2026-W45', '2026-W46', '2026-W47']

/**
 * A made-up study for demonstrations and tests: a closed round with a frame of 1,400 people, an open round to try, and
 * one for which 240 people were invited by name. Contentment differs by person; help starts clearly later in the south-east; young people and people
 * in a facility answer less often; one district is too small to show. The same seed gives the same study.
 *
 * @param seed a whole number
 * @example sampleStudy().waves[0]?.responses.length // 599
 */
export function sampleStudy(seed = 2026): SampleStudy {
  const random = seededRandom(seed)
  const population = samplePopulation(random)
  return {
    sample: true,
    instrument: 'wmo-client-experience',
    organisation: { name: 'Cliëntenplatform Voorbeeldstad', helpPhone: '0800 – 000 00 00' },
    title: { nl: 'Cliëntervaringsonderzoek Wmo 2026', en: 'Wmo client experience survey 2026' },
    waves: [spring(random, population), autumn(random, population)],
    invited: sampleInvitedWave(random, population),
  }
}

function spring(random: SeededRandom, population: readonly SamplePerson[]): SampleWave {
  const answering = [...ANSWERED_BY_DISTRICT].flatMap(([district, count]) => {
    const inhabitants = population.filter((person) => person.district === district)
    return random.draw(inhabitants, count, readinessOf)
  })
  return {
    title: { nl: 'Voorjaar 2026', en: 'Spring 2026' },
    address: 'voorbeeld-2026',
    mode: 'codeAnonymous',
    state: 'closed',
    frame: frameOf(population.length),
    ...answered(random, random.draw(answering, answering.length), SPRING, SPRING_WEIGHTS),
  }
}

function autumn(random: SeededRandom, population: readonly SamplePerson[]): SampleWave {
  return {
    title: { nl: 'Najaar 2026, om zelf te proberen', en: 'Autumn 2026, to try for yourself' },
    address: 'probeer',
    mode: 'open',
    state: 'open',
    frame: null,
    ...answered(random, random.draw(population, 40, readinessOf), AUTUMN, [1, 1, 1]),
  }
}

function frameOf(population: number): Frame {
  return {
    population,
    invited: population,
    source: {
      nl: 'Verzendlijst van de gemeente: wie in 2025 hulp kreeg via de Wmo',
      en: 'Mailing list of the municipality: who received Wmo support in 2025',
    },
    strata: { district: counted(DISTRICT_SIZES), age_group: counted(AGE_SIZES) },
  }
}

function counted(sizes: ReadonlyMap<number, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...sizes].map(([code, size]) => [String(code), size]))
}

function answered(
  random: SeededRandom,
  people: readonly SamplePerson[],
  weeks: readonly string[],
  weights: readonly number[],
): Pick<SampleWave, 'from' | 'to' | 'responses'> {
  const responses = people.map((person): SampleResponse => {
    const language = random.chance(0.04) ? 'en' : 'nl'
    return { answers: sampleAnswers(random, person, language === 'nl'), language, week: random.pick(weeks, weights) }
  })
  const used = responses.map((response) => response.week).toSorted()
  return { from: used[0] ?? '', to: used.at(-1) ?? '', responses }
}

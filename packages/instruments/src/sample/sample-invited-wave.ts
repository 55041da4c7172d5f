import type { HelpKind, LocalizedText, ResponseChannel } from '@klankbord/model'
import { sampleAnswers } from './sample-answers.ts'
import type { SamplePerson } from './sample-person.ts'
import type { SampleResponse } from './sample-response.ts'
import type { SeededRandom } from './seeded-random.ts'

/** What becomes of somebody's invitation. */
export type SampleFate = 'undeliverable' | 'notInGroup' | 'refused' | 'answered' | 'withdrawn' | 'open'

/** Somebody made up who is invited by name. */
export interface SampleInvitee {
  readonly name: string
  readonly address: readonly string[]
  readonly stratum: string
  readonly fate: SampleFate
  /** What was sent, where anything was. */
  readonly sent: (SampleResponse & { readonly channel: ResponseChannel; readonly help: HelpKind }) | null
}

/** A round in which made-up people are invited by letter, each with a code. */
export interface SampleInvitedWave {
  readonly title: LocalizedText
  readonly address: string
  readonly invitees: readonly SampleInvitee[]
}

/** How many of each; 240 together. */
const FATES: Readonly<Record<SampleFate, number>> = {
  answered: 94,
  withdrawn: 2,
  refused: 17,
  undeliverable: 9,
  notInGroup: 6,
  open: 112,
}
const DISTRICTS: readonly string[] = ['Centrum', 'Noord', 'Oost', 'Zuidoost', 'Buitengebied']
const SUMMER: readonly string[] = ['2026-W24', '2026-W25', '2026-W26', '2026-W27']

/** How people took part, and how often each had help: on paper and by telephone more often. */
const WAYS: readonly { readonly channel: ResponseChannel; readonly helped: number; readonly weight: number }[] = [
  { channel: 'web', helped: 0.15, weight: 62 },
  { channel: 'paper', helped: 0.3, weight: 26 },
  { channel: 'interviewer', helped: 1, weight: 8 },
  { channel: 'telephone', helped: 1, weight: 4 },
]

/** Two hundred and forty people of the population who were invited by name in summer, and what became of it. */
export function sampleInvitedWave(random: SeededRandom, population: readonly SamplePerson[]): SampleInvitedWave {
  const fates = Object.entries(FATES).flatMap(([fate, count]) =>
    Array.from({ length: count }, () => fate as SampleFate),
  )
  const people = random.draw(population, fates.length)
  return {
    title: { nl: 'Zomer 2026, op uitnodiging', en: 'Summer 2026, by invitation' },
    address: 'zomer-2026',
    invitees: random.draw(fates, fates.length).map((fate, place) => inviteeOf(random, people[place], fate, place + 1)),
  }
}

function inviteeOf(
  random: SeededRandom,
  person: SamplePerson | undefined,
  fate: SampleFate,
  number: number,
): SampleInvitee {
  const sends = person !== undefined && (fate === 'answered' || fate === 'withdrawn')
  return {
    name: `Inwoner ${number}`,
    address: [`Voorbeeldstraat ${number}`, '9999 ZZ Voorbeeldstad'],
    stratum: DISTRICTS[(person?.district ?? 1) - 1] ?? '',
    fate,
    sent: sends ? sentBy(random, person) : null,
  }
}

function sentBy(random: SeededRandom, person: SamplePerson): NonNullable<SampleInvitee['sent']> {
  const { channel, helped } = random.pick(
    WAYS,
    WAYS.map(({ weight }) => weight),
  )
  return {
    answers: sampleAnswers(random, person, true),
    language: 'nl',
    week: random.pick(SUMMER),
    channel,
    help: channel === 'interviewer' ? 'peer' : random.chance(helped) ? random.pick<HelpKind>(HELPERS) : 'none',
  }
}

const HELPERS: readonly HelpKind[] = ['relative', 'staff', 'volunteer', 'interpreter']

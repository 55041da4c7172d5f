import type { Answers } from '@klankbord/model'
import type { SeededRandom } from '@klankbord/testing'
import { withdrawalCode, withdrawalHash } from '@klankbord/pages'
import { senderOf, type Sender } from '../sender.ts'
import { answersTo } from './asked.ts'

/** How somebody fills in: on the pages, or in a program, which may save a draft first. */
export type Way = 'pages' | 'program' | 'programWithDraft'

/** Somebody of whom the attacker knows everything but the answers, and with them the way through the questionnaire. */
export interface Client {
  /** Where it stands in the order in which people finished; somebody may have seen them at the computer. */
  readonly place: number
  readonly code: string
  /** One person in twenty fills in in English, so that in most portions hardly anybody does. */
  readonly language: 'nl' | 'en'
  readonly way: Way
  /** A few come by a page that others don't see. */
  readonly longWay: boolean
  /** What withdraws the answers; on the pages it is told at the end. */
  withdrawal: string
  /** A few withdraw: while their answers wait, or when they are sealed. */
  readonly withdraws: 'waiting' | 'sealed' | null
  /** A few save a draft before a portion is sealed, and send after it. */
  readonly pauses: boolean
  /** On the pages its id is given to it by the server. */
  readonly sender: Sender & { id: string }
}

/** The group of the list of each code: seven groups, and one with a single member. */
export function groupOf(n: number): string {
  return n === 17 ? 'alone' : `group ${n % 7}`
}

/** Who takes part in a run. */
export interface Crowd {
  readonly wave: string
  readonly codes: readonly string[]
  /** Some withdraw or pause. */
  readonly eventful: boolean
  /** Of a hundred people, so many take the long way, */
  readonly longWays: number
  /** and so many fill in on the pages. */
  readonly onPages: number
}

/** The people of a run, in the order in which they finish. */
export function clientsOf(random: SeededRandom, crowd: Crowd): readonly Client[] {
  return random.shuffle(crowd.codes).map((code, place): Client => {
    const language = random.fraction() < 0.05 ? 'en' : 'nl'
    const longWay = random.fraction() < crowd.longWays / 100
    const way = wayOf(random, crowd.onPages)
    const answers = answersTo(random, longWay)
    const [withdraws, pauses] = [withdrawsOf(random), random.fraction() < 0.03 && way === 'programWithDraft']
    const events = crowd.eventful ? { withdraws, pauses } : { withdraws: null, pauses: false }
    const withdrawal = withdrawalCode({
      bytes: (count) => Uint8Array.from({ length: count }, () => random.integer(0, 255)),
    })
    const sender = senderFor(`${crowd.wave}/${place}`, { answers, code, language, withdrawal })
    return { place, code, language, way, longWay, withdrawal, ...events, sender }
  })
}

/** Those who answer between two sealings: of each round so many stay who are sealed together. */
export function roundsOf(clients: readonly Client[], size: number): readonly (readonly Client[])[] {
  const rounds: Client[][] = []
  let staying = size
  for (const client of clients) {
    if (staying === size) {
      rounds.push([])
      staying = 0
    }
    rounds.at(-1)?.push(client)
    if (client.withdraws !== 'waiting') staying += 1
  }
  return rounds
}

function senderFor(
  name: string,
  {
    withdrawal,
    ...who
  }: {
    readonly answers: Answers
    readonly code: string
    readonly language: string
    readonly withdrawal: string
  },
): Sender {
  return senderOf({ name, ...who, withdrawalHash: withdrawalHash(withdrawal) })
}

function wayOf(random: SeededRandom, onPages: number): Way {
  if (random.fraction() < onPages / 100) return 'pages'
  return random.fraction() < 0.5 ? 'programWithDraft' : 'program'
}

function withdrawsOf(random: SeededRandom): Client['withdraws'] {
  const fraction = random.fraction()
  if (fraction < 0.03) return 'waiting'
  return fraction < 0.06 ? 'sealed' : null
}

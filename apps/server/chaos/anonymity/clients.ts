import type { Answers } from '@klankbord/model'
import type { SeededRandom } from '@klankbord/testing'
import { withdrawalCode, withdrawalHash } from '../../src/respondent/withdrawal-code.ts'
import { senderOf, type Sender } from '../sender.ts'

/** Somebody of whom the attacker knows everything but the answers. */
export interface Client {
  /** Where it stands in the order in which people finished; somebody may have seen them at the computer. */
  readonly place: number
  readonly code: string
  /** The group of the list in which the code was handed out. One group has a single member. */
  readonly stratum: string
  /** One person in twenty fills in in English, so that in most portions hardly anybody does. */
  readonly language: 'nl' | 'en'
  /** A few take the long way through the questionnaire. */
  readonly longWay: boolean
  readonly withdrawal: string
  /** A few withdraw: while their answers wait, or when they are sealed. */
  readonly withdraws: 'waiting' | 'sealed' | null
  readonly sender: Sender
}

/** The people of a run, in the order in which they finish. */
export function clientsOf(
  random: SeededRandom,
  who: { readonly wave: string; readonly codes: readonly string[]; readonly withdrawing: boolean },
): readonly Client[] {
  const { wave, codes, withdrawing } = who
  return random.shuffle(codes).map((code, place): Client => {
    const language = random.fraction() < 0.05 ? 'en' : 'nl'
    const longWay = random.fraction() < 0.02
    const answers = answersOf(random, longWay)
    const withdrawal = withdrawalCode({
      bytes: (count) => Uint8Array.from({ length: count }, () => random.integer(0, 255)),
    })
    const name = `${wave}/${place}`
    const sender = senderOf({ name, answers, code, language, withdrawalHash: withdrawalHash(withdrawal) })
    const stratum = place === 17 ? 'alone' : `group ${place % 7}`
    const withdraws = withdrawing ? withdrawsOf(random) : null
    return { place, code, stratum, language, longWay, withdrawal, withdraws, sender }
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

function withdrawsOf(random: SeededRandom): Client['withdraws'] {
  const fraction = random.fraction()
  if (fraction < 0.03) return 'waiting'
  return fraction < 0.06 ? 'sealed' : null
}

function answersOf(random: SeededRandom, longWay: boolean): Answers {
  const choices = Array.from({ length: 10 }, (_, at) => [`q${at}`, random.integer(1, 5)])
  const more = longWay ? 'Ik wil er meer over vertellen. '.repeat(60) : 'Het ging goed.'
  return { ...Object.fromEntries(choices), story: `${random.integer(1, 1_000_000)} ${more}` }
}

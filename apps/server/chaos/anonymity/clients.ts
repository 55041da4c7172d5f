import type { Answers } from '@klankbord/model'
import type { SeededRandom } from '@klankbord/testing'
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
  readonly sender: Sender
}

/** The people of a run, in the order in which they finish. */
export function clientsOf(random: SeededRandom, wave: string, codes: readonly string[]): readonly Client[] {
  return random.shuffle(codes).map((code, place): Client => {
    const language = random.fraction() < 0.05 ? 'en' : 'nl'
    const longWay = random.fraction() < 0.02
    const answers = answersOf(random, longWay)
    const sender = senderOf({ name: `${wave}/${place}`, answers, code, language })
    return { place, code, stratum: place === 17 ? 'alone' : `group ${place % 7}`, language, longWay, sender }
  })
}

function answersOf(random: SeededRandom, longWay: boolean): Answers {
  const choices = Array.from({ length: 10 }, (_, at) => [`q${at}`, random.integer(1, 5)])
  const more = longWay ? 'Ik wil er meer over vertellen. '.repeat(60) : 'Het ging goed.'
  return { ...Object.fromEntries(choices), story: `${random.integer(1, 1_000_000)} ${more}` }
}

import { problem } from '@klankbord/model'
import type { AccessCodeState } from '@klankbord/storage'
import type { Clock } from '../clock.ts'
import { HOUR, hourOf } from './visitor-marks.ts'

/** Who tries a code, and where. */
export interface CodeTry {
  /** The mark of the visitor in this hour. */
  readonly visitor: string
  readonly waveId: string
  readonly codeHash: string
}

/** What a look at a code gave, and the state that the code had before. */
export interface Looked<Result> {
  readonly state: AccessCodeState
  readonly result: Result
}

/** Keeps people who guess codes from finding one, and lets people who have one in. */
export interface CodeLimits {
  /**
   * Counts a code that was noticed to be wrong without looking it up.
   *
   * @throws Problem `tooManyRequests`
   */
  slip(visitor: string): void
  /**
   * Looks a code up while this visitor may still be wrong: as many at once as may be wrong, the others wait for them.
   *
   * @param look tells what became of it; never called when the limit is reached
   * @throws Problem `tooManyRequests`, and what `look` throws
   */
  attempt<Result>(one: CodeTry, look: () => Promise<Looked<Result>>): Promise<Result>
}

/**
 * How many unknown codes one visitor may try in an hour, by how many everybody tried in the wave. Codes that were handed
 * out count for nothing, so a wave that somebody attacks stays open to everybody who has one.
 */
const CODE_ALLOWANCES: Allowances = [
  { from: 0, tries: 20 },
  { from: 200, tries: 3 },
  { from: 2000, tries: 1 },
]

/**
 * The same for three words, of which there are some seventeen million and not two million millions: here even an attack from
 * everywhere ends, and with it for an hour the coming back of everybody who is not in the middle of it.
 */
export const WORD_ALLOWANCES: Allowances = [
  { from: 0, tries: 20 },
  { from: 60, tries: 3 },
  { from: 150, tries: 1 },
  { from: 250, tries: 0 },
]

/** How many wrong ones a visitor may try once everybody together tried so many, fewest first. */
type Allowances = readonly { readonly from: number; readonly tries: number }[]

/** How often a visitor may slip, or come with a code that was used, in an hour: neither helps anybody who guesses. */
const LIGHT_TRIES = 1000
/** How often one code may be looked up in an hour: who goes back and begins again stays far below. */
const LOOKS_AT_ONE_CODE = 60
/** Most visitors that are told apart; beyond these, those that came first are forgotten. */
const MOST_VISITORS = 100_000

/** One visitor in this hour. */
interface Visitor {
  unknown: number
  light: number
  underWay: number
  waiting: (() => void)[]
}

/** What happened in one wave in this hour. */
interface WaveHour {
  unknown: number
  underWay: number
}

/** Everything that is remembered, and forgotten with the hour. */
interface Hour {
  readonly number: number
  readonly visitors: Map<string, Visitor>
  readonly waves: Map<string, WaveHour>
  readonly looks: Map<string, number>
}

/** Limits in memory, each for one hour of the clock, then forgotten. Every process counts for itself. */
export function codeLimits(clock: Clock, allowances: Allowances = CODE_ALLOWANCES): CodeLimits {
  let known = newHour(hourOf(clock))
  const thisHour = (): Hour => {
    if (known.number !== hourOf(clock)) known = newHour(hourOf(clock))
    return known
  }
  const refuse = (): never => {
    const seconds = Math.ceil((HOUR - (clock.now().getTime() % HOUR)) / 1000)
    throw problem('tooManyRequests', { seconds })
  }

  /** Waits until this visitor may be wrong once more, or was wrong too often. */
  const begin = async (visitor: Visitor, wave: WaveHour): Promise<void> => {
    if (visitor.light >= LIGHT_TRIES) refuse()
    while (visitor.unknown + visitor.underWay >= allowance(allowances, wave)) {
      if (visitor.underWay === 0) refuse()
      await new Promise<void>((go) => visitor.waiting.push(go))
    }
    // In the same breath, so that nobody else passes on the same allowance.
    visitor.underWay += 1
    wave.underWay += 1
  }

  return {
    slip: (mark) => {
      const visitor = visitorOf(thisHour(), mark)
      if (visitor.light >= LIGHT_TRIES) refuse()
      visitor.light += 1
    },
    attempt: async ({ visitor: mark, waveId, codeHash }, look) => {
      const hour = thisHour()
      const [visitor, wave] = [visitorOf(hour, mark), waveOf(hour, waveId)]
      await begin(visitor, wave)
      try {
        const looks = hour.looks.get(codeHash) ?? 0
        if (looks >= LOOKS_AT_ONE_CODE) refuse()
        hour.looks.set(codeHash, looks + 1)
        const { state, result } = await look()
        if (state === 'used') visitor.light += 1
        if (state === 'unknown') {
          visitor.unknown += 1
          wave.unknown += 1
        }
        return result
      } finally {
        end(visitor, wave)
      }
    },
  }
}

/** Those who waited look again whether it is their turn, in the order in which they came. */
function end(visitor: Visitor, wave: WaveHour): void {
  visitor.underWay -= 1
  wave.underWay -= 1
  const { waiting } = visitor
  visitor.waiting = []
  for (const go of waiting) go()
}

/** Those under way may all turn out to be unknown. */
function allowance(allowances: Allowances, { unknown, underWay }: WaveHour): number {
  return allowances.findLast(({ from }) => unknown + underWay >= from)?.tries ?? 0
}

function newHour(number: number): Hour {
  return { number, visitors: new Map(), waves: new Map(), looks: new Map() }
}

function visitorOf({ visitors }: Hour, mark: string): Visitor {
  const visitor = visitors.get(mark) ?? { unknown: 0, light: 0, underWay: 0, waiting: [] }
  visitors.set(mark, visitor)
  for (const first of visitors.keys()) {
    if (visitors.size <= MOST_VISITORS) break
    visitors.delete(first)
  }
  return visitor
}

function waveOf({ waves }: Hour, waveId: string): WaveHour {
  const wave = waves.get(waveId) ?? { unknown: 0, underWay: 0 }
  waves.set(waveId, wave)
  return wave
}

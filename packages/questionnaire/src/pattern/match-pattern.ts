import type { PatternStep } from '@klankbord/model'
import { contains } from './code-points.ts'

/**
 * Whether a pattern occurs anywhere in a text, as `RegExp.test` with the flag `u`. Takes at most one visit of each
 * step per character, whatever the pattern and the text.
 *
 * @example matchesPattern([{ in: [[48, 57]], to: 1 }, { match: true }], 'nummer 7') // true
 */
export function matchesPattern(steps: readonly PatternStep[], text: string): boolean {
  return runPattern(steps, text).matches
}

/** The same, with how many visits of steps it took. */
export function runPattern(
  steps: readonly PatternStep[],
  text: string,
): { readonly matches: boolean; readonly visits: number } {
  const seenAt = new Int32Array(steps.length).fill(-1)
  let visits = 0
  let ahead: number[] = []
  for (let at = 0; ;) {
    const code = text.codePointAt(at)
    const after: number[] = []
    // A match may begin at any character.
    ahead.push(0)
    for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
      const step = steps[id]
      if (step === undefined || seenAt[id] === at) continue
      seenAt[id] = at
      visits += 1
      if ('match' in step) return { matches: true, visits }
      if ('split' in step) ahead.push(...step.split)
      else if ('at' in step) {
        if (isAt(step.at, text, at)) ahead.push(step.to)
      } else if (code !== undefined && contains(step.in, code) !== (step.not === true)) after.push(step.to)
    }
    if (code === undefined) return { matches: false, visits }
    ahead = after
    at += code > 0xff_ff ? 2 : 1
  }
}

type Place = Extract<PatternStep, { readonly at: string }>['at']

function isAt(place: Place, text: string, at: number): boolean {
  if (place === 'start') return at === 0
  if (place === 'end') return at === text.length
  return (isWord(text[at - 1]) !== isWord(text[at])) === (place === 'wordBoundary')
}

const isWord = (character: string | undefined): boolean => character !== undefined && /\w/.test(character)

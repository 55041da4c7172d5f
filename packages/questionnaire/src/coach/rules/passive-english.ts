import lists from '../words/en/passive.json' with { type: 'json' }
import type { PassiveVerb } from './passive-verb.ts'

const being = new Set(lists.being)
const subjects = new Set(lists.subjects)
const pronouns = new Set(lists.pronouns)
const stops = new Set(lists.stops)
const determiners = new Set(lists.determiners)
const irregular = new Set(lists.irregular)
const notParticiples = new Set(lists.notParticiples)
const states = new Set(lists.states)
const unlessBy = new Set(lists.statesUnlessBy)
const ADVERB =
  /ly$|^(?:not|always|often|never|ever|also|well|still|already|just|being|been|soon|usually|sometimes|both|then|now|all|first|once|only|even|seldom|again|best)$/
const TOKEN = /[^\s,;:.?!…()[\]{}"“”„«»/\\&+%€*=<>|@#_~^$`]+|[,;:.?!]/g
const FARTHEST = 9

/**
 * The verb of a passive in an English sentence in small letters: a form of *be*, then the subject of a question or
 * adverbs, then a participle that is not a state ("tired", "married").
 *
 * @example findEnglishPassive('were you informed?') // { helper: 'were', participle: 'informed' }
 */
export function findEnglishPassive(sentence: string): PassiveVerb | null {
  const tokens = sentence.match(TOKEN) ?? []
  for (const [index, token] of tokens.entries()) {
    if (!being.has(token)) continue
    // In a question the subject stands between; in a statement only adverbs do.
    const asks =
      index === 0 ||
      (tokens.at(-1) === '?' && subjects.has(tokens[index + 1] ?? '')) ||
      /^(?:how|when|where|why|what|which|who|by|often|much|well|quickly|,)$/.test(tokens[index - 1] ?? '')
    const participle = participleAfter(tokens, index, asks)
    if (participle !== null) return { helper: token, participle }
  }
  return null
}

function participleAfter(tokens: readonly string[], helper: number, asks: boolean): string | null {
  for (let at = helper + 1; at < Math.min(tokens.length, helper + 1 + FARTHEST); at += 1) {
    const token = tokens[at] ?? ''
    if (/[,;:.?!]/.test(token) || stops.has(token)) return null
    // Somebody who acts after the subject begins a clause of its own: "were there things you missed".
    if (at > helper + 1 && pronouns.has(token)) return null
    if (isParticiple(token, tokens.slice(at + 1)) && isVerb(tokens, at)) return token
    if (being.has(token) || token === 'being') continue
    if (token.endsWith('ing') && !/(?:thing|morning|evening|meeting|building|feeling)$/.test(token)) return null
    if (!asks && !ADVERB.test(token) && token !== 'and' && token !== 'taken') return null
  }
  return null
}

function isParticiple(token: string, after: readonly string[]): boolean {
  if (notParticiples.has(token)) return false
  if (states.has(token)) return unlessBy.has(token) && after.includes('by')
  return irregular.has(token) || /[^\d'-]{2,}ed$/.test(token)
}

/** An attribute stands after an article and before a noun: "the wounded bird". */
function isVerb(tokens: readonly string[], at: number): boolean {
  return !determiners.has(tokens[at - 1] ?? '')
}

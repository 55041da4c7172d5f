import lists from '../words/nl/passive.json' with { type: 'json' }
import type { PassiveVerb } from './passive-verb.ts'

const becoming = new Set(lists.becoming)
const being = new Set(lists.being)
const having = new Set(lists.having)
const openers = new Set(lists.clauseOpeners)
const strong = new Set(lists.strong)
const notParticiples = new Set(lists.notParticiples)
const notWithBeing = new Set(lists.notPassiveWithBeing)
const notWithBecoming = new Set([...lists.notPassiveWithBecoming, 'geworden'])
const SEPARABLE = `(?:${lists.prefixes.join('|')})?`
// What is no letter in a token is one of these two.
const WITH_GE = new RegExp(`^${SEPARABLE}ge[^'-]{2,}(?:d|t|en|aan)$`)
const WITHOUT_GE = new RegExp(`^${SEPARABLE}(?:be|ver|her|ont|er|mis|over|onder|door|vol|weer)[^'-]{3,}(?:d|t)$`)
// "belangrijkst" ends as a participle does.
const SUPERLATIVE = /(?:lijk|rijk|baar|zaam|ig|er)ste?$/
// Nouns that begin as a participle does: "gezondheid", "gemeenteraad", "geldzorgen".
const NOUN =
  /^(?:gezins|gemeente|gezondheid|geld|geboorte|gebruik(?:er)?s|gespreks|gevangenis|gehandicapten|geloofs|gebeurtenis|gevoels|gehoora|geheugen|geneesm|gedrags)|(?:heid|heden)$/
const ON_EER = /^[^'-]+eerd$/
const TOKEN = /[^\s\d.,;:?!…()[\]{}"“”„«»/\\&+%€*=<>|@#_~^$`]+|[,;:]/g

/**
 * The verb of a passive in a Dutch sentence in small letters: with a form of *worden*, or with *zijn* where the
 * verb is one that somebody does to something. Verbs of motion and change ("gegaan", "verhuisd") and participles that
 * have become adjectives ("getrouwd") are lists.
 *
 * @example findDutchPassive('werd u goed geholpen?') // { helper: 'werd', participle: 'geholpen' }
 */
export function findDutchPassive(sentence: string): PassiveVerb | null {
  let helper: string | null = null
  let has = false
  let pending: string | null = null
  const found = (): PassiveVerb | null =>
    pending !== null && helper !== null && !has && agrees(helper, pending) ? { helper, participle: pending } : null
  let before: string | null = null
  const tokens = tokensOf(sentence)
  if (!tokens.some((token) => becoming.has(token) || being.has(token))) return null
  for (const token of tokens) {
    if (token === ',' || openers.has(token)) {
      const hit = found()
      if (hit !== null) return hit
      // A clause of its own verb leaves the verb before it standing: "is de hulp die u hebt gekregen goed geregeld".
      if (helper !== null) before = helper
      helper = null
      has = false
      pending = null
      continue
    }
    if (having.has(token)) has = true
    else if (becoming.has(token) || (being.has(token) && helper === null)) helper = stronger(helper, token)
    else if (isParticiple(token) && pending === null) pending = token
    if (
      pending !== null &&
      helper === null &&
      !has &&
      before !== null &&
      agrees(before, pending) &&
      isLast(sentence, pending)
    )
      return { helper: before, participle: pending }
  }
  return found()
}

function stronger(helper: string | null, token: string): string {
  return helper !== null && becoming.has(helper) && helper !== 'geworden' ? helper : token
}

function agrees(helper: string, participle: string): boolean {
  return becoming.has(helper)
    ? helper !== 'geworden' && !notWithBecoming.has(participle)
    : !notWithBeing.has(participle)
}

function isParticiple(token: string): boolean {
  if (notParticiples.has(token) || token.length < 5 || SUPERLATIVE.test(token) || NOUN.test(token)) return false
  return strong.has(token) || WITH_GE.test(token) || WITHOUT_GE.test(token) || (ON_EER.test(token) && token.length > 7)
}

function isLast(sentence: string, participle: string): boolean {
  return sentence.replace(/[\s\d.,;:?!…()"“”'-]+$/, '').endsWith(participle)
}

function tokensOf(sentence: string): readonly string[] {
  return sentence.match(TOKEN)?.map((token) => (token === ';' || token === ':' ? ',' : token)) ?? []
}

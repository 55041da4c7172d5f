import { PROBLEM_REGISTRY, finding, problem, type ProblemCode } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import { definitionProblems } from '../../../../packages/model/src/problems/definition-problems.ts'
import { publicationProblems } from '../../../../packages/model/src/problems/publication-problems.ts'
import { STATUS_OF_PROBLEM } from '../../../server/src/http/problem-response.ts'
import en from '../../src/messages/problems-en.json' with { type: 'json' }
import nl from '../../src/messages/problems-nl.json' with { type: 'json' }
import { hasSentence, problemSentence } from '../../src/problems/problem-sentence.ts'

/** Codes that the server answers with, but never to the studio: they belong to what respondents send. */
const RESPONDENTS_ONLY = new Set([
  'unknownWithdrawalCode',
  'responseConflict',
  'responseWithdrawn',
  'staleDraft',
  'answersRefused',
  'unknownScreen',
  'draftLocked',
  'unknownDraft',
])

const MET_BY_THE_STUDIO: readonly string[] = [
  ...Object.keys(definitionProblems),
  ...Object.keys(publicationProblems),
  ...Object.keys(STATUS_OF_PROBLEM).filter((code) => !RESPONDENTS_ONLY.has(code)),
  'internalError',
  'unknownField',
  'wrongField',
]

/** The names of the details that the sentence of the registry reads. */
function detailsOf(code: string): readonly string[] {
  const read = new Set<string>()
  const details = new Proxy({}, { get: (_, name) => (read.add(String(name)), ['x']) })
  const sentence = PROBLEM_REGISTRY[code as ProblemCode] as (details: unknown) => string
  sentence(details)
  return [...read]
}

const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name ?? '')

describe('a researcher who meets a problem', () => {
  it.each(MET_BY_THE_STUDIO)('reads a plain sentence about %s, in Dutch and in English', (code) => {
    expect(hasSentence(code)).toBe(true)
    const details = Object.fromEntries(detailsOf(code).map((name) => [name, 2]))
    for (const language of ['nl', 'en'] as const) {
      const sentence = problemSentence({ code, message: 'the sentence of the server', details }, language)
      expect(sentence).not.toBe('the sentence of the server')
      expect(sentence).toMatch(/^[\p{Lu}“0-9][^{}]*[.?]$/u)
    }
  })

  it('is told only what the server tells', () => {
    const own = new Set(['offline', 'unexpectedAnswer', 'appFault'])
    const strange = Object.entries({ ...nl }).flatMap(([code, text]) => {
      if (own.has(code)) return []
      const known = new Set(detailsOf(code).flatMap((name) => [name, `${name}Count`]))
      return placeholders(text)
        .filter((name) => !known.has(name))
        .map((name) => `${code}: ${name}`)
    })
    expect(strange).toEqual([])
  })

  it('has both languages for the same problems with the same values', () => {
    expect(Object.keys(en)).toEqual(Object.keys(nl))
    for (const [code, text] of Object.entries(en)) {
      expect([code, ...new Set(placeholders(text).toSorted())]).toEqual([
        code,
        ...new Set(placeholders(nl[code as keyof typeof nl]).toSorted()),
      ])
    }
  })

  it('reads a list as words with commas', () => {
    const found = finding('unknownElementType', '/type', { type: 'ratng', known: ['rating', 'text'] })
    expect(problemSentence(found, 'nl')).toContain('rating, text')
  })

  it('reads the names of languages that wait for a speaker, not their codes', () => {
    const wait = finding('languagesWait', '/locale', { languages: ['pl', 'uk'] }, { severity: 'hint' })
    expect(problemSentence(wait, 'nl')).toContain('vrijgeven in: Pools, Oekraïens.')
    expect(problemSentence(wait, 'en')).toContain('Polish, Ukrainian')
  })

  it('reads how many answers are needed when there are too few', () => {
    const tooFew = problem('tooFewResponses', { least: 10 })
    expect(problemSentence(tooFew, 'nl')).toContain('minstens 10')
    expect(problemSentence(tooFew, 'en')).toContain('At least 10')
  })

  it('reads in their own language why questions may not be split by provider', () => {
    const reason = { nl: 'Per aanbieder zijn er te weinig mensen.', en: 'There are too few people per provider.' }
    const broken = {
      breakdown: 'aanbieder',
      questions: ['t1', 't6'],
      never: 'rankProviders',
      instrument: 'wmo',
      reason,
    }
    const told = problem('purposeLimitBroken', broken)
    expect(problemSentence(told, 'nl')).toContain('t1, t6 naar aanbieder. Per aanbieder zijn er te weinig mensen.')
    expect(problemSentence(told, 'en')).toContain('t1, t6 by aanbieder. There are too few people per provider.')
  })

  it('reads the own sentence of the server when the studio has none, or when the details do not fit', () => {
    const told = { code: 'brandNew', message: 'something brand new', details: {} }
    expect(problemSentence(told, 'nl')).toBe('something brand new')
    const bare = { code: 'tooFewResponses', message: 'too few responses', details: null }
    expect(problemSentence(bare, 'nl')).toBe('too few responses')
    expect(hasSentence('constructor')).toBe(false)
  })
})

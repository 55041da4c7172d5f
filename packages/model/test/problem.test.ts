import { describe, expect, it } from 'vitest'
import { PROBLEM_REGISTRY, answerFinding, answerProblem, finding, isProblem, pointer, problem } from '@klankbord/model'

describe('a problem', () => {
  it('names the value and what was expected', () => {
    const thrown = problem('unknownVariable', { variable: 'q7', known: ['q1', 'q2'] })
    expect(thrown.message).toBe('unknown variable: q7 (dataset has q1, q2)')
    const planned = problem('unknownVariable', { variable: 'q7', known: ['q1'], in: 'plan' })
    expect(planned.message).toBe('unknown variable: q7 (the plan has q1)')
    expect(thrown.details).toEqual({ variable: 'q7', known: ['q1', 'q2'] })
  })

  it('is told from other errors, and by its code', () => {
    const thrown: unknown = problem('unknownWave', { wave: 'nergens' })
    expect(isProblem(thrown)).toBe(true)
    expect(isProblem(thrown, 'unknownWave')).toBe(true)
    expect(isProblem(thrown, 'waveClosed')).toBe(false)
    expect(isProblem(new Error('unknown wave'))).toBe(false)
  })

  it('keeps what caused it', () => {
    const cause = new Error('ECONNREFUSED')
    expect(problem('unknownWave', { wave: 'a' }, { cause }).cause).toBe(cause)
  })
})

describe('a finding', () => {
  it('blocks unless it is said to be a hint', () => {
    expect(finding('unknownAnswer', '/answers/q9', { name: 'q9' })).toEqual({
      code: 'unknownAnswer',
      severity: 'block',
      path: '/answers/q9',
      message: 'unknown question: q9',
      details: { name: 'q9' },
    })
    expect(finding('unknownAnswer', '/answers/q9', { name: 'q9' }, { severity: 'hint' }).severity).toBe('hint')
  })

  it('is the same when it is made with the sentences about answers alone', () => {
    const details = { name: 'q9' }
    expect(answerFinding('unknownAnswer', '/answers/q9', details)).toEqual(
      finding('unknownAnswer', '/answers/q9', details),
    )
    const thrown = answerProblem('clockMissing', { expression: 'today' })
    expect(thrown).toEqual(problem('clockMissing', { expression: 'today' }))
    expect(isProblem(thrown, 'clockMissing')).toBe(true)
  })

  it('points into what was checked, whatever the keys are called', () => {
    expect(pointer('/pages', 0, 'a/b~c')).toBe('/pages/0/a~1b~0c')
  })
})

describe('the registry', () => {
  it('has a function for every code', () => {
    for (const sentence of Object.values(PROBLEM_REGISTRY)) expect(sentence).toBeTypeOf('function')
  })
})

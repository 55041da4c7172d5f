import { describe, expect, it } from 'vitest'
import type { Questionnaire } from '@klankbord/model'
import { compile } from '@klankbord/questionnaire'
import { questionnaireHash } from '../../src/compile/questionnaire-hash.ts'
import { asking, question } from '../definitions/asking.ts'

/** A questionnaire with a pattern wherever one can stand. */
function withPattern(regex: string): Questionnaire {
  const validators = [{ type: 'regex', regex }]
  const { questionnaire } = compile(
    asking(
      question('text', 'q', { validators }),
      question('multipletext', 'm', { items: [{ name: 'a', title: 'x', validators }] }),
      question('paneldynamic', 'p', { maxPanelCount: 2, templateElements: [question('text', 'b', { validators })] }),
    ),
  )
  if (!questionnaire) throw new Error('not compiled')
  return questionnaire
}

describe('the hash of a questionnaire with patterns', () => {
  const { hash, ...content } = withPattern('^\\p{L}+$')

  it('is the same on an engine whose Unicode has more letters', () => {
    const text = JSON.stringify(content)
    const later = text.replaceAll('"steps":[', '"steps":[{"in":[[129792,129800]],"to":1},')
    expect(later.length - text.length).toBe(3 * '{"in":[[129792,129800]],"to":1},'.length)
    expect(questionnaireHash(JSON.parse(later) as typeof content)).toBe(hash)
  })

  it('is another one when a pattern is', () => {
    expect(withPattern('^\\p{L}*$').hash).not.toBe(hash)
  })
})

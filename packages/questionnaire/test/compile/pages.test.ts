import { describe, expect, it } from 'vitest'
import type { Questionnaire } from '@klankbord/model'
import { compile } from '@klankbord/questionnaire'
import { question } from '../definitions/asking.ts'

const equals = (variable: string): object => ({ op: 'equal', left: { variable }, right: { value: true } })

const definition = {
  title: 'x',
  pages: [
    { name: 'first', elements: ['a', 'b', 'c', 'd'].map((name) => question('boolean', name)) },
    {
      name: 'second',
      description: 'Over u',
      visibleIf: '{a} = true',
      enableIf: '{d} = true',
      elements: [
        { type: 'html', name: 'note', html: 'x', visibleIf: '{b} = true' },
        {
          type: 'panel',
          name: 'outer',
          visibleIf: '{b} = true and {c} = true',
          elements: [
            {
              type: 'panel',
              name: 'inner',
              title: 'Binnen',
              enableIf: '{c} = true',
              elements: [
                { ...question('comment', 'deep'), visibleIf: '{d} = true', enableIf: '{a} = true' },
                question('comment', 'plain'),
              ],
            },
          ],
        },
        question('comment', 'outside'),
      ],
    },
  ],
}

const compiled = (): Questionnaire => {
  const { questionnaire, findings } = compile(definition)
  expect(findings).toEqual([])
  return questionnaire as Questionnaire
}

const named = (name: string) => compiled().questions.find((candidate) => candidate.name === name)

describe('the conditions of pages and panels', () => {
  it('hold for every question inside, the outermost first, in one list', () => {
    expect(named('deep')?.visibleIf).toEqual({ op: 'and', of: [equals('a'), equals('b'), equals('c'), equals('d')] })
    expect(named('deep')?.enableIf).toEqual({ op: 'and', of: [equals('d'), equals('c'), equals('a')] })
    expect(named('plain')?.visibleIf).toEqual({ op: 'and', of: [equals('a'), equals('b'), equals('c')] })
    expect(named('outside')?.visibleIf).toEqual(equals('a'))
  })

  it('hold for notes too', () => {
    expect(compiled().notes?.[0]?.visibleIf).toEqual({ op: 'and', of: [equals('a'), equals('b')] })
  })

  it('stay with the page and the panel where they were written', () => {
    expect(compiled().pages[1]).toEqual({
      name: 'second',
      description: { nl: 'Over u' },
      visibleIf: equals('a'),
      enableIf: equals('d'),
      elements: [
        { element: 'note' },
        {
          panel: 'outer',
          visibleIf: { op: 'and', of: [equals('b'), equals('c')] },
          elements: [
            {
              panel: 'inner',
              title: { nl: 'Binnen' },
              enableIf: equals('c'),
              elements: [{ element: 'deep' }, { element: 'plain' }],
            },
          ],
        },
        { element: 'outside' },
      ],
    })
  })
})

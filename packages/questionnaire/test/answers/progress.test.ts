import { describe, expect, it } from 'vitest'
import type { Questionnaire } from '@klankbord/model'
import { compile, progress, route } from '@klankbord/questionnaire'

const text = (name: string, more: object = {}): object => ({ type: 'text', name, title: 'x', ...more })
const compiled = compile({
  title: 'x',
  pages: [
    { name: 'a', elements: [{ type: 'boolean', name: 'door', title: 'x' }] },
    {
      name: 'b',
      shortGroup: true,
      elements: [text('first', { visibleIf: '{door} = true' }), text('second', { enableIf: '{door} = true' })],
    },
    { name: 'c', visibleIf: '{door} = true', elements: [text('inside')] },
    { name: 'd', elements: [{ type: 'html', name: 'thanks', html: '<p>x</p>' }] },
  ],
}).questionnaire as Questionnaire

describe('somebody on their way', () => {
  it('goes from screen to screen and back', () => {
    const answers = { door: true }
    expect(progress(compiled, answers, 'door')).toEqual({
      previous: null,
      next: 'first',
      first: 1,
      number: 1,
      total: 4,
    })
    expect(progress(compiled, answers, 'first')).toEqual({
      previous: 'door',
      next: 'inside',
      first: 2,
      number: 3,
      total: 4,
    })
    expect(progress(compiled, answers, 'inside')).toMatchObject({ previous: 'first', next: 'thanks', number: 4 })
    expect(progress(compiled, answers, 'thanks')).toMatchObject({ previous: 'inside', next: null, number: 4 })
  })

  it('passes by what is not asked', () => {
    expect(progress(compiled, {}, 'first')).toEqual({ previous: 'door', next: 'thanks', first: 2, number: 2, total: 2 })
  })

  it('finds the way from a screen that is not asked any more', () => {
    expect(progress(compiled, { door: false }, 'inside')).toMatchObject({ previous: 'first', next: 'thanks' })
  })

  it('finds a screen by any of its questions', () => {
    expect(progress(compiled, {}, 'second')).toEqual(progress(compiled, {}, 'first'))
  })

  it('begins at the first screen and comes back from the end', () => {
    expect(progress(compiled, {}, null)).toMatchObject({ previous: null, next: 'door', number: 0 })
    expect(progress(compiled, {}, 'ready')).toMatchObject({ previous: 'thanks', next: null })
  })

  it('sees closed questions and cannot answer them', () => {
    const { asked, visible, enabled, screens } = route(compiled, {})
    expect([...visible]).toEqual(['door', 'second', 'thanks'])
    expect([...enabled]).toEqual(['door', 'first', 'inside'])
    expect([...asked]).toEqual(['door'])
    expect(screens.map(({ id, questions }) => [id, questions])).toEqual([
      ['door', ['door']],
      ['first', ['second']],
      ['thanks', []],
    ])
  })
})

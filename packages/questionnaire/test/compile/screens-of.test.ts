import { describe, expect, it } from 'vitest'
import type { Questionnaire } from '@klankbord/model'
import { compile } from '@klankbord/questionnaire'
import { asking, question } from '../definitions/asking.ts'

const q = (name: string): object => question('comment', name)
const note = (name: string): object => ({ type: 'html', name, html: 'x' })
const panel = (name: string, elements: unknown[], more: object = {}): object => ({
  type: 'panel',
  name,
  elements,
  ...more,
})

const compiled = (definition: unknown): Questionnaire => {
  const { questionnaire, findings } = compile(definition)
  expect(findings.filter(({ severity }) => severity === 'block')).toEqual([])
  return questionnaire as Questionnaire
}

/** Per screen what stands on it, in order. */
const screens = (...elements: unknown[]): string[] =>
  compiled(asking(...elements)).screens.map(({ content, questions }) => (content ?? questions).join(' '))

describe('the screens of a page', () => {
  it('have one question each', () => {
    expect(screens(q('a'), q('b'))).toEqual(['a', 'b'])
  })

  it('show a note with the question after it', () => {
    expect(screens(q('a'), note('n'), note('m'), q('b'))).toEqual(['a', 'n m b'])
  })

  it('show the last notes with the last question', () => {
    expect(screens(q('a'), q('b'), note('n'))).toEqual(['a', 'b n'])
  })

  it('are one where there are only notes', () => {
    const { screens: both } = compiled({
      title: 'x',
      pages: [
        { name: 'p', elements: [note('n'), note('m')] },
        { name: 'o', elements: [q('a')] },
      ],
    })
    expect(both).toEqual([
      { id: 'n', page: 'p', questions: [], content: ['n', 'm'] },
      { id: 'a', page: 'o', questions: ['a'] },
    ])
  })

  it('cut a panel too, unless it is a short group', () => {
    expect(screens(q('a'), panel('g', [q('b'), q('c')]), q('d'))).toEqual(['a', 'b', 'c', 'd'])
    expect(screens(q('a'), panel('g', [q('b'), q('c')], { shortGroup: true }), q('d'))).toEqual(['a', 'b c', 'd'])
  })

  it('keep what stands in panels inside a short group together', () => {
    const inner = panel('h', [q('b'), q('c')], { shortGroup: true })
    expect(screens(panel('g', [q('a'), inner, q('d')], { shortGroup: true }), q('e'))).toEqual(['a b c d', 'e'])
  })

  it('tell two short groups after each other apart', () => {
    const one = panel('g', [q('a'), q('b')], { shortGroup: true })
    const two = panel('h', [q('c'), q('d')], { shortGroup: true })
    expect(screens(one, two)).toEqual(['a b', 'c d'])
  })

  it('keep a note in its short group, first or last', () => {
    const group = panel('g', [note('n'), q('a'), q('b'), note('m')], { shortGroup: true })
    expect(screens(note('l'), group, note('o'), q('c'))).toEqual(['l n a b m', 'o c'])
  })

  it('take a note over the edge of its panel to the next question', () => {
    expect(screens(panel('g', [q('a'), note('n')]), q('b'))).toEqual(['a', 'n b'])
  })
})

describe('the headings above a question', () => {
  const titled = (name: string, title: string, ...elements: unknown[]): object => panel(name, elements, { title })
  const sections = (...elements: unknown[]): (string | undefined)[][] =>
    compiled(asking(...elements)).screens.map((screen) => (screen.sections ?? []).map(({ title }) => title['nl']))

  it('are those of the panels around it, the outermost first', () => {
    expect(sections(titled('g', 'G', q('a'), panel('u', [titled('h', 'H', q('b'))])), q('c'))).toEqual([
      ['G'],
      ['G', 'H'],
      [],
    ])
  })

  it('are those above all questions of a short group', () => {
    const group = panel('g', [q('a'), titled('h', 'H', q('b'))], { shortGroup: true, title: 'G' })
    expect(sections(group)).toEqual([['G']])
  })

  it('come with what is said below them', () => {
    const [screen] = compiled(asking(panel('g', [q('a')], { title: 'G', description: 'Over u' }))).screens
    expect(screen?.sections).toEqual([{ title: { nl: 'G' }, description: { nl: 'Over u' } }])
  })
})

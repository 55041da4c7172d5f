// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { FACES } from '../../src/pictograms/faces.ts'
import { PICTOGRAMS } from '../../src/pictograms/pictograms.ts'
import { parsed } from '../parsed.ts'

/** Subjects that questionnaires on care name most. */
const SUBJECTS =
  'house money health people help waiting phone letter talk transport work activity sleep food safe child school neighbourhood doctor clock'

describe('a drawing', () => {
  it('is there for each of the subjects of care, and for each step of a scale of five', () => {
    expect(SUBJECTS.split(' ').filter((name) => !PICTOGRAMS.has(name))).toEqual([])
    expect(Object.keys(FACES)).toEqual(['face-delighted', 'face-glad', 'face-calm', 'face-sad', 'face-upset'])
  })

  it('has words of its own in Dutch and in English, so that it never stands alone', () => {
    const words = [...PICTOGRAMS.values()].map((drawing) => drawing.words)
    expect(words.flatMap(Object.values).filter((text) => text.trim() === '')).toEqual([])
    for (const language of ['nl', 'en']) expect(new Set(words.map((each) => each[language])).size).toBe(PICTOGRAMS.size)
  })

  it.each([...PICTOGRAMS])('%s keeps to the one style', (_, { drawing }) => {
    const svg = parsed(drawing.source).querySelector('svg')
    expect(svg?.getAttribute('viewBox')).toBe('0 0 64 64')
    expect(svg?.getAttribute('aria-hidden')).toBe('true')
    const shapes = [...(svg?.querySelectorAll('*') ?? [])]
    expect(shapes.map(({ tagName }) => tagName).filter((tag) => tag !== 'path' && tag !== 'circle')).toEqual([])
    const named = shapes.flatMap((shape) => [...shape.attributes].map(({ name }) => name))
    expect(named.filter((name) => !['class', 'd', 'cx', 'cy', 'r'].includes(name))).toEqual([])
    const classes = shapes.flatMap((shape) => shape.getAttribute('class') ?? [])
    expect(classes.filter((name) => !['fill', 'warm', 'plain', 'solid'].includes(name))).toEqual([])
  })

  it('is found by a name that a definition can hold, and by no name of every object', () => {
    expect([...PICTOGRAMS.keys()].filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([])
    expect(PICTOGRAMS.has('constructor')).toBe(false)
  })
})

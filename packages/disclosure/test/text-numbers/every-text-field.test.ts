import { describe, expect, it } from 'vitest'
import { isProblem, type AuthoredTexts, type Publication } from '@klankbord/model'
import { sealPublication, settleTexts } from '@klankbord/disclosure'
import { authoredTextsShape } from '../../src/authored-shape.ts'
import { publicationShape } from '../../src/publication-shape.ts'
import { EXEMPT_TEXTS, isExempt } from '../../src/text-numbers/exempt-texts.ts'
import { contentOf } from '../publication-builder.ts'
import { KNOWN_EXEMPT_TEXTS } from './known-exempt-texts.ts'
import { pathOf, planted, textLeaves, type Step } from './text-leaves.ts'

const content = await contentOf([{ counts: [40, 20] }, { counts: [30, 30] }, { counts: [20, 5] }, { counts: [2, 1] }])

const AUTHORED = ['texts', 'advice', 'actions']
/** Beside what is said to an audience stands what of the plan it gets. */
const isAuthored = ([first, , third]: readonly Step[]): boolean =>
  AUTHORED.includes(first?.name ?? '') ||
  (first?.name === 'audiences' && ['headline', 'introduction'].includes(third?.name ?? ''))

/** Each place once. */
function leavesOf(shape: Parameters<typeof textLeaves>[0]): readonly (readonly Step[])[] {
  return [...new Map(textLeaves(shape).map((steps) => [pathOf(steps), steps])).values()]
}

const authored = leavesOf(authoredTextsShape)
const others = leavesOf(publicationShape).filter((steps) => !isAuthored(steps))
const exempt = others.filter((steps) => isExempt(pathOf(steps)))
const searched = others.filter((steps) => !isExempt(pathOf(steps)))

/** In Buitengebied, which is hidden, live three people. */
const COUNTS = [
  'In Buitengebied waren 3 mensen ontevreden.',
  'In Buitengebied waren drie mensen ontevreden.',
  'Maar één mens.',
  'Twee van de drie.',
  'Tweederde',
  'Ｂuitengebied: ３',
  'Een drietal',
  'III',
]

/** What publishing says of texts beside this content. */
function refusal(whole: Omit<Publication, 'hash'>, texts: AuthoredTexts): string {
  try {
    settleTexts(whole, { authored: texts, decisions: [], labels: [] })
    return 'published'
  } catch (error) {
    return isProblem(error) ? error.code : String(error)
  }
}

/** What an author may leave out is given, so that one planted field is all that is wrong. */
function asAuthored(steps: readonly Step[], words: string): AuthoredTexts {
  const advice = { to: { nl: 'Het college' }, advice: { nl: 'Bel terug.' }, tables: [], state: 'awaitingAnswer' }
  const action = { advice: { nl: 'Bel terug.' }, state: 'done' }
  const around = { advice: [advice], actions: [action] }
  return planted(around, steps, words) as AuthoredTexts
}

describe('a hidden count in a text', () => {
  it.each(authored.map((steps) => [pathOf(steps), steps] as const))('stops publishing in %s', (path, steps) => {
    expect(refusal(content, asAuthored(steps, 'Zonder getal'))).toBe(
      /(?:theme|tables\/\*)$/.test(path) ? 'textTargetUnknown' : 'published',
    )
    for (const words of COUNTS)
      expect(refusal(content, asAuthored(steps, words))).toMatch(/^(?:textNumberOpen|textTargetUnknown)$/)
  })

  it.each(searched.map((steps) => [pathOf(steps), steps] as const))('stops publishing in %s', (_, steps) => {
    const inside = (words: string): Omit<Publication, 'hash'> =>
      planted(content, steps, words) as Omit<Publication, 'hash'>
    expect(refusal(inside('Zonder getal'), {})).toBe('published')
    for (const words of COUNTS) expect(refusal(inside(words), {})).toBe('textNumberOpen')
  })

  it('stops publishing in a field that nobody thought of', () => {
    expect(refusal({ ...content, remark: { nl: '3 mensen' } } as never, {})).toBe('textNumberOpen')
    expect(refusal({ ...content, wave: { ...content.wave, remark: 'drie mensen' } } as never, {})).toBe(
      'textNumberOpen',
    )
  })
})

describe('a publication', () => {
  it('has texts in every place where authors can type them, and in no other', () => {
    const published = leavesOf(publicationShape).filter(isAuthored).map(pathOf)
    const typed = authored.map(pathOf)
    const places = published
      // A text is parts by language: words, or a figure with words, of which both come out of what was typed.
      .map((path) => path.replace(/\/\*\/\*(?:\/words|\/figure\/(?:table|numbers))?$/, '/*'))
    expect(new Set(places)).toEqual(new Set(typed))
  })

  it('has no number in the strings that are not searched but those that somebody knew of', () => {
    expect(exempt.map(pathOf).toSorted()).toEqual(KNOWN_EXEMPT_TEXTS)
    expect(EXEMPT_TEXTS.every(([, reason]) => reason.length > 20)).toBe(true)
  })

  it('of which nothing was typed is published as it is', () => {
    expect(refusal(JSON.parse(JSON.stringify(sealPublication(content))) as never, {})).toBe('published')
  })
})

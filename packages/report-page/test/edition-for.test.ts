import type { PublishedAudience, Publication } from '@klankbord/model'
import { AUDIENCES } from '@klankbord/model'
import { editionFor, reopen, sealPublication } from '@klankbord/disclosure'
import { sampleNumbers } from '@klankbord/testing/sample-numbers'
import { samplePublication } from '@klankbord/testing/sample-publication'
import { describe, expect, it } from 'vitest'

const contentOf = ({ hash: _hash, ...content }: Publication): Omit<Publication, 'hash'> => content

function withAudiences(...audiences: readonly PublishedAudience[]): Publication {
  const content = contentOf(samplePublication())
  const texts = {
    headline: { nl: ['Voor iedereen.'] },
    introduction: { nl: ['Lees rustig.'] },
    comments: [
      { theme: 'access', text: { nl: ['Het duurt lang.'] } },
      { theme: 'effect', text: { nl: ['Het helpt.'] } },
    ],
  }
  const advice = [
    { to: { nl: ['Het college'] }, advice: { nl: ['Bel terug.'] }, tables: ['quick', 'good'], state: 'awaitingAnswer' },
  ] as const
  return sealPublication({ ...content, texts, advice, audiences })
}

const names = ({ tables }: Publication): readonly string[] => [...new Set(tables.map(({ subject }) => subject.name))]
const splits = ({ tables }: Publication): readonly string[] => [...new Set(tables.flatMap(({ by }) => by?.name ?? []))]

describe('the edition of a publication for one audience', () => {
  const whole = withAudiences(
    { audience: 'clients', questions: ['quick', 'knew_supporter'], breakdowns: ['age'], headline: { nl: ['Voor u.'] } },
    { audience: 'municipality', breakdowns: [] },
    { audience: 'professionals' },
  )

  it('has the figures that were chosen for it, each as everybody can read it', () => {
    const edition = editionFor(whole, 'clients')
    expect(names(edition)).toEqual(['quick', 'knew_supporter'])
    expect(splits(edition)).toEqual(['age'])
    expect(edition.breakdowns.map(({ name }) => name)).toEqual(['age'])
    for (const table of edition.tables) expect(whole.tables).toContain(table)
    expect(edition.disclosure).toBe(whole.disclosure)
  })

  it('has the recipes of its tables and numbers, and of no other', () => {
    const recipe = {
      question: 'q',
      breakdowns: [],
      base: 'valid',
      n: 1,
      level: 0.95,
      weights: 'none',
      version: 1,
    } as const
    const made = { ...recipe, date: '2026-06-16', interval: 'wilson', input: { columns: [], digest: 'd' } } as const
    const figures = ['quick', 'quick×district', 'good', 'number:grade', 'number:grade×district', 'number:waiting']
    const recipes = figures.map((figure) => ({ ...made, figure }))
    const audiences = [{ audience: 'clients', questions: ['quick', 'grade'], breakdowns: [] }] as const
    const full = sealPublication({ ...contentOf(samplePublication()), numbers: sampleNumbers(), recipes, audiences })
    const edition = editionFor(full, 'clients')
    expect(edition.recipes?.map(({ figure }) => figure)).toEqual(['quick', 'number:grade'])
  })

  it('has no groups where none were chosen, and everything where nothing was', () => {
    const municipality = editionFor(whole, 'municipality')
    expect([splits(municipality), names(municipality)]).toEqual([[], names(whole)])
    expect(editionFor(whole, 'professionals').tables).toEqual(whole.tables)
  })

  it('says what was written for it, and of the rest what is about its figures', () => {
    const { texts, advice } = editionFor(whole, 'clients')
    expect(texts?.headline).toEqual({ nl: ['Voor u.'] })
    expect(texts?.introduction).toEqual({ nl: ['Lees rustig.'] })
    expect(texts?.comments?.map(({ theme }) => theme)).toEqual(['access'])
    expect(advice?.[0]?.tables).toEqual(['quick'])
    expect(editionFor(whole, 'municipality').texts?.headline).toEqual({ nl: ['Voor iedereen.'] })
  })

  it('is sealed on its own, names the whole, and tells nothing of other audiences', () => {
    const edition = editionFor(whole, 'clients')
    expect(reopen(JSON.parse(JSON.stringify(edition)))).toEqual(edition)
    expect(edition.selection).toEqual({ audience: 'clients', of: whole.hash })
    expect([edition.audiences, edition.hash === whole.hash]).toEqual([undefined, false])
  })

  it('says nothing that the whole does not, whatever is chosen', () => {
    const strings = (value: unknown): readonly string[] =>
      value !== null && typeof value === 'object' ? Object.values(value).flatMap(strings) : [String(value)]
    const known = new Set([...strings(whole), whole.hash, ...AUDIENCES])
    for (const audience of ['clients', 'municipality', 'professionals'] as const) {
      expect(strings(contentOf(editionFor(whole, audience))).filter((text) => !known.has(text))).toEqual([])
    }
  })

  it('is not there for an audience that has none', () => {
    expect(() => editionFor(whole, 'institutions')).toThrow(/unknown publication/u)
    expect(() => editionFor(editionFor(whole, 'clients'), 'clients')).toThrow(/unknown publication/u)
  })
})

describe('the audiences of a publication', () => {
  it('are each there once, with no other', () => {
    const content = contentOf(samplePublication())
    const malformed = (audiences: unknown): unknown =>
      JSON.parse(JSON.stringify(sealPublication({ ...content, audiences } as never)))
    for (const audiences of [[], [{ audience: 'press' }], [{ audience: 'clients' }, { audience: 'clients' }]])
      expect(() => reopen(malformed(audiences))).toThrow(/malformed/u)
    expect(reopen(malformed([{ audience: 'clients' }])).audiences).toEqual([{ audience: 'clients' }])
  })
})

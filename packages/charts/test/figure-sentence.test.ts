import {
  accountFigure,
  agreementFigure,
  comparisonFigure,
  figureSentence,
  isAgreementTable,
  isComparisonTable,
  representationFigure,
} from '@klankbord/charts'
import type { RepresentedGroups } from '@klankbord/model'
import { MISSING, samplePublication, TABLES } from '@klankbord/testing/sample-publication'
import { describe, expect, it } from 'vitest'

const languages = ['nl', 'en'] as const
const contextIn = (language: string) => ({ language, fallback: 'nl', leastGroup: 10 })

describe('sentences that follow each other', () => {
  it.each(languages)('never say the same words twice in a row, in %s', (language) => {
    const context = contextIn(language)
    const figures = TABLES.filter(isComparisonTable).map((table) => comparisonFigure(table, undefined, context))
    const said = figures.reduce<readonly string[]>((all, one) => [...all, figureSentence(one, all.at(-1))], [])
    for (const [at, sentence] of said.entries()) expect(sentence).not.toBe(said[at - 1])
    expect(said.filter((sentence) => /^(Ook hier geen|No clear .* either)/.test(sentence))).not.toHaveLength(0)
  })

  it('differ for every sentence that can come twice', () => {
    for (const language of languages) {
      const context = contextIn(language)
      const figures = [
        ...TABLES.filter(isAgreementTable).map((table) => agreementFigure([table], context)),
        ...TABLES.filter(isComparisonTable).map((table) => comparisonFigure(table, undefined, context)),
        agreementFigure(TABLES.filter(isAgreementTable), context),
      ]
      for (const figure of figures) {
        const sentence = figureSentence(figure)
        expect(figureSentence(figure, sentence)).not.toBe(sentence)
        expect(figureSentence(figure, sentence)).toMatch(/[.?!”]$/)
      }
    }
  })
})

it('takes no share of the invited where answers are not known to be theirs', () => {
  const parts = [{ parts: ['undeliverable' as const], people: 40 }]
  const fieldwork = { invitations: { invited: 1000, parts }, modes: [], periods: [], reminders: [], places: null }
  const figure = accountFigure({ ...samplePublication().account, frame: null, fieldwork }, contextIn('nl'))
  expect(figureSentence(figure)).toBe('594 mensen gaven antwoord.')
})

describe('who is missing', () => {
  const { account } = samplePublication()
  const said = (groups: (of: RepresentedGroups['groups']) => RepresentedGroups['groups']): string | null => {
    const missing = MISSING.slice(0, 1).map((one) => ({ ...one, groups: groups(one.groups) }))
    const figure = representationFigure(account, missing, contextIn('nl'))
    return figure && figureSentence(figure)
  }

  it('is said of nobody where no group is shown', () => {
    const hidden = said((groups) => groups.filter(({ status }) => status === 'hidden'))
    expect(hidden).toBe('Te weinig antwoorden om iets te zeggen.')
  })

  it('is said of the shown groups only where others are hidden', () => {
    expect(said((groups) => groups)).toBe('Van de groepen die wij laten zien, hoorden wij er geen duidelijk te weinig.')
    const shown = said((groups) => groups.filter(({ status }) => status === 'shown'))
    expect(shown).toBe('Geen groep hoorden wij duidelijk te weinig.')
  })
})

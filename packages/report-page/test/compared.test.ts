import type { PlanComparisons } from '@klankbord/model'
import { changedTable, samplePublication } from '@klankbord/testing/sample-publication'
import { describe, expect, it } from 'vitest'
import { comparedWords } from '../src/compared-words.ts'
import { reportTexts } from '../src/report-texts.ts'
import { pageOf, readingOf } from './page-reading.ts'

const { recipe, tables } = samplePublication()

/** The page of a plan with fewer comparisons: what it does not compare has no verdicts. */
function planned(comparisons: PlanComparisons, made: number, language = 'nl'): string {
  const untested = tables.map((table) =>
    changedTable(table, {}, ({ status }) => (status === 'hidden' ? {} : { verdict: 'notTested' })),
  )
  const changed = { ...recipe, comparisons: { ...recipe.comparisons, planned: comparisons, made, clear: 0 } }
  return readingOf(pageOf({ tables: untested, recipe: changed }, language))
}

describe('what a plan does not compare', () => {
  it('is told as not compared, not as too few answers', () => {
    const page = planned('none', 0)
    expect(page).toContain('Deze groepen vergeleken wij niet.')
    expect(page).toContain('Wij vergeleken deze groepen niet. Dat stond zo in het plan.')
    expect(page).not.toContain('Te weinig antwoorden om iets te zeggen')
    expect(page).not.toContain('Wanneer een verschil duidelijk is')
    expect(page).not.toContain('ook na veel keer vergelijken')
    expect(planned('none', 0, 'en')).toContain('We did not compare these groups. The plan said so.')
  })

  it('is told of those questions alone where a plan compares others', () => {
    const page = planned([['quick', 'district']], 5)
    expect(page).toContain('Wij vergeleken groepen met alle anderen: 5 vergelijkingen. Geen verschil is duidelijk.')
    expect(page).toContain('De andere vergeleken wij niet.')
    expect(page).toContain('“Mijn hulp is goed” Deze groepen vergeleken wij niet.')
    expect(page).toContain('Wanneer een verschil duidelijk is')
  })
})

describe('what came of comparing', () => {
  const words = (made: number, clear: number, language = 'nl'): string =>
    comparedWords({ made, clear }, reportTexts(language))

  it('names others only where there are others', () => {
    expect(words(1, 0)).toBe('Het verschil is niet duidelijk en kan toeval zijn.')
    expect(words(4, 0)).toBe('Geen verschil is duidelijk. Alle verschillen kunnen toeval zijn.')
    expect(words(1, 1)).toBe('Dat verschil is duidelijk.')
    expect(words(3, 3)).toBe('3 verschillen zijn duidelijk.')
    expect(words(4, 1)).toBe('Eén verschil is duidelijk. De andere verschillen kunnen toeval zijn.')
    expect(words(4, 3)).toBe('3 verschillen zijn duidelijk. Het andere verschil kan toeval zijn.')
  })

  it('says it in English', () => {
    expect(words(4, 0, 'en')).toBe('No difference is clear. All differences may be chance.')
    expect(words(4, 3, 'en')).toBe('3 differences are clear. The other difference may be chance.')
  })
})

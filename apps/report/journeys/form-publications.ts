import type { Publication, PublishedTrend, RepresentedGroups, TrendPoint } from '@klankbord/model'
import { changedNumbers, sampleNumbers } from '@klankbord/testing/sample-numbers'
import { changedTable, MISSING, samplePublication, TABLES, wilson } from '@klankbord/testing/sample-publication'

const HIDDEN = { status: 'hidden', reason: 'tooFew' }

/** Two questions over the rounds, of which one was asked otherwise halfway; null is a round that is not shown. */
function trendOf(...questions: readonly (readonly (number | null)[])[]): PublishedTrend {
  return {
    questions: questions.map((percents, at) => ({
      question: `q${at}`,
      label: { nl: `Vraag ${at + 1} over de jaren` },
      points: percents.map((percent, place): TrendPoint => {
        const year = 2023 + place
        const round = {
          publication: `p${year}`,
          wave: { nl: `Ronde ${year}` },
          from: `${year}-W07`,
          to: `${year}-W10`,
          differs: at === 1 && place === 2 ? (['wording'] as const) : [],
        }
        if (percent === null) return { ...round, status: 'hidden' }
        return { ...round, status: 'shown', n: 400, positive: wilson(percent * 4, 400) }
      }),
      differences: [],
    })),
    comparisons: { made: 0, clear: 0, leastDifference: 0.05 },
  }
}

const missingWith = (changes: object): readonly RepresentedGroups[] =>
  MISSING.map((one) => ({ ...one, groups: one.groups.map((group) => ({ ...group, ...changes })) }) as RepresentedGroups)

const extreme = TABLES.map((table) =>
  changedTable(table, {}, (group) => {
    if (group.status === 'hidden') return {}
    const { valid } = group.base
    const cells = table.categories.map((_category, at) => ({ status: 'shown', ...wilson(at === 0 ? valid : 0, valid) }))
    const isPositive = table.categories[0]?.tone === 'positive'
    return { cells, positive: group.positive && wilson(isPositive ? valid : 0, valid), verdict: 'noClearDifference' }
  }),
)

/** What is drawn of each form of chart: as usual, at the ends of its scale, of few people, hidden whole, and with one row. */
export const FORMS: Readonly<Record<string, Publication>> = {
  ordinary: samplePublication({ numbers: sampleNumbers(), trend: trendOf([60, 64, 71, 74], [55, null, 62, 58]) }),
  extreme: samplePublication({ tables: extreme, trend: trendOf([0, 100, 0, 100]) }),
  few: samplePublication({
    tables: TABLES.map((table) =>
      changedTable(table, {}, ({ status }) => (status === 'hidden' ? {} : { status: 'indicative' })),
    ),
    numbers: [],
  }),
  hidden: samplePublication({
    tables: TABLES.map((table) => changedTable(table, {}, () => HIDDEN)),
    missing: missingWith(HIDDEN),
    numbers: sampleNumbers().map((one) =>
      changedNumbers(one, { groups: one.groups.map((group) => ({ ...group, ...HIDDEN })) }),
    ),
    trend: trendOf([null, null]),
  }),
  single: samplePublication({
    tables: TABLES.slice(0, 2).map((table) => changedTable(table, { groups: table.groups.slice(-1) })),
    missing: MISSING.slice(0, 1).map((one) => ({ ...one, groups: one.groups.slice(1, 2) })),
    numbers: sampleNumbers().slice(-1),
    trend: trendOf([64]),
  }),
  empty: samplePublication({ tables: [], missing: [], breakdowns: [], numbers: [] }),
}

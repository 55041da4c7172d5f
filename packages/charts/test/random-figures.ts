import type {
  PublishedFieldwork,
  PublishedTrend,
  ReleasedNumbers,
  ReleasedTable,
  RepresentedGroups,
} from '@klankbord/model'
import {
  accountFigure,
  agreementFigure,
  comparisonFigure,
  distributionFigure,
  numbersFigure,
  representationFigure,
  trendFigure,
  type Figure,
  type FigureContext,
} from '@klankbord/charts'
import { changedNumbers, sampleNumbers } from '@klankbord/testing/sample-numbers'
import {
  changedTable,
  DISTRICT,
  MISSING,
  QUESTIONS,
  samplePublication,
  TABLES,
  tableOf,
  wilson,
} from '@klankbord/testing/sample-publication'
import fc from 'fast-check'

const context: fc.Arbitrary<FigureContext> = fc.record({
  language: fc.constantFrom('nl', 'en'),
  fallback: fc.constant('nl'),
  leastGroup: fc.constant(10),
  weighted: fc.boolean(),
})

const hiddenGroup = { code: null, label: { nl: 'Iedereen' }, population: null, status: 'hidden', reason: 'tooFew' }

/** Whole counts, of which the positive ones together are the positive answers, as releases have them. */
const counted = (table: ReleasedTable, counts: readonly number[], status: 'shown' | 'indicative'): ReleasedTable => {
  const multiple = table.kind === 'multiple'
  const valid = multiple
    ? Math.max(1, ...counts) + 5
    : Math.max(
        1,
        counts.reduce((sum, count) => sum + count, 0),
      )
  const all = counts.reduce((sum, count) => sum + count, 0) === 0 ? counts.map((_, at) => (at === 0 ? 1 : 0)) : counts
  const positive = all.reduce((sum, count, at) => sum + (table.categories[at]?.tone === 'positive' ? count : 0), 0)
  return changedTable(table, {}, () => ({
    status,
    base: { total: valid + 3, asked: valid + 2, answered: valid + 1, valid, empties: {} },
    cells: all.map((count) => ({ status: 'shown', ...wilson(count, valid, null) })),
    positive: table.categories.some(({ tone }) => tone === 'positive') ? wilson(positive, valid, null) : null,
  }))
}

const status = fc.constantFrom('shown' as const, 'indicative' as const)

const everybodyOf = (table: ReleasedTable): fc.Arbitrary<ReleasedTable> =>
  fc
    .record({
      hidden: fc.integer({ min: 0, max: 5 }).map((value) => value === 0),
      status,
      counts: fc.array(fc.oneof(fc.constant(0), fc.nat(2000)), {
        minLength: table.categories.length,
        maxLength: table.categories.length,
      }),
    })
    .map(({ hidden, counts, status: shown }) =>
      hidden ? changedTable(table, { groups: [hiddenGroup] }) : counted(table, counts, shown),
    )

const wholes = TABLES.filter(({ by }) => by === null)
const sided = wholes.filter(({ categories }) => categories.length === 5)
const others = wholes.filter(({ kind }) => kind === 'multiple')

const agreement = fc
  .tuple(fc.subarray([...sided], { minLength: 1 }), context)
  .chain(([tables, ctx]) => fc.tuple(...tables.map(everybodyOf)).map((made): Figure => agreementFigure(made, ctx)))

const distribution = fc
  .tuple(fc.constantFrom(...others), context)
  .chain(([table, ctx]) => everybodyOf(table).map((made): Figure => distributionFigure(made, ctx)))

const group = fc.record({
  answers: fc.integer({ min: 2, max: 400 }),
  more: fc.nat(300),
  hidden: fc.constantFrom(undefined, undefined, 'tooFew' as const, 'complementary' as const),
})

const comparison = fc
  .tuple(
    fc.array(group, { minLength: 1, maxLength: 9 }),
    fc.constantFrom(...QUESTIONS.slice(0, 3)),
    fc.boolean(),
    context,
  )
  .map(([groups, spec, whole, ctx]): Figure => {
    const made = groups.map(({ answers, more, hidden }, at) => {
      const size = { code: at + 1, label: { nl: `Wijk ${at + 1}.` }, people: answers + more, answers }
      return hidden === undefined ? size : { ...size, hidden }
    })
    return comparisonFigure(tableOf(spec, DISTRICT, made), whole ? tableOf(spec, null, []) : undefined, ctx)
  })

const account = fc
  .record({
    answered: fc.nat(800),
    lost: fc.nat(600),
    silent: fc.nat(3000),
    framed: fc.boolean(),
    web: fc.nat(800),
    ctx: context,
  })
  .map(({ answered, lost, silent, framed, web, ctx }): Figure => {
    const invited = answered + lost + silent
    const fieldwork: PublishedFieldwork = {
      invitations: {
        invited,
        parts: [
          { parts: ['undeliverable'], people: lost },
          { parts: ['noAnswer'], people: silent },
          { parts: ['answered'], people: answered },
        ],
      },
      modes: [{ modes: ['web'], people: Math.min(web, answered), atLeast: false }],
      periods: [],
      reminders: [],
      places: null,
    }
    const { frame } = samplePublication().account
    const list = framed && frame !== null ? { ...frame, population: invited + 10, invited } : null
    return accountFigure({ answered, frame: list, fieldwork }, ctx)
  })

const representation = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.nat(900), fc.boolean()), { minLength: 1, maxLength: 6 }),
    context,
  )
  .map(([made, ctx]): Figure => {
    const answers = Math.max(
      1,
      made.reduce((sum, [, came]) => sum + came, 0),
    )
    const people = made.reduce((sum, [many]) => sum + many, 0)
    const groups = made.map(([many, came, hidden], at): RepresentedGroups['groups'][number] => {
      const of = { code: at, label: { nl: `Groep ${at + 1}.` }, people: many, shareOfPeople: many / people }
      if (hidden) return { ...of, status: 'hidden', reason: 'tooFew' }
      const { share, low, high } = wilson(came, answers, null)
      return { ...of, status: 'shown', answers: came, shareOfAnswers: share, low, high, verdict: 'similar' }
    })
    const { account: known } = samplePublication()
    const figure = representationFigure(known, [{ variable: 'x', label: { nl: 'Wijk' }, answers, groups }], ctx)
    return figure ?? (representationFigure(known, MISSING, ctx) as Figure)
  })

const trend = fc
  .tuple(
    fc.array(
      fc.array(
        fc.record({
          n: fc.integer({ min: 1, max: 900 }),
          part: fc.double({ min: 0, max: 1, noNaN: true }),
          hidden: fc.boolean(),
          broken: fc.boolean(),
        }),
        {
          minLength: 1,
          maxLength: 5,
        },
      ),
      { minLength: 1, maxLength: 4 },
    ),
    context,
  )
  .map(([questions, ctx]): Figure => {
    const told: PublishedTrend = {
      questions: questions.map((rounds, at) => ({
        question: `q${at}`,
        label: { nl: `Vraag ${at + 1}.` },
        points: rounds.map(({ n, part, hidden, broken }, place) => {
          const round = {
            publication: `p${place}`,
            wave: { nl: `Ronde ${2020 + place}` },
            from: `${2020 + place}-W07`,
            to: `${2020 + place}-W10`,
            differs: broken && place > 0 ? (['wording'] as const) : [],
          }
          if (hidden) return { ...round, status: 'hidden' as const }
          return { ...round, status: 'shown' as const, n, positive: wilson(Math.floor(part * n), n, null) }
        }),
        differences: [],
      })),
      comparisons: { made: 0, clear: 0, leastDifference: 0.05 },
    }
    return trendFigure(told, ctx)
  })

const numberGroup = fc.record({
  n: fc.integer({ min: 10, max: 900 }),
  at: fc.double({ min: 1, max: 10, noNaN: true }),
  half: fc.double({ min: 0, max: 2, noNaN: true }),
  none: fc.boolean(),
  hidden: fc.boolean(),
  status,
})

const numbers = fc
  .tuple(
    fc.constantFrom(...sampleNumbers().filter(({ by }) => by === null)),
    numberGroup,
    fc.array(numberGroup, { maxLength: 5 }),
    context,
  )
  .map(([base, whole, split, ctx]): Figure => {
    const groupOf = ({ n, at, half, none, hidden, status: shown }: typeof whole, code: number | null): object => {
      const label = { nl: code === null ? 'Iedereen.' : `Wijk ${code}.` }
      if (hidden) return { code, label, population: null, status: 'hidden', reason: 'tooFew' }
      const mean = {
        estimate: at,
        low: none ? null : Math.max(1, at - half),
        high: none ? null : Math.min(10, at + half),
      }
      const waits = base.measure === 'duration' ? { median: at * 9, ninetieth: none ? null : at * 30 } : {}
      return { code, label, population: null, status: shown, n, mean, ...waits, verdict: 'notTested' }
    }
    const made = changedNumbers(base, { groups: [groupOf(whole, null)] })
    const by = { name: 'district', label: { nl: 'Wijk' }, sensitive: false }
    const splits: readonly ReleasedNumbers[] =
      split.length === 0 ? [] : [changedNumbers(base, { by, groups: split.map((one, at) => groupOf(one, at + 1)) })]
    return numbersFigure(made, splits, ctx)
  })

/** A random figure of every kind. */
export const FIGURES = { agreement, comparison, distribution, account, representation, trend, numbers } as const

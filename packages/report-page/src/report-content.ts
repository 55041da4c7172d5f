import {
  accountFigure,
  agreementDomain,
  agreementFigure,
  agreementGroups,
  comparisonFigure,
  distributionFigure,
  figureSentence,
  isAgreementTable,
  isComparisonTable,
  localized,
  numbersFigure,
  representationFigure,
  trendFigure,
  type AccountFigure,
  type AgreementFigure,
  type ComparisonFigure,
  type DistributionFigure,
  type FigureContext,
  type NumbersFigure,
  type RepresentationFigure,
  type TrendFigure,
} from '@klankbord/charts'
import { representedGroups } from '@klankbord/disclosure'
import type {
  LanguageCode,
  Publication,
  ReleasedNumbers,
  ReleasedTable,
  RepresentedGroups,
  TableSubject,
  Translate,
} from '@klankbord/model'
import { crossingResults, type CrossingResults } from './crossings.ts'
import type { Place, PlacedFigure } from './placed-figure.ts'
import { reportTexts, type ReportMessage } from './report-texts.ts'

/** The results of one theme, in questionnaire order. */
export interface ThemeResults {
  readonly id: string
  /** As the questionnaire names it; empty for questions without a theme. */
  readonly name: string
  readonly title: string
  readonly figures: readonly PlacedFigure<AgreementFigure | DistributionFigure>[]
}

/** The results split by one breakdown: comparisons in questionnaire order, and tables that cannot be compared. */
export interface BreakdownResults {
  readonly id: string
  readonly by: TableSubject
  readonly title: string
  readonly figures: readonly PlacedFigure<ComparisonFigure>[]
  readonly others: readonly ReleasedTable[]
}

/** Everything that the sections of a page are made of. */
export interface ReportContent {
  readonly publication: Publication
  readonly language: LanguageCode
  readonly text: Translate<ReportMessage>
  readonly context: FigureContext
  readonly account: PlacedFigure<AccountFigure>
  readonly representation: PlacedFigure<RepresentationFigure> | null
  readonly themes: readonly ThemeResults[]
  readonly breakdowns: readonly BreakdownResults[]
  readonly crossings: readonly CrossingResults[]
  /** The address of a figure alone, by what it is called; null where figures have none. */
  readonly figureAddress: ((key: string) => string) | null
  readonly numbers: readonly PlacedFigure<NumbersFigure>[]
  readonly trend: PlacedFigure<TrendFigure> | null
}

/** Makes the figures of a publication, numbered in the order of the page. */
export function reportContent(
  publication: Publication,
  language: LanguageCode,
  figureAddress: ReportContent['figureAddress'] = null,
): ReportContent {
  const context: FigureContext = {
    language,
    fallback: publication.language,
    leastGroup: publication.disclosure.policy.leastGroup,
    indicativeBelow: publication.disclosure.policy.indicativeBelow,
    ...(publication.recipe.weights !== 'none' && { weighted: true }),
    ...(publication.recipe.comparisons.planned !== undefined && {
      comparisons: publication.recipe.comparisons.planned,
    }),
  }
  const text = reportTexts(language)
  const place = placer()
  const { account, tables, breakdowns } = publication
  const representation = representationFigure(account, missingIn(publication), context)
  return {
    publication,
    language,
    figureAddress,
    text,
    context,
    account: place(accountFigure(account, context), []),
    representation: representation && place(representation, []),
    themes: themeResults(tables, context, text, place),
    numbers: numberFigures(publication.numbers ?? [], context, place),
    breakdowns: breakdowns.flatMap((by) => breakdownResults(by, tables, context, place)),
    crossings: crossingResults(publication, context, place),
    trend: publication.trend ? place(trendFigure(publication.trend, context), []) : null,
  }
}

/** Who is missing, as it says itself; older publications did not, and said nothing of the methods they were made by either. */
export function missingIn(publication: Publication): readonly RepresentedGroups[] {
  const { missing, methods } = publication
  return missing ?? (methods === undefined ? representedGroups(publication) : [])
}

/** All figures of a page in the order of their numbers. */
export function allFigures(content: ReportContent): readonly PlacedFigure[] {
  return [
    content.account,
    ...(content.representation ? [content.representation] : []),
    ...content.themes.flatMap((theme) => theme.figures),
    ...content.numbers,
    ...content.breakdowns.flatMap((breakdown) => breakdown.figures),
    ...(content.trend ? [content.trend] : []),
  ]
}

/** An id for a link, from a name that an author may have made. @example anchor('quick×district') // 'quick-district' */
function anchor(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9_]+/g, '-')
}

function placer(): Place {
  let last: Pick<PlacedFigure, 'number' | 'sentence'> | null = null
  return (figure, questions) => {
    const number = (last?.number ?? 0) + 1
    const sentence = figureSentence(figure, last?.sentence)
    last = { number, sentence }
    return { figure, number, id: `figure-${number}-${anchor(figure.name)}`, sentence, questions }
  }
}

function themeResults(
  tables: readonly ReleasedTable[],
  context: FigureContext,
  text: Translate<ReportMessage>,
  place: Place,
): readonly ThemeResults[] {
  const everybody = tables.filter((table) => table.by === null)
  const domain = agreementDomain(everybody.filter(isAgreementTable))
  const themes = [...new Set(everybody.map((table) => table.subject.theme ?? ''))]
  return themes.map((theme) => {
    const own = everybody.filter((table) => (table.subject.theme ?? '') === theme)
    const groups = agreementGroups(own.filter(isAgreementTable))
    const figures = own.flatMap((table): PlacedFigure<AgreementFigure | DistributionFigure>[] => {
      if (!isAgreementTable(table)) return [place(distributionFigure(table, context), [table.subject.name])]
      const group = groups.find((candidate) => candidate[0] === table)
      if (!group) return []
      const questions = group.map(({ subject }) => subject.name)
      return [place(agreementFigure(group, context, domain), questions)]
    })
    return { id: `results-${anchor(theme)}`, name: theme, title: themeTitle(theme, text, themes.length), figures }
  })
}

function numberFigures(
  numbers: readonly ReleasedNumbers[],
  context: FigureContext,
  place: Place,
): readonly PlacedFigure<NumbersFigure>[] {
  const wholes = numbers.filter(({ by }) => by === null)
  return wholes.map((whole) => {
    const splits = numbers.filter(({ by, subject }) => by !== null && subject.name === whole.subject.name)
    return place(numbersFigure(whole, splits, context), [whole.subject.name])
  })
}

/** The words for a theme: those that the page knows, else the author's own; empty when there is nothing to tell apart. */
function themeTitle(theme: string, text: Translate<ReportMessage>, themes: number): string {
  if (theme === '') return themes > 1 ? text('themeNone') : ''
  return isKnownTheme(theme) ? text(`theme_${theme}`) : theme
}

function isKnownTheme(theme: string): theme is 'access' | 'quality' | 'effect' {
  return theme === 'access' || theme === 'quality' || theme === 'effect'
}

function breakdownResults(
  by: TableSubject,
  tables: readonly ReleasedTable[],
  context: FigureContext,
  place: Place,
): readonly BreakdownResults[] {
  const own = tables.filter((table) => table.by?.name === by.name)
  if (own.length === 0) return []
  const figures = own.filter(isComparisonTable).map((table) => {
    const everybody = tables.find((candidate) => candidate.by === null && candidate.subject.name === table.subject.name)
    return place(comparisonFigure(table, everybody, context), [table.subject.name])
  })
  const others = own.filter((table) => !isComparisonTable(table))
  return [{ id: `differences-${anchor(by.name)}`, by, title: localized(by.label, context), figures, others }]
}

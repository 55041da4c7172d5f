export { accountCountText, accountFigure } from './account-figure.ts'
export { agreementDomain } from './agreement-domain.ts'
export { agreementFigure } from './agreement-figure.ts'
export { agreementGroups, isAgreementTable } from './agreement-groups.ts'
export {
  chartTexts,
  formatNumber,
  intervalText,
  percentText,
  writtenLanguage,
  type ChartMessage,
} from './chart-texts.ts'
export { DEFAULT_CHART_THEME, type ChartTheme } from './chart-theme.ts'
export { comparisonFigure, isComparisonTable, positiveAnswers } from './comparison-figure.ts'
export { crossTable } from './cross-table.ts'
export { distributionFigure } from './distribution-figure.ts'
export { escapeMarkup } from './escape-markup.ts'
export { figureCaption, sumLabel, type CaptionEntry } from './figure-caption.ts'
export type { FigureChartConfig } from './chart-parts.ts'
export { figureToChartConfigs } from './figure-chart-config.ts'
export { figureLabel } from './figure-label.ts'
export { figureSentence } from './figure-sentence.ts'
export { figureLines } from './figure-lines.ts'
export { figureMarks, type FigureMark } from './figure-marks.ts'
export { figureToSvg } from './figure-svg.ts'
export { figureToTable } from './figure-table.ts'
export type { DataTable, TableRow } from './data-table.ts'
export type {
  AccountFigure,
  AccountRow,
  AgreementFigure,
  AgreementRow,
  ComparisonFigure,
  ComparisonRow,
  DistributionFigure,
  DistributionRow,
  Figure,
  RepresentationFigure,
  RepresentationRow,
  ScaleColumn,
  ScaleStep,
  Segment,
  TableCell,
} from './figure.ts'
export type { Domain, HiddenRow, Measured } from './measured.ts'
export type { FigureContext } from './figure-context.ts'
export { localized, singleStop, unstopped } from './localized.ts'
export { numbersFigure, type NumbersFigure, type NumbersRow } from './numbers/numbers-figure.ts'
export { pairTable } from './pair-table.ts'
export { placeOf, plot } from './plot-parts.ts'
export { representationFigure } from './representation-figure.ts'
export { trendFigure, type TrendFigure, type TrendPanel, type TrendRound } from './trend/trend-figure.ts'
export { breaksText, panelLabel, panelSentence } from './trend/trend-sentence.ts'
export { positiveSentence } from './spoken-text.ts'
export { measured, percentOf, wholePercent } from './whole-percent.ts'

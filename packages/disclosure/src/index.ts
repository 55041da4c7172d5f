export type { ReleasedFieldwork } from './fieldwork/beside-earlier.ts'
export { releaseFieldwork } from './fieldwork/release-fieldwork.ts'
export type { ClassRow, ClassTable, Weighing } from './weights/class-table.ts'
export { authoredTextsShape, figureReferenceShape } from './authored-shape.ts'
export { compareAllEditions, compareEditions } from './editions/compare-editions.ts'
export { editionFor } from './edition-for.ts'
export type { Edition } from './editions/edition-system.ts'
export type {
  CellRange,
  CellSystem,
  HidingOutcome,
  HidingTask,
  Protection,
  RangesTask,
  Relation,
  Solving,
  SystemCell,
} from './hiding/cell-system.ts'
export type { Coordinates, TableCell, TableFamily, TableSystem } from './hiding/cells-of-tables.ts'
export { cellsOfTables } from './hiding/cells-of-tables.ts'
export { countsOfPercent, percentLeak } from './hiding/percent-leak.ts'
export type { Solver } from './hiding/load-solver.ts'
export { loadSolver } from './hiding/load-solver.ts'
export type { SolvingLimits } from './hiding/hide.ts'
export { hideCoarsely } from './hiding/hide-coarsely.ts'
export { realRangesOf } from './hiding/ranges.ts'
export { solveHere } from './hiding/solve-here.ts'
export type { GroupPair } from './merges/merge-groups.ts'
export type { MergeSearch, SuggestedMerge } from './merges/suggest-merges.ts'
export { suggestMerges } from './merges/suggest-merges.ts'
export { numbersAsTables } from './numbers/numbers-as-tables.ts'
export type { NumberTable } from './numbers/number-table.ts'
export { hiddenIn, numbersOfPart, partOf } from './part-of.ts'
export type { MadeBy } from './is-same-figure.ts'
export { sameNumbers } from './numbers/same-numbers.ts'
export { isSameFigure } from './is-same-figure.ts'
export type { Basis, Protected } from './protect.ts'
export { protect } from './protect.ts'
export { hiddenInTables } from './record/hidden-in-tables.ts'
export { releaseQuotes } from './release-quotes.ts'
export { reopen } from './reopen.ts'
export { representedGroups } from './represented-groups.ts'
export type { Routing } from './routing.ts'
export { sealPublication } from './seal-publication.ts'
export type { AgreeingFigure } from './text-numbers/agreeing-figures.ts'
export { agreeingFigures } from './text-numbers/agreeing-figures.ts'
export type { FigureValue, ReleasedFigures } from './text-numbers/figure-value.ts'
export { figureValue } from './text-numbers/figure-value.ts'
export { findNumbers } from './text-numbers/find-numbers.ts'
export { mapTexts } from './text-numbers/map-texts.ts'
export type { PlacedNumber } from './text-numbers/place-of-number.ts'
export type { TextsToSettle, TypedLabel } from './text-numbers/settle-texts.ts'
export { numbersToDecide, settleTexts } from './text-numbers/settle-texts.ts'

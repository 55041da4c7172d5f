export type { Grouping } from './columns/picked-rows.ts'
export type { CountedVariable } from './columns/places-of.ts'
export type { Selection } from './columns/selection.ts'
export {
  countSelected,
  isSelected,
  notSelected,
  selectedByAll,
  selectedByAny,
  selectionOf,
} from './columns/selection.ts'
export type { Restriction } from './columns/tally.ts'
export { holm } from './comparisons/holm.ts'
export type { TwoProportionResult, TwoProportions } from './comparisons/two-proportion-test.ts'
export { twoProportionTest } from './comparisons/two-proportion-test.ts'
export { normalDensity, normalDistribution, normalQuantile } from './distributions/normal.ts'
export type { ShareInput } from './intervals/wilson-interval.ts'
export { wilsonInterval } from './intervals/wilson-interval.ts'
export type { Burst, PeriodCount } from './patterns/bursts-in.ts'
export type { RepeatedRows } from './patterns/repeated-rows.ts'
export type { StraightLines } from './patterns/straight-lines.ts'
export type { PatternInput, SuspectPatterns } from './patterns/suspect-patterns.ts'
export { suspectPatterns } from './patterns/suspect-patterns.ts'
export type { ByStratum } from './sampling/allocate-sample.ts'
export { allocateSample } from './sampling/allocate-sample.ts'
export type { DrawPlan, DrawRecord, DrawnPerson, StratumDraw } from './sampling/draw-sample.ts'
export { drawSample } from './sampling/draw-sample.ts'
export type { StratifiedInvitations, StratifiedWish, StratumInvitations } from './sampling/invitations-by-stratum.ts'
export { invitationsByStratum } from './sampling/invitations-by-stratum.ts'
export type { Invitations } from './sampling/invitations-needed.ts'
export { invitationsNeeded } from './sampling/invitations-needed.ts'
export type { Precision, StratumAnswers, WantedPrecision } from './sampling/sample-size.ts'
export { marginOfError, sampleSize, stratifiedMargin } from './sampling/sample-size.ts'
export type { FrameRow } from './sampling/sampling-frame.ts'
export { frameDigest } from './sampling/sampling-frame.ts'
export { scaleScores } from './scale-score.ts'
export type { Frequencies, WeightedFrequencies } from './summaries/frequencies.ts'
export { allFrequencies, crossTabulation, crossTabulations, frequencies } from './summaries/frequencies.ts'

export type { AnswerValue, Answers, CheckedAnswers, Empties, PackedAnswers } from './answers.ts'
export type { Category, Codebook, Variable, VariableType } from './codebook.ts'
export type { Comparison, Condition, Operand } from './condition.ts'
export type { Column, Dataset, MultipleColumn, NumericColumn, SingleColumn, TextColumn } from './dataset.ts'
export { columnOf, variableOf } from './dataset.ts'
export type { EmptyKind, EmptyOptionKind } from './empty.ts'
export { EMPTY_CODES, emptyKindOf } from './empty.ts'
export type { Finding } from './finding.ts'
export { finding, pointer } from './finding.ts'
export type { Json } from './json.ts'
export { canonicalJson, contentHash, textHash } from './json.ts'
export type { LanguageCode, LocalizedText } from './language.ts'
export { directionOf, localize } from './language.ts'
export type { Catalogue, Translate } from './message.ts'
export { translator } from './message.ts'
export type { DisclosurePolicy } from './policy.ts'
export { DEFAULT_POLICY } from './policy.ts'
export type { ProblemCode, ProblemDetails } from './problem.ts'
export { Problem, isProblem, problem, sentenceOf } from './problem.ts'
export { PROBLEM_REGISTRY } from './problem-registry.ts'
export type { DisclosureRecord, Publication, Recipe, ResponseAccount } from './publication.ts'
export type {
  ChoiceQuestion,
  MultipleChoiceQuestion,
  NumberQuestion,
  Option,
  Question,
  Questionnaire,
  Screen,
  SingleChoiceQuestion,
  TextQuestion,
  Tone,
} from './questionnaire.ts'
export { hasOptions } from './questionnaire.ts'
export type { NewResponse, ResponseChannel } from './response.ts'
export type { PublicationSummary, StudySummary, WaveSummary } from './study-summary.ts'
export type { Band, Breakdown, Frame, Organisation, ReportPlan, WaveMode, WaveState } from './study.ts'
export type {
  Base,
  CountTable,
  Group,
  HiddenReason,
  ReleasedCell,
  ReleasedGroup,
  ReleasedTable,
  ShareEstimate,
  TableSubject,
  Verdict,
} from './table.ts'

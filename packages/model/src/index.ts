export type { EditionChange, PublishedChanges } from './accountability/edition-change.ts'
export type { CorrectionReason, EditionCorrection } from './accountability/edition-correction.ts'
export type { PlanPart, PublishedPlan } from './accountability/fixed-plan.ts'
export { PLAN_PARTS } from './accountability/fixed-plan.ts'
export type { FigureRecipe } from './accountability/figure-recipe.ts'
export { numberFigure } from './accountability/figure-recipe.ts'
export type { MethodCode, MethodDetails, MethodNote } from './accountability/method-note.ts'
export { METHOD_CODES } from './accountability/method-note.ts'
export type {
  FieldworkCounts,
  InvitationCount,
  InvitationPart,
  PublishedFieldwork,
} from './accountability/published-fieldwork.ts'
export { INVITATION_PARTS } from './accountability/published-fieldwork.ts'
export type {
  PublishedTrend,
  QuestionOverRounds,
  TrendBreak,
  TrendDifference,
  TrendPoint,
} from './accountability/published-trend.ts'
export type { Representation, RepresentedGroup, RepresentedGroups } from './accountability/represented-groups.ts'
export { answerFinding, answerProblem } from './answer-finding.ts'
export type {
  AnswerParts,
  AnswerValue,
  Answers,
  CheckedAnswers,
  DurationValue,
  Empties,
  PackedAnswers,
  PackedRows,
  Primitive,
} from './answers.ts'
export type { Audience, AudienceSelection, AudienceWords } from './audience.ts'
export { AUDIENCES } from './audience.ts'
export type { Category, Codebook, Variable, VariableSource, VariableType } from './codebook.ts'
export type { Calculation, Clock, Comparison, Condition, FunctionName, Operand } from './condition.ts'
export type {
  Column,
  Dataset,
  DurationColumn,
  MultipleColumn,
  NumericColumn,
  SingleColumn,
  TextColumn,
} from './dataset.ts'
export { columnOf, variableOf } from './dataset.ts'
export type { Contact, ContactPurpose, ContactRoute } from './contact.ts'
export { CONTACT_PURPOSES, CONTACT_ROUTES } from './contact.ts'
export type { EmptyKind, EmptyOptionKind } from './empty.ts'
export { EMPTY_CODES, emptyKindOf } from './empty.ts'
export type {
  EntryChannel,
  EntryDesk,
  EntryField,
  EntryKind,
  EntryOption,
  EntryQuestion,
  EntryScreen,
  EntryStep,
  EntryWave,
  OwnPaperEntry,
  PaperDifference,
  PaperEntryState,
  PaperEntryWay,
  PaperFormState,
  TypedWords,
} from './entry/entry-screen.ts'
export type { PaperMark } from './entry/paper-mark.ts'
export type { AnonymousAccount, ResponseMargins, StratumCodes } from './fieldwork/anonymous-account.ts'
export { anonymousAccount } from './fieldwork/anonymous-account.ts'
export type { Disposition, FieldworkEvent, InvitationRoute } from './fieldwork/disposition.ts'
export { DISPOSITIONS, dispositionOf, isWithdrawn } from './fieldwork/disposition.ts'
export type {
  DispositionCounts,
  FieldworkAccount,
  ResponseRates,
  TracedInvitation,
} from './fieldwork/fieldwork-account.ts'
export { fieldworkAccount, responseRates } from './fieldwork/fieldwork-account.ts'
export type { HelpKind } from './fieldwork/help-kind.ts'
export { HELP_KINDS } from './fieldwork/help-kind.ts'
export type { OfferedChannel, Quotas, WavePlan } from './fieldwork/wave-plan.ts'
export { NO_PLAN, OFFERED_CHANNELS } from './fieldwork/wave-plan.ts'
export type { OtherWay } from './fieldwork/other-way.ts'
export { OTHER_WAYS } from './fieldwork/other-way.ts'
export type { PlaceCount, PlaceSummary, PlaceTotals } from './fieldwork/place-count.ts'
export { summarizePlaces } from './fieldwork/place-count.ts'
export type { Finding } from './finding.ts'
export { finding, pointer } from './finding.ts'
export type { InstrumentGroup, InstrumentSummary } from './instrument-summary.ts'
export type { Json } from './json.ts'
export { canonicalJson, contentHash, textHash } from './json.ts'
export type { HelpLine } from './help-line.ts'
export type { LanguageCode, LocalizedText } from './language.ts'
export { directionOf, localize } from './language.ts'
export type { Catalogue, Translate } from './message.ts'
export { translator } from './message.ts'
export type { Figure, NotComputed, NotComputedReason } from './not-computed.ts'
export { computed, notComputed } from './not-computed.ts'
export type { DisclosurePolicy, PolicyRule } from './policy.ts'
export { DEFAULT_POLICY, POLICY_RULES, raisedPolicy } from './policy.ts'
export type { ProblemCode, ProblemDetails } from './problem.ts'
export { Problem, isProblem, problem, sentenceOf } from './problem.ts'
export { PROBLEM_REGISTRY } from './problem-registry.ts'
export type { SolverFailure } from './problems/publication-problems.ts'
export type {
  ActionState,
  Advice,
  AdviceAnswer,
  AdviceState,
  AuthoredTexts,
  BaseFigure,
  FigureReference,
  NumberFigure,
  NumberDecision,
  PastAction,
  PublishedText,
  ReportTexts,
  TextPart,
} from './authored-texts.ts'
export type { AttackerSum, AttackerTerm, TermColumn, TermRow, TermWords } from './attacker-sum.ts'
export { attackerSumLine } from './attacker-sum.ts'
export type { DisclosureRecord, HiddenFigure, HiddenInTable, HidingMethod } from './disclosure-record.ts'
export type {
  AskedWording,
  Publication,
  PublishedAudience,
  PublishedQuote,
  Recipe,
  RecipeWeights,
  ResponseAccount,
} from './publication.ts'
export type { NumberMeasure, ReleasedMean, ReleasedNumberGroup, ReleasedNumbers } from './publication-numbers.ts'
export {
  WITHDRAWAL_REASONS,
  type PublicationState,
  type Withdrawal,
  type WithdrawalReason,
  type WithdrawnPublication,
} from './publication-state.ts'
export type {
  ChoiceQuestion,
  ConsentKind,
  DateQuestion,
  InputQuestion,
  MatrixQuestion,
  MatrixRow,
  MeasurementLevel,
  MultipleChoiceQuestion,
  MultipleTextQuestion,
  NumberQuestion,
  Option,
  OtherWords,
  PanelDynamicQuestion,
  Question,
  RankingQuestion,
  SignatureQuestion,
  SingleChoiceQuestion,
  TextQuestion,
  Tone,
} from './question.ts'
export { commentKey, CONSENT_KINDS, hasOptions } from './question.ts'
export type {
  CalculatedValue,
  Note,
  Page,
  PageElement,
  Panel,
  Prose,
  Questionnaire,
  Screen,
  Section,
  ShownValue,
  ValueType,
} from './questionnaire.ts'
export type { NewResponse, ResponseChannel, ResponseFlags } from './response.ts'
export { RESPONSE_CHANNELS, modeOf } from './response.ts'
export type { LegalHold, PublicationTombstone, RetentionSummary, RetentionTerms, RunningTerm } from './retention.ts'
export { DEFAULT_RETENTION, LONGEST_RETENTION, dayAfterMonths } from './retention.ts'
export type { Duration, DurationUnit, Scale, ScoreMethod } from './score.ts'
export { DAYS_OF } from './score.ts'
export { isCompared, isPairs } from './planned-comparisons.ts'
export type { PublicationSummary, StudySummary, WaveSummary } from './study-summary.ts'
export type {
  AnswerMode,
  Band,
  Breakdown,
  Frame,
  Merge,
  Organisation,
  PlanBasis,
  PlanComparisons,
  PurposeLimitKind,
  ReportPlan,
  WaveMode,
  WaveState,
} from './study.ts'
export { breakdownName } from './study.ts'
export type {
  Base,
  CountTable,
  Group,
  HiddenReason,
  ReleasedCell,
  ReleasedGroup,
  ReleasedTable,
  ShareEstimate,
  Split,
  TableSubject,
  Verdict,
} from './table.ts'
export type { LanguageReview, Review, ReviewOf, TextRelease, TranslatedText } from './text-review.ts'
export { MAKERS_LANGUAGES, releaseOf, reviewLanguage, reviewsFrom } from './text-review.ts'
export type { PatternStep, Validator } from './validator.ts'
export type { ApprovalSetting, ApprovalState, ApprovalStep } from './staff/approval.ts'
export { approvalState, needsApproval } from './staff/approval.ts'
export type { AuditAction } from './staff/audit-action.ts'
export { AUDIT_ACTIONS } from './staff/audit-action.ts'
export type { Membership, Role } from './staff/role.ts'
export { ROLES, ROLES_THAT_SEE_ANSWERS, coversOrganisation, isRole } from './staff/role.ts'

import { STATUS_CODES } from 'node:http'
import { isProblem, problem, type Finding, type Problem, type ProblemCode } from '@klankbord/model'
import { RefusedRequest } from './refused-request.ts'

/** The HTTP status of each problem that can reach a client. Any other problem is a fault of ours: 500. */
export const STATUS_OF_PROBLEM: Readonly<Partial<Record<ProblemCode, number>>> = {
  unknownWave: 404,
  unknownStudy: 404,
  unknownInstrument: 422,
  unknownPublication: 404,
  unknownAddress: 404,
  unknownMail: 404,
  unknownWithdrawalCode: 404,
  waveClosed: 410,
  waveSealed: 410,
  waveNotOpenYet: 403,
  quotaFull: 410,
  waveDaysRefused: 422,
  resultsDayRefused: 422,
  waveLanguageRefused: 422,
  languageBarelyWritten: 422,
  quotaVariableRefused: 422,
  quotaAnswerUnknown: 422,
  quotaTooSmall: 422,
  wavePlanFixed: 409,
  waveIsTryOut: 409,
  accessCodeRefused: 403,
  waveHasNoCodes: 409,
  serverBusy: 503,
  importWithoutCodes: 409,
  responseWithdrawn: 410,
  publicationWithdrawn: 410,
  answersDeleted: 409,
  earlierEditionRemoved: 409,
  noVersionYet: 409,
  responseConflict: 409,
  staleDraft: 409,
  draftLocked: 409,
  unknownDraft: 404,
  channelNotOffered: 409,
  paperFormTaken: 409,
  paperFormStored: 409,
  paperFormUnnamed: 422,
  paperFormChanged: 409,
  paperEntryClosed: 409,
  unknownMark: 422,
  addressTaken: 409,
  staleRevision: 409,
  publicationExists: 409,
  readersNotPossible: 409,
  embargoRefused: 422,
  withdrawalWithoutWords: 422,
  withdrawalWithNumber: 422,
  correctionWithoutWords: 422,
  correctionWithNumber: 422,
  nothingToCorrect: 409,
  nothingAdded: 409,
  planTooLate: 409,
  audienceNotUsable: 422,
  draftOutdated: 409,
  tooFewResponses: 409,
  studyHeld: 409,
  alreadyHeld: 409,
  notHeld: 409,
  tooFewToRead: 409,
  tooFewToAnalyse: 409,
  conditionTellsOfFew: 409,
  weightsTellOfFew: 409,
  tooManyFigures: 413,
  questionNotAnalysable: 422,
  targetTwice: 422,
  roundsOutOfRange: 422,
  conditionNotUsable: 422,
  marginWithoutTotal: 422,
  marginWithoutPeople: 422,
  marginsDisagree: 422,
  marginsNotReachable: 422,
  marginNotReached: 422,
  trimmingOutOfRange: 422,
  unknownResponse: 404,
  notAnOpenAnswer: 404,
  answerChanged: 409,
  stretchNotUsable: 422,
  notToBeQuoted: 409,
  quoteNotInAnswer: 422,
  unknownQuote: 404,
  quoteDecided: 409,
  quoteOfYourOwn: 403,
  unknownComment: 404,
  solverFailed: 503,
  policyNotUsable: 422,
  policyLowered: 409,
  editionTooClose: 409,
  basisChanged: 409,
  editionsNotComparable: 409,
  textNumberOpen: 409,
  textNumberHidden: 409,
  textFigureUnknown: 409,
  textNumberDiffers: 409,
  textTargetUnknown: 409,
  textsMalformed: 422,
  editionUnchanged: 409,
  disclosureUnsafe: 409,
  populationTooSmall: 409,
  populationQuestionOpen: 422,
  frameEmpty: 409,
  codesNotMade: 409,
  sampleDrawn: 409,
  nothingToUndo: 409,
  accountUnbalanced: 409,
  unknownInvitation: 422,
  unknownFormRequest: 404,
  listRefused: 422,
  unknownListColumn: 422,
  stratumTooSmall: 409,
  fractionOutOfRange: 422,
  levelOutOfRange: 422,
  peopleNotCountable: 422,
  unknownStratum: 422,
  stratumForgotten: 422,
  frameIdsRepeated: 422,
  seedMissing: 422,
  planFitsNothing: 422,
  purposeLimitBroken: 422,
  questionNotPublishable: 422,
  numberNotPublishable: 422,
  breakdownNotUsable: 422,
  unknownVariable: 422,
  plannedNotStored: 422,
  duplicateInPlan: 422,
  bandsOverlap: 422,
  mergesOverlap: 422,
  crossingNotUsable: 422,
  targetsUnknown: 422,
  breakdownsDoNotNest: 422,
  unknownVersion: 404,
  unknownScreen: 422,
  unknownTopic: 422,
  addressNotUsable: 422,
  valueNotStorable: 422,
  invalidId: 400,
  malformedBody: 400,
  bodyCutShort: 400,
  requestNotUsable: 400,
  wrongContentType: 415,
  bodyTooLarge: 413,
  bodyRefused: 422,
  answersRefused: 422,
  definitionRefused: 422,
  needsRichRunner: 422,
  languageNotReleased: 422,
  methodNotAllowed: 405,
  tooManyRequests: 429,
  notSignedIn: 401,
  signInRefused: 401,
  passwordRefused: 401,
  secondFactorRefused: 401,
  secondFactorNeeded: 403,
  passwordTooShort: 422,
  passwordTooLong: 422,
  emailTaken: 409,
  emailMissing: 409,
  notAllowed: 403,
  unknownOrganisation: 404,
  unknownProgramme: 404,
  unknownMember: 404,
  approvalNeeded: 409,
  approvalNotAsked: 409,
  partNotUsable: 422,
  partVariableDiffers: 409,
  notSharedWith: 404,
  lastAdministrator: 409,
  signOnNotConfigured: 404,
  signOnRefused: 403,
  foreignOrigin: 403,
  databaseUnavailable: 503,
}

/** What a client is told: RFC 9457, with the code of the registry and its typed details. */
export interface ProblemDocument {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: ProblemCode
  readonly detail: string
  readonly details: unknown
  readonly findings?: readonly Finding[]
}

/** A failure as it is told: the document and the headers that go with it. */
export interface ToldFailure {
  readonly document: ProblemDocument
  readonly headers: Readonly<Record<string, string>>
}

const RETRY_SECONDS = 5

/**
 * Turns anything thrown into what a client may know. Unknown errors tell nothing of what is inside.
 *
 * @example tellFailure(problem('unknownWave', { wave: 'x' })).document.status // 404
 */
export function tellFailure(error: unknown): ToldFailure {
  const { told, findings } = problemOf(error)
  const status = STATUS_OF_PROBLEM[told.code] ?? 500
  return {
    document: {
      type: `urn:klankbord:problem:${told.code}`,
      title: STATUS_CODES[status] ?? 'Problem',
      status,
      code: told.code,
      detail: told.message,
      details: told.details,
      ...(findings.length > 0 ? { findings } : {}),
    },
    headers: headersOf(told),
  }
}

function problemOf(error: unknown): { told: Problem; findings: readonly Finding[] } {
  if (error instanceof RefusedRequest) return { told: error.problem, findings: error.findings }
  if (isProblem(error) && STATUS_OF_PROBLEM[error.code] !== undefined) return { told: error, findings: [] }
  return { told: problem('internalError', {}), findings: [] }
}

function headersOf(told: Problem): Record<string, string> {
  if (isProblem(told, 'tooManyRequests')) return { 'Retry-After': String(told.details.seconds) }
  if (isProblem(told, 'methodNotAllowed')) return { Allow: told.details.allowed.join(', ') }
  return told.code === 'databaseUnavailable' || told.code === 'serverBusy'
    ? { 'Retry-After': String(RETRY_SECONDS) }
    : {}
}

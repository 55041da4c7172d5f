export type { Database, DatabaseOptions } from './database.ts'
export { openDatabase } from './database.ts'
export type { Draft } from './drafts.ts'
export { deleteDraft, deleteOldDrafts, findDraft, saveDraft } from './drafts.ts'
export { isUuid } from './is-uuid.ts'
export { migrate } from './migrate.ts'
export type { DataFolderLock } from './postgres/lock-data-folder.ts'
export { lockDataFolder } from './postgres/lock-data-folder.ts'
export type { EmbeddedPostgres, EmbeddedPostgresOptions } from './postgres/start-embedded-postgres.ts'
export { startEmbeddedPostgres } from './postgres/start-embedded-postgres.ts'
export { makeFolder } from './postgres/make-folder.ts'
export type { PublicationSummary, StoredPublication } from './publications.ts'
export { findPublication, listPublications, savePublication, setPublicationState } from './publications.ts'
export {
  channelsOf,
  countResponses,
  countResponsesByWave,
  readAnswers,
  readPacked,
  weekRange,
} from './read-responses.ts'
export type { PublicationState, Schema } from './schema.ts'
export {
  createSession,
  createSignInLink,
  deleteExpiredSessions,
  endSession,
  findSession,
  redeemSignInLink,
} from './sessions.ts'
export type { BatchOutcome, ResponsePlace, StoreManyOptions, StoreOutcome } from './store-responses.ts'
export { storeResponse, storeResponses } from './store-responses.ts'
export type { NewStudy, Study } from './studies.ts'
export {
  createStudy,
  findStudy,
  listStudies,
  markStudyTryOut,
  saveDefinition,
  savePeople,
  savePlan,
} from './studies.ts'
export { addTextReleases, listTextReleases } from './text-releases.ts'
export type { User } from './users.ts'
export { createUser, listUsers } from './users.ts'
export type { Version } from './versions.ts'
export { findVersion, listVersions, publishVersion } from './versions.ts'
export type { NewWave, Wave, WaveReference } from './waves.ts'
export { closeWave, findWave, findWaveByAddress, listWaves, openWave } from './waves.ts'
export { deleteOldWithdrawals, isStored, isWithdrawn, withdrawResponse } from './withdraw-response.ts'

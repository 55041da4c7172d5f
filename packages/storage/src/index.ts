export type { AccessCodeCount, AccessCodeGroup, AccessCodeState, NewAccessCode } from './access-codes.ts'
export { accessCodeState, addAccessCodes, countAccessCodes } from './access-codes.ts'
export type { Backup, NewBackup } from './backup/backups.ts'
export { addBackup, forgetBackup, hasBackupList, listBackups } from './backup/backups.ts'
export { knownKey, rememberKey, replaceKey } from './backup/known-key.ts'
export type { BackupFacts, Manifest, UnsealedBatch } from './backup/manifest.ts'
export type { Restored, RestoreRequest } from './backup/restore-backup.ts'
export { restoreBackup } from './backup/restore-backup.ts'
export type { TableDigest } from './backup/row-digest.ts'
export { sameRows } from './backup/row-digest.ts'
export type { BackupRequest, WrittenBackup } from './backup/write-backup.ts'
export { writeBackup } from './backup/write-backup.ts'
export type { RandomBytes } from './contacts/contact-cipher.ts'
export type { ContactGroup, StoredContact } from './contacts/contacts.ts'
export { addContactMixed } from './contacts/add-contact-mixed.ts'
export { addContacts, countContacts, hasContacts, readContacts } from './contacts/contacts.ts'
export type { ErasedContacts } from './contacts/erase-contacts.ts'
export { deliverErasures, eraseContacts } from './contacts/erase-contacts.ts'
export type { ContactStore } from './contacts/study-key.ts'
export type { PackedPlace, PackedSink, ReadMark } from './copy-packed.ts'
export { copyPacked } from './copy-packed.ts'
export type { Database, DatabaseOptions } from './database.ts'
export { openDatabase } from './database.ts'
export type { Draft, KeptDraft, SealedDraft } from './drafts.ts'
export {
  eraseDraft,
  deleteOldDrafts,
  findDraft,
  findDraftOfWords,
  isSealed,
  LAST_REVISION,
  saveDraft,
} from './drafts.ts'
export type { DataFault } from './examine/data-faults.ts'
export { dataFaults } from './examine/data-faults.ts'
export type { IndexFaults } from './examine/index-faults.ts'
export { indexFaults } from './examine/index-faults.ts'
export type { MigrationState, ServerFacts } from './examine/server-facts.ts'
export { migrationState, serverFacts } from './examine/server-facts.ts'
export { noteCodeOutcomes } from './fieldwork/code-outcomes.ts'
export type { CodeOutcome, RequestedForm } from './fieldwork/fieldwork-tables.ts'
export type { InvitationEvent, NotedEvent } from './fieldwork/fieldwork-events.ts'
export { addFieldworkEvents, eventsOf, eventsOfInvitation } from './fieldwork/fieldwork-events.ts'
export type { FormRequest, NewFormRequest } from './fieldwork/form-requests.ts'
export {
  addFormRequest,
  countFormRequests,
  countWaitingRequests,
  formRequestDone,
  listFormRequests,
} from './fieldwork/form-requests.ts'
export type { FramePerson, NewFramePerson } from './fieldwork/frame-people.ts'
export { addFramePeople, listFramePeople } from './fieldwork/frame-people.ts'
export type { Invitation, Invitee, NewInvitation } from './fieldwork/invitations.ts'
export {
  addInvitations,
  inviteesOf,
  keepInvitationCodes,
  listInvitations,
  readInvitationCodes,
} from './fieldwork/invitations.ts'
export type { InvitedMark } from './fieldwork/invited-marks.ts'
export { addInvitedMarks, marksInvitedSince } from './fieldwork/invited-marks.ts'
export { addPlaceCount, listPlaceCounts } from './fieldwork/place-counts.ts'
export { responsesByWeek } from './fieldwork/responses-by-week.ts'
export type { RoundedStratum, WaveAccount } from './fieldwork/wave-account.ts'
export { waveAccount } from './fieldwork/wave-account.ts'
export type { WaveFrame } from './fieldwork/wave-frames.ts'
export { addWaveFrame, listWaveFrames } from './fieldwork/wave-frames.ts'
export type { FlagCount, FlaggedAnswer } from './flagged-responses.ts'
export { countFlags, listFlagged } from './flagged-responses.ts'
export { isUuid } from './is-uuid.ts'
export { migrate, MIGRATION_NAMES } from './migrate.ts'
export type { Look, LookedAt } from './look.ts'
export { addLook, listLooks } from './looks.ts'
export type { StoredReportWords } from './report-words.ts'
export { findReportWords, saveReportWords } from './report-words.ts'
export type { ReportWords } from './schema.ts'
export type { ClaimTime } from './outbox/claim-message.ts'
export { claimMessage, settleMessage, studiesWithMail } from './outbox/claim-message.ts'
export type { MailText, MessageOutcome } from './outbox/mail-text.ts'
export type { Message, MessagePlace, NewMessage, OpenedMessage } from './outbox/messages.ts'
export { countMessages, queueMessages, readMessage, readUnsent, waitingInvitations } from './outbox/messages.ts'
export type { MessageKind, MessageState } from './outbox/outbox-tables.ts'
export type { StaffMailStore, StaffMessage } from './outbox/staff-messages.ts'
export {
  claimStaffMessage,
  forgetStaffMessages,
  listStaffMessages,
  queueStaffMessage,
  settleStaffMessage,
  staffMailWaits,
  staffMessageStates,
} from './outbox/staff-messages.ts'
export type { PaperDecision, PaperEntry, PaperForm } from './paper/paper-entries.ts'
export {
  deletePaperEntry,
  enterPaperForm,
  findPaperEntryWay,
  ownPaperEntries,
  paperEntriesOf,
  savePaperEntryWay,
} from './paper/paper-entries.ts'
export { openPaper, sealPaper } from './paper/paper-cipher.ts'
export type { DataFolderLock } from './postgres/lock-data-folder.ts'
export { lockDataFolder } from './postgres/lock-data-folder.ts'
export type { EmbeddedPostgres, EmbeddedPostgresOptions } from './postgres/start-embedded-postgres.ts'
export { startEmbeddedPostgres } from './postgres/start-embedded-postgres.ts'
export { makeFolder } from './postgres/make-folder.ts'
export type { FixedPlan, NewFixedPlan } from './fixed-plans.ts'
export { addFixedPlan, listFixedPlans } from './fixed-plans.ts'
export type { NewPublication, PublicationChange, PublicationSummary, StoredPublication } from './publications.ts'
export { findPublication, listPublications, savePublications, setPublicationState } from './publications.ts'
export {
  channelsOf,
  countByChannel,
  countResponses,
  countResponsesByWave,
  readAnswers,
  weekRange,
} from './read-responses.ts'
export { clearDeadRows } from './retention/clear-dead-rows.ts'
export type { CollectionEnd } from './retention/collection-end.ts'
export { collectionEnd } from './retention/collection-end.ts'
export type { KeptRows } from './retention/delete-answers.ts'
export { ANSWER_TABLES, countKeptRows, deleteAnswers } from './retention/delete-answers.ts'
export type { BrokenChain, DeletedKind, Deletion, DeletionNotice, DeletionReason } from './retention/deletion.ts'
export { checkDeletions, idsDigest } from './retention/deletion.ts'
export type { DeletionProof } from './retention/deletions.ts'
export { addDeletions, answersDeletedOn, CONTACT_TABLES, deletionProof } from './retention/deletions.ts'
export type { PastHold } from './retention/legal-holds.ts'
export { deletingFrom, findHold, holdStudy, listHolds, releaseStudy } from './retention/legal-holds.ts'
export { listStandingPublications, removePublication } from './retention/remove-publication.ts'
export { findOwnTerms, findRetentionTerms, saveRetentionTerms } from './retention/retention-terms.ts'
export type { Clearing } from './sealing/clearings.ts'
export { clearingsDone, dueClearings } from './sealing/clearings.ts'
export { countSealedPortions } from './sealing/count-sealed-portions.ts'
export { countWaiting } from './sealing/count-waiting.ts'
export type { LogHolder, RemovedLog } from './sealing/remove-log.ts'
export { removeLog } from './sealing/remove-log.ts'
export type { SealedPortion, SealOptions } from './sealing/seal-wave.ts'
export { sealWave } from './sealing/seal-wave.ts'
export type { WaveToSeal } from './sealing/waves-to-seal.ts'
export { wavesToSeal } from './sealing/waves-to-seal.ts'
export type { SealingStep } from './sealing/sealing-step.ts'
export type { Schema } from './schema.ts'
export {
  addApprovalStep,
  approvalSettings,
  countApprovers,
  listApprovalSteps,
  setApprovalNeeded,
} from './staff/approvals.ts'
export type { NewComment, StudyComment } from './single-answers/comments.ts'
export { addComment, listComments, resolveComment } from './single-answers/comments.ts'
export type { QuoteState } from './single-answers/quote-state.ts'
export type { NewQuote, Quote, QuoteDecision, StaffName } from './single-answers/quotes.ts'
export { decideQuote, listQuotes, proposeQuote, releasedQuotes } from './single-answers/quotes.ts'
export type { SingleAnswers, Stretch } from './single-answers/read-single-answers.ts'
export { eachSingleAnswers, findSingleAnswers, readSingleAnswers } from './single-answers/read-single-answers.ts'
export type { RedactedResponse, Redaction } from './single-answers/redactions.ts'
export { holdForRedaction, listRedactions, redactResponse } from './single-answers/redactions.ts'
export type { AuditEntry, AuditFault, AuditNotice } from './staff/audit-log.ts'
export { addAuditEntry, checkAuditLog, readAuditLog, sawWave, wasAudited } from './staff/audit-log.ts'
export {
  clearFailedSignIns,
  countFailedSignIn,
  isLockedOut,
  markSecondFactor,
  pendingSignIn,
} from './staff/lock-out.ts'
export type { HeldMembership } from './staff/memberships.ts'
export { addMembership, membersOf, membershipsOf, removeMembership } from './staff/memberships.ts'
export type { StaffOrganisation } from './staff/organisations.ts'
export { listOrganisations, organisationNamed } from './staff/organisations.ts'
export type { Programme, ProgrammeOfStudies } from './staff/programmes.ts'
export { listProgrammes, moveStudy, programmeNamed } from './staff/programmes.ts'
export { createSignInLink, deleteExpiredSessions, redeemSignInLink } from './staff/sign-in-links.ts'
export type { StaffInvitation } from './staff/staff-invitations.ts'
export {
  acceptStaffInvitation,
  createStaffInvitation,
  findStaffInvitation,
  openStaffInvitations,
  withdrawStaffInvitation,
} from './staff/staff-invitations.ts'
export type { StudyOrganisation, StudyPart } from './staff/study-organisations.ts'
export { shareStudy, stopSharing, studyOrganisations } from './staff/study-organisations.ts'
export type { User } from './staff/users.ts'
export {
  createUser,
  findUser,
  findUserByEmail,
  hasPassword,
  listUsers,
  renameUser,
  resetAccess,
} from './staff/users.ts'
export type { Arrival, BatchOutcome, ResponsePlace, StoreOutcome } from './storing/arrival.ts'
export type { StoredUnder } from './storing/find-stored.ts'
export { findStored } from './storing/find-stored.ts'
export type { ResponseWriter, ResponseWriterOptions } from './storing/response-writer.ts'
export { responseWriter } from './storing/response-writer.ts'
export { storeResponse, storeResponses } from './storing/store-responses.ts'
export type { NewStudy, Study } from './studies.ts'
export {
  createStudy,
  findStudy,
  listStudies,
  markStudyTryOut,
  saveDefinition,
  raiseStudyPolicy,
  saveHelpPhone,
  savePeople,
  savePlan,
} from './studies.ts'
export { addTextReleases, listTextReleases } from './text-releases.ts'
export type { Version } from './versions.ts'
export { findVersion, listVersions, publishVersion } from './versions.ts'
export type { PlacesTaken } from './places-taken.ts'
export { placesTaken } from './places-taken.ts'
export { dueTryOuts, eraseTryOut, forgetAskedInTryOut, TABLES_OF_A_WAVE } from './retention/erase-try-out.ts'
export type { WaveChanges } from './wave-plans.ts'
export { changeWave, closeDueWaves } from './wave-plans.ts'
export type { NewWave, Wave, WaveReference } from './waves.ts'
export { findTypedAddress } from './wave-addresses.ts'
export { closeWave, findWave, findWaveByAddress, listWaves, openWave } from './waves.ts'
export { deleteOldWithdrawals, isStored, withdrawResponse } from './withdraw-response.ts'

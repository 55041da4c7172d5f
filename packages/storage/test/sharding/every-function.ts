import { randomUUID } from 'node:crypto'
import type { PublicationTombstone } from '@klankbord/model'
import { samplePublication } from '@klankbord/testing/sample-publication'
import type * as Storage from '@klankbord/storage'
import type { Arrival, Database, DeletionNotice, ResponsePlace } from '@klankbord/storage'
import { aContact, aContactStore } from '../contacts/address-book.ts'
import { anArrival, aQuestionnaire, aResponse } from '../fieldwork.ts'

type Db = Database['db']
const TODAY = '2026-05-01'
const SAID = { why: 'erased', by: 'Fatima', on: TODAY } as const

/** Goes through the life of a study with every function of storage that is about studies. */
export async function livesThrough(s: typeof Storage, db: Db): Promise<void> {
  const places = await begins(s, db)
  await collects(s, db, places)
  await seals(s, db, places.anonymous)
  await reads(s, db, places.open)
  await readsSingleAnswers(s, db, places.open)
  await publishes(s, db, places.open)
  await asksPeople(s, db, places)
  await keepsContacts(s, db, places.open.studyId)
  await lastsAndEnds(s, db, places)
}

interface Places {
  readonly open: ResponsePlace
  readonly anonymous: ResponsePlace
  readonly confidential: ResponsePlace
}

async function begins(s: typeof Storage, db: Db): Promise<Places> {
  const { id } = await s.createStudy(db, {
    title: { nl: 'Voorbeeld' },
    organisation: { name: 'Voorbeeldstad' },
    sample: true,
    tryOut: false,
    definitionText: '{}',
    plan: { questions: [], breakdowns: [] },
  })
  await s.findStudy(db, id)
  await s.listStudies(db)
  await s.saveDefinition(db, id, { text: '{ }', revision: 1 })
  await s.savePlan(db, id, { questions: [], breakdowns: [] })
  await s.savePeople(db, id, 12)
  await s.saveHelpPhone(db, id, '0612345678')
  await s.raiseStudyPolicy(db, id, { leastGroup: 15 })
  await s.saveReportWords(db, id, { authored: {}, decisions: [], revision: 0 })
  await s.findReportWords(db, id)
  await s.markStudyTryOut(db, id)
  const council = await s.organisationNamed(db, 'Raad')
  await s.shareStudy(db, id, council.id, { variable: 'area', value: 1 })
  await s.studyOrganisations(db, id)
  const programme = await s.programmeNamed(db, council.id, 'Elk jaar')
  await s.listProgrammes(db, council.id)
  await s.moveStudy(db, id, programme.id)
  await s.stopSharing(db, id, council.id)
  const { version } = await s.publishVersion(db, id, { questionnaire: aQuestionnaire(), definition: '{}' })
  await s.publishVersion(db, id, { questionnaire: aQuestionnaire('Anders'), definition: '{}' })
  await s.findVersion(db, id, version)
  await s.listVersions(db, id)
  await approves(s, db, { studyId: id, version, organisationId: council.id })
  const opened = async (mode: 'open' | 'codeAnonymous' | 'codeConfidential'): Promise<ResponsePlace> => {
    const wave = await s.openWave(db, id, { title: { nl: 'Ronde' }, version, mode, frame: null, portion: 1 })
    await s.findWaveByAddress(db, wave.address)
    await s.findTypedAddress(db, wave.address)
    return { studyId: id, waveId: wave.id, version }
  }
  return {
    open: await opened('open'),
    anonymous: await opened('codeAnonymous'),
    confidential: await opened('codeConfidential'),
  }
}

const codeOf = (n: number): string => String(n).padStart(64, 'c')

/** Somebody who can withdraw, with a code of their own. */
function somebody(place: ResponsePlace, n: number, code: string | null = null): Arrival {
  const flags = { q3: ['phoneNumber'] } as never
  return anArrival(place, { ...aResponse(n), withdrawalHash: `w${n}`, flags }, { codeHash: code })
}

async function approves(
  s: typeof Storage,
  db: Db,
  asked: { readonly studyId: string; readonly version: number; readonly organisationId: string },
): Promise<void> {
  const { studyId, version, organisationId } = asked
  const step = { version, versionHash: 'h', by: { id: null, name: '' }, at: new Date(0), remark: '' } as const
  await s.addApprovalStep(db, studyId, { ...step, kind: 'asked', organisationId: null })
  await s.addApprovalStep(db, studyId, { ...step, kind: 'agreed', organisationId })
  await s.listApprovalSteps(db, studyId)
  await s.setApprovalNeeded(db, studyId, organisationId, true)
  await s.setApprovalNeeded(db, studyId, organisationId, null)
  await s.approvalSettings(db, studyId)
  await s.countApprovers(db, studyId, [organisationId])
}

async function collects(s: typeof Storage, db: Db, { open, anonymous, confidential }: Places): Promise<void> {
  for (const place of [anonymous, confidential]) {
    await s.addAccessCodes(
      db,
      place,
      [1, 2, 3, 4, 5].map((n) => ({ codeHash: codeOf(n), stratum: 'Oost' })),
    )
    await s.accessCodeState(db, place, codeOf(1))
    await s.countAccessCodes(db, place)
  }
  const draft = { id: aResponse(1).id, answers: {}, revision: 1, language: 'nl', asked: [] }
  await s.saveDraft(db, open, draft)
  await s.findDraft(db, open, draft.id)
  await s.saveDraft(db, open, { id: draft.id, revision: 2, wordsHash: 'words', sealed: 'sealed' })
  const under = await s.findDraftOfWords(db, open, 'words')
  if (under === null || !s.isSealed(under)) throw new Error('not kept under words')
  await s.storeResponse(db, somebody(open, 1))
  await s.saveDraft(db, open, { ...draft, revision: 3 })
  await s.eraseDraft(db, open, draft.id)
  await s.storeResponses(db, [somebody(open, 1), somebody(open, 2), somebody(open, 9, codeOf(1))])
  const refused = [somebody(anonymous, 8, codeOf(8)), somebody({ ...open, waveId: randomUUID() }, 8)]
  await s.storeResponses(db, refused)
  await s.responseWriter(db).write(somebody(anonymous, 11, codeOf(1)))
  await s.responseWriter(db).write(somebody(confidential, 12, codeOf(1)))
  await s.findStored(db, open, aResponse(1).id)
  await s.isStored(db, open, { id: aResponse(1).id, withdrawalHash: 'w1' })
  await s.withdrawResponse(db, open, 'w2')
  await typesPaper(s, db, open)
  await s.deleteOldDrafts(db, '2026-W01')
  await s.deleteOldWithdrawals(db, '2026-W01')
}

/** Once by one person, then by another, who agrees; and once more, to be taken back. */
async function typesPaper(s: typeof Storage, db: Db, place: ResponsePlace): Promise<void> {
  const form = { ...place, formHash: codeOf(1) }
  const [first, second] = [randomUUID(), randomUUID()]
  const random = (count: number): Uint8Array => new Uint8Array(count)
  const sealed = s.sealPaper({}, new Uint8Array(32), form, first, random)
  s.openPaper(sealed, new Uint8Array(32), form, first)
  await s.findPaperEntryWay(db, place)
  await s.savePaperEntryWay(db, place, 'double')
  const kept = { keep: 'differs', sealed } as const
  for (const typist of [first, second, second]) await s.enterPaperForm(db, form, typist, async () => kept)
  await s.paperEntriesOf(db, form)
  for (const { id } of await s.ownPaperEntries(db, place.studyId, first))
    await s.deletePaperEntry(db, place, { id, enteredBy: first })
  await s.enterPaperForm(db, form, second, async () => ({ store: somebody(place, 15) }))
}

async function seals(s: typeof Storage, db: Db, wave: ResponsePlace): Promise<void> {
  await s.wavesToSeal(db, TODAY)
  await s.countSealedPortions(db)
  await s.countWaiting(db, wave)
  await s.sealWave(db, wave, { today: TODAY, final: false })
  await s.storeResponse(db, somebody(wave, 13, codeOf(3)))
  await s.sealWave(db, wave, { today: TODAY, final: false })
  await s.storeResponse(db, somebody(wave, 14, codeOf(4)))
  await s.changeWave(db, wave, { frame: null })
  await s.closeDueWaves(db, TODAY)
  await s.closeWave(db, wave, TODAY)
  await s.sealWave(db, wave, { today: TODAY, final: true })
  await s.countAccessCodes(db, wave)
  await s.clearingsDone(db, await s.dueClearings(db))
}

async function reads(s: typeof Storage, db: Db, place: ResponsePlace): Promise<void> {
  const { studyId, waveId, version } = place
  await s.findWave(db, place)
  await s.listWaves(db, studyId)
  await s.countResponses(db, studyId, waveId, version)
  await s.countResponsesByWave(db, studyId)
  await s.channelsOf(db, place)
  await s.countByChannel(db, place)
  await s.weekRange(db, studyId, waveId)
  await s.countFlags(db, place)
  await s.listFlagged(db, place)
  await s.addLook(db, place, { what: 'responses', responses: 1, purpose: 'Controle', by: 'Bram', on: TODAY })
  await s.listLooks(db, studyId)
  const into = { restart: () => undefined, add: () => undefined }
  const mark = await s.copyPacked(db, place, { slots: 3, numbers: 1 }, null, into)
  await s.copyPacked(db, place, { slots: 3, numbers: 1 }, mark, into)
  await readOut(s.readAnswers(db, studyId, waveId, version))
}

async function readOut(rows: AsyncGenerator<unknown, void>): Promise<void> {
  while ((await rows.next()).done !== true) continue
}

async function readsSingleAnswers(s: typeof Storage, db: Db, place: ResponsePlace): Promise<void> {
  const { studyId } = place
  const by = { id: randomUUID(), name: 'Bram' }
  await s.readSingleAnswers(db, place, { after: aResponse(0).id, most: 10, flaggedOnly: true })
  await readOut(s.eachSingleAnswers(db, place))
  const { id } = aResponse(1)
  await s.findSingleAnswers(db, place, id)
  const quote = await s.proposeQuote(db, { ...place, responseId: id, variable: 'q3', text: 'Fijn', by, on: TODAY })
  await s.decideQuote(db, studyId, quote, { state: 'released', by: { id: randomUUID(), name: 'Ans' }, on: TODAY })
  await s.listQuotes(db, studyId)
  await s.releasedQuotes(db, place)
  await s.deletingFrom(db, studyId, async (trx) => {
    await s.holdForRedaction(trx, place)
    const said = { variable: 'q3', whole: true, why: 'Een naam', by: 'Bram', on: TODAY }
    await s.redactResponse(trx, place, { id, answers: {}, flags: {} }, said)
  })
  await s.listRedactions(db, studyId)
  const comment = await s.addComment(db, studyId, { place: '/pages/0', text: 'Langer', by, at: new Date(TODAY) })
  await s.listComments(db, studyId)
  await s.resolveComment(db, studyId, comment.id, { by: 'Bram', on: TODAY })
}

async function publishes(s: typeof Storage, db: Db, place: ResponsePlace): Promise<void> {
  const fixed = { plan: { questions: ['t1'], breakdowns: [] }, beforeResults: true, by: 'Ans', on: TODAY }
  await s.addFixedPlan(db, place, fixed)
  await s.listFixedPlans(db, place)
  const publication = samplePublication({ id: `resultaat-${place.waveId}`, publishedOn: TODAY })
  await s.savePublications(db, place, [{ publication }])
  await s.savePublications(db, place, [{ publication }])
  await s.findPublication(db, publication.id)
  await s.listPublications(db, place.studyId)
  await s.listStandingPublications(db, place.studyId)
  await s.setPublicationState(db, place.studyId, publication.id, { state: 'withdrawn', on: TODAY })
  await s.deletingFrom(db, place.studyId, async (trx) => {
    const tombstone = { id: publication.id, hash: 'h' } as PublicationTombstone
    await s.removePublication(trx, place.studyId, tombstone, SAID)
  })
}

async function asksPeople(s: typeof Storage, db: Db, { open, anonymous, confidential }: Places): Promise<void> {
  const store = aContactStore(db)
  const { studyId } = confidential
  await s.addFramePeople(store, confidential, [
    { contact: aContact(7), stratum: 'Oost', household: null, excluded: null },
  ])
  const [person] = await s.listFramePeople(db, confidential)
  const drawn = { personId: person?.personId ?? '', stratum: 'Oost', probability: 1 }
  await s.addInvitations(db, confidential, [drawn])
  await s.addWaveFrame(db, confidential, { number: 1, drawnOn: TODAY, record: {} })
  await s.listWaveFrames(db, confidential)
  const [invitation] = await s.listInvitations(db, confidential)
  const invitationId = invitation?.id ?? ''
  await s.keepInvitationCodes(store, confidential, new Map([[invitationId, 'K7MD93XWPN']]))
  await s.readInvitationCodes(store, confidential)
  const event = { id: randomUUID(), kind: 'refused', on: TODAY } as const
  await s.addFieldworkEvents(db, studyId, [{ invitationId, event }])
  await s.eventsOf(db, confidential)
  await s.inviteesOf(store, confidential)
  await mails(s, db, confidential, invitationId)
  await s.noteCodeOutcomes(db, confidential, new Map([[codeOf(2), 'refused']]))
  await s.addInvitedMarks(db, studyId, [{ invitationId, mark: 'm' }], '2026-05')
  await s.marksInvitedSince(db, { notStudy: studyId, marks: ['m'], since: '2026-01' })
  await s.addPlaceCount(db, open, {
    place: 'Markt',
    on: TODAY,
    approached: 3,
    refused: 1,
    started: 2,
    finished: 1,
  })
  await s.listPlaceCounts(db, open)
  const request = await s.addFormRequest(store, open, { form: 'paper', name: 'Bo', reach: 'Straat 1' })
  await s.listFormRequests(store, open)
  await s.countFormRequests(store, studyId)
  await s.countWaitingRequests(db, open)
  await s.formRequestDone(db, open, request)
  for (const wave of [open, anonymous, confidential]) await s.waveAccount(db, wave, 10)
  await s.responsesByWeek(db, open)
}

async function mails(s: typeof Storage, db: Db, wave: ResponsePlace, invitationId: string): Promise<void> {
  const store = aContactStore(db)
  const mail = { to: { name: 'Bo', address: 'bo@voorbeeldstad.example' }, subject: 's', text: 't', html: null }
  await s.queueMessages(store, wave, [{ invitationId, kind: 'invited', mail }])
  await s.countMessages(db, wave)
  await s.waitingInvitations(db, wave, 'invited')
  const now = new Date(`${TODAY}T12:00:00Z`)
  await s.studiesWithMail(db, now)
  const claimed = await s.claimMessage(store, wave.studyId, { now, until: now })
  await readOut(s.readUnsent(store, wave))
  if (claimed === null) throw new Error('nothing waits')
  await s.readMessage(store, wave, claimed.id)
  await s.eventsOfInvitation(db, wave.studyId, invitationId)
  await s.settleMessage(db, wave.studyId, claimed, { state: 'sent' }, [
    { id: randomUUID(), kind: 'invited', on: TODAY, route: 'email', destination: 1 },
  ])
}

async function keepsContacts(s: typeof Storage, db: Db, studyId: string): Promise<void> {
  const store = aContactStore(db)
  await s.addContacts(store, { studyId, purpose: 'invitation' }, [aContact(1), aContact(2)])
  await s.addContactMixed(store, db, { studyId, purpose: 'again' }, aContact(3))
  await s.countContacts(store, studyId)
  await s.hasContacts(store, studyId)
  const [first] = await s.readContacts(store, { studyId, purpose: 'invitation' })
  await s.eraseContacts(db, studyId, { id: first?.id ?? '' }, SAID)
  await s.eraseContacts(db, studyId, { purpose: 'invitation' }, SAID)
  await s.deliverErasures(db, db)
}

async function lastsAndEnds(s: typeof Storage, db: Db, { open, confidential }: Places): Promise<void> {
  const { studyId, waveId } = open
  await s.changeWave(db, open, { closesOn: TODAY, quotas: { total: 1000 } })
  await s.placesTaken(db, open, 1)
  await s.closeDueWaves(db, TODAY)
  await s.dueTryOuts(db, TODAY)
  await s.saveRetentionTerms(db, studyId, { contacts: 1, answers: 1, publications: null })
  await s.findRetentionTerms(db, studyId)
  await s.findOwnTerms(db, studyId)
  await s.holdStudy(db, studyId, { reason: 'Klacht', by: 'Bram', on: TODAY })
  await s.findHold(db, studyId)
  await s.listHolds(db, studyId)
  await s.releaseStudy(db, studyId, { by: 'Bram', on: TODAY })
  await s.closeWave(db, open, TODAY)
  await s.closeWave(db, confidential, TODAY)
  await s.collectionEnd(db, studyId)
  await s.forgetAskedInTryOut(db, open)
  await s.deletingFrom(db, studyId, (trx) => s.eraseTryOut(trx, open, SAID))
  await s.countKeptRows(db, studyId)
  const notices: readonly DeletionNotice[] = await s.deletingFrom(db, studyId, (trx) =>
    s.deleteAnswers(trx, open, SAID),
  )
  await db.transaction().execute((trx) => s.addDeletions(trx, studyId, notices))
  await s.answersDeletedOn(db, studyId, waveId)
  await s.deletionProof(db, studyId)
  await s.listBackups(db)
  await s.dataFaults(db)
}

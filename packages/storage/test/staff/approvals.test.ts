import { approvalState, needsApproval, type ApprovalStep } from '@klankbord/model'
import {
  addApprovalStep,
  addMembership,
  approvalSettings,
  countApprovers,
  createStudy,
  createUser,
  listApprovalSteps,
  organisationNamed,
  publishVersion,
  setApprovalNeeded,
} from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aQuestionnaire } from '../fieldwork.ts'

let database: TestDatabase
let studyId: string
let council: string
beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  const study = await createStudy(db, {
    title: { nl: 'Wonen' },
    organisation: { name: 'Platform' },
    sample: false,
    tryOut: false,
    definitionText: '{}',
    plan: { questions: [], breakdowns: [] },
  })
  studyId = study.id
  council = (await organisationNamed(db, 'Raad Oost')).id
  await publishVersion(db, studyId, { questionnaire: aQuestionnaire(), definition: '{}' })
})
afterAll(() => database.drop())

const step = (kind: ApprovalStep['kind'], organisationId: string | null): ApprovalStep => ({
  kind,
  version: 1,
  versionHash: 'first',
  organisationId,
  by: { id: null, name: 'Fatima' },
  at: new Date('2026-05-04T10:00:00Z'),
  remark: 'Brieven in mei.',
})

it('keeps what was asked and answered in its order, also when two people answer at once', async () => {
  const { db } = database
  const steps = [step('asked', null), step('sentBack', council), step('agreed', council)]
  await addApprovalStep(db, studyId, steps[0] as ApprovalStep)
  await Promise.all(steps.slice(1).map((one) => addApprovalStep(db, studyId, one)))
  const kept = await listApprovalSteps(db, studyId)
  expect(kept).toHaveLength(3)
  expect(kept).toEqual(expect.arrayContaining(steps))
  expect(kept[0]).toEqual(steps[0])
  expect(await listApprovalSteps(db, 'geen onderzoek')).toEqual([])
})

it('waits for who has somebody to agree, unless it was set otherwise', async () => {
  const { db } = database
  const user = await createUser(db, { name: 'Ans' })
  expect((await countApprovers(db, studyId, [council])).get(council)).toBeUndefined()
  await addMembership(db, user.id, { organisationId: council, role: 'approver', studyId: null })
  await addMembership(db, user.id, { organisationId: council, role: 'approver', studyId })
  expect((await countApprovers(db, studyId, [council])).get(council)).toBe(1)
  await setApprovalNeeded(db, studyId, council, true)
  await setApprovalNeeded(db, studyId, council, false)
  expect([...(await approvalSettings(db, studyId))]).toEqual([[council, false]])
  await setApprovalNeeded(db, studyId, council, null)
  expect([...(await approvalSettings(db, studyId))]).toEqual([])
})

it('takes an answer for the version and the question that it answers, and nothing older', () => {
  const [asked, agreed, back] = [step('asked', null), step('agreed', council), step('sentBack', council)]
  expect(approvalState(council, 'first', [])).toBe('notAsked')
  expect(approvalState(council, 'first', [asked])).toBe('waiting')
  expect(approvalState(council, 'first', [asked, back, agreed])).toBe('agreed')
  expect(approvalState(council, 'first', [asked, agreed, back])).toBe('sentBack')
  expect(approvalState(council, 'first', [asked, agreed, asked])).toBe('waiting')
  expect(approvalState(council, 'second', [asked, agreed])).toBe('notAsked')
  expect(approvalState('another', 'first', [asked, agreed])).toBe('waiting')
})

it('goes on waiting for who answered once, when the role of who did is ended', () => {
  expect(needsApproval(null, 0, council, [])).toBe(false)
  expect(needsApproval(null, 1, council, [])).toBe(true)
  expect(needsApproval(null, 0, council, [step('sentBack', council)])).toBe(true)
  expect(needsApproval(false, 1, council, [step('sentBack', council)])).toBe(false)
  expect(needsApproval(true, 0, council, [])).toBe(true)
})

import { describe, expect, it } from 'vitest'
import { approvalTask } from '../../src/approval/approval-words.ts'
import type { Approvals, OrganisationApproval } from '../../src/api/work-types.ts'

const council = (state: OrganisationApproval['state'], mine = false): OrganisationApproval => ({
  organisationId: state,
  name: `Raad ${state}`,
  state,
  setting: null,
  approvers: 1,
  mine,
})

const asked = (version: number): Approvals['steps'][number] => ({
  kind: 'asked',
  version,
  organisationId: null,
  organisation: null,
  by: 'Fatima',
  at: '2026-11-22T10:00:00Z',
  remark: `plan ${version}`,
})

const approvals = (organisations: readonly OrganisationApproval[], version = 2): Approvals => ({
  title: { nl: 'Wonen' },
  version,
  organisations,
  steps: [asked(1), asked(2)],
})

describe('what there is to do about an approval', () => {
  it('is an answer for the councils that somebody may answer for', () => {
    const task = approvalTask(approvals([council('waiting', true), council('agreed', true), council('waiting')]))
    expect(task.toAnswer.map(({ name }) => name)).toEqual(['Raad waiting'])
    expect(task.plan?.text).toBe('plan 2')
    expect([task.needed, task.complete]).toEqual([true, false])
  })

  it('is nothing once all that have to agree did', () => {
    const task = approvalTask(approvals([council('agreed'), council('notNeeded')]))
    expect([task.needed, task.complete, task.toAnswer]).toEqual([true, true, []])
    expect(approvalTask(approvals([council('notNeeded')])).complete).toBe(false)
  })

  it('is asking again once there is a newer version than was asked about', () => {
    const task = approvalTask(approvals([council('waiting', true)], 3))
    expect([task.plan, task.toAnswer]).toEqual([null, []])
  })
})

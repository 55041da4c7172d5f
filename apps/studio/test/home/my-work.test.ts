import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { OwnStudy, ReadablePublication } from '../../src/api/work-types.ts'
import { messagesIn } from '../../src/language/messages.ts'
import { myWork, toRead, WORK_PAGES } from '../../src/home/my-work.ts'

const study = (id: string, own: Partial<OwnStudy>): OwnStudy => ({
  id,
  title: { nl: id },
  roles: [],
  sharingRoles: [],
  waitsForApproval: null,
  ...own,
})

const publication = (studyId: string): ReadablePublication => ({
  id: `of-${studyId}`,
  path: `/r/of-${studyId}`,
  studyId,
  study: { nl: studyId },
  wave: { nl: 'Ronde' },
  edition: 1,
  publishedOn: '2026-11-22',
  readers: 'members',
  partOf: null,
})

describe('the work of somebody who signed in', () => {
  it('is what their roles can do, with what waits for them first', () => {
    const work = myWork([
      study('rustig', { roles: ['approver'] }),
      study('wacht', { sharingRoles: ['approver'], waitsForApproval: 2 }),
    ])
    expect(work.map(({ id, waits, links }) => [id, waits, links.map(({ href }) => href)])).toEqual([
      ['wacht', 2, ['/studies/wacht/approval']],
      ['rustig', null, ['/studies/rustig/approval', '/studies/rustig/comments']],
    ])
  })

  it('leads interviewers and typists to where answers are entered, also who does both', () => {
    for (const roles of [['interviewer'], ['dataEntry'], ['interviewer', 'dataEntry']] as const) {
      const [work] = myWork([study('ronde', { roles })])
      expect(work?.nothingWaits).toBe(false)
      expect(work?.links).toEqual([{ kind: 'entry', href: '/studies/ronde/entry' }])
    }
  })

  it('leaves out studies in which there is nothing to do for them', () => {
    expect(myWork([study('alleen lezen', { roles: ['viewer'] })])).toEqual([])
  })

  it('has only pages that exist, in both languages', () => {
    const pages = readFileSync(new URL('../../src/app.tsx', import.meta.url), 'utf8')
    for (const { kind, path } of WORK_PAGES) {
      expect(pages).toContain(`path="/studies/:study/${path}"`)
      expect(messagesIn('nl')(`workWhy.${kind}`)).not.toBe(messagesIn('en')(`workWhy.${kind}`))
    }
  })

  it('names what they may read, but not what they published themselves', () => {
    const studies = [study('eigen', { roles: ['researcher'] }), study('gedeeld', { sharingRoles: ['viewer'] })]
    const list = toRead([publication('eigen'), publication('gedeeld')], studies)
    expect(list.map(({ id }) => id)).toEqual(['of-gedeeld'])
  })
})

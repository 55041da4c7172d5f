import { describe, expect, it } from 'vitest'
import { firstOrganisation, ownOrganisations } from '../../src/studies/own-organisations.ts'

const ALL = [
  { id: 'o1', name: 'Gemeente Dorp' },
  { id: 'o2', name: 'De raad' },
  { id: 'o3', name: 'De kring' },
]
const somebody = (administrator: boolean) => ({ name: 'Bo', email: null, administrator, twoFactorEnabled: true })

describe('who begins a study', () => {
  it('chooses from the organisations of which they research everything', () => {
    const memberships = [
      { organisationId: 'o1', role: 'researcher', studyId: null },
      { organisationId: 'o2', role: 'researcher', studyId: 's1' },
      { organisationId: 'o3', role: 'viewer', studyId: null },
    ] as const
    const names = ownOrganisations({ user: somebody(false), memberships }, ALL)
    expect(names).toEqual(['Gemeente Dorp'])
    expect(firstOrganisation(names)).toBe('Gemeente Dorp')
  })

  it('is offered all of them as an administrator, and chooses one where there are more', () => {
    const names = ownOrganisations({ user: somebody(true), memberships: [] }, ALL)
    expect(names).toHaveLength(3)
    expect(firstOrganisation(names)).toBe('')
  })
})

import type { Membership } from '@klankbord/model'
import { expect, it } from 'vitest'
import { messagesIn } from '../../src/language/messages.ts'
import { placeChosen, placeOfRole } from '../../src/staff/place-of-role.ts'

const t = messagesIn('nl')
const researcher: Membership = { organisationId: 'o', role: 'researcher', studyId: null }

it('says where a role counts', () => {
  const programmes = [{ id: 'p', name: 'Elk jaar', studyIds: [] }]
  const told = [researcher, { ...researcher, studyId: 's' }, { ...researcher, programmeId: 'p' }]
  expect(told.map((one) => placeOfRole(one, programmes, t))).toEqual([
    'in alle studies',
    'in één studie',
    'in de studies van Elk jaar',
  ])
})

it('reads what was chosen from the list of places', () => {
  expect(['', 'study:s', 'programme:p'].map(placeChosen)).toEqual([
    { studyId: null, programmeId: null },
    { studyId: 's', programmeId: null },
    { studyId: null, programmeId: 'p' },
  ])
})

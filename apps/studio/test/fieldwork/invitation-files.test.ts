import { expect, it } from 'vitest'
import { ALL_ROUTES } from '../../../server/src/routes/all-routes.ts'
import { fileAddress, INVITATION_FILES } from '../../src/fieldwork/invitation-files.ts'

it('leads to files that the server gives, of everybody or of who is to be reminded', () => {
  const keys = { study: ':study', wave: ':wave' }
  const paths = ALL_ROUTES.map(({ path }) => path)
  for (const file of INVITATION_FILES)
    expect(paths).toContain(decodeURIComponent(fileAddress(keys, file, 'invitation')))
  expect(fileAddress({ study: 's', wave: 'w' }, 'texts', 'reminder')).toBe(
    '/api/studies/s/waves/w/sms.csv?kind=reminder',
  )
})

import { translator } from '@klankbord/model'
import { expect, it } from 'vitest'
import { mailReason } from '../../src/desk/mail-reason.ts'
import en from '../../src/messages/en.json' with { type: 'json' }
import nl from '../../src/messages/nl.json' with { type: 'json' }

it.each([
  ['nl', /uitnodiging/i],
  ['en', /invitation/i],
] as const)('says in %s of a message that was altered to write it again, also where it reminds', (language, kind) => {
  const said = mailReason('altered', translator({ nl, en }, language))
  expect(said).not.toBeNull()
  expect(said).not.toMatch(kind)
})

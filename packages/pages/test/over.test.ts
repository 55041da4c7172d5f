import { expect, it } from 'vitest'
import { renderNotice } from '../src/render-notice.ts'
import { renderStopped } from '../src/render-stop.ts'
import { renderWithdrawn } from '../src/render-withdraw.ts'
import { CONTEXT } from './fixture.ts'

const isOver = (page: string): boolean => /<main[^>]*data-over/.test(page)

it('tells a device of one’s own when nothing is under way any more, and never while answers may still be sent', () => {
  expect([renderStopped(CONTEXT), renderWithdrawn(CONTEXT), renderNotice(CONTEXT, 'sealed', 'nl')].map(isOver)).toEqual(
    [true, true, true],
  )
  const kinds = ['closed', 'full', 'notYet', 'otherWay', 'busy', 'failed', 'unknownWave'] as const
  expect(kinds.filter((kind) => isOver(renderNotice(CONTEXT, kind, 'nl')))).toEqual([])
})

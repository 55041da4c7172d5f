import { firstMove, type FlowPage, type FlowVisit, type Move } from '@klankbord/pages/browser'
import type { ClosingHere } from './closing.ts'
import { keepPlace, keepSent } from './keeping.ts'
import type { Pausing } from './pausing.ts'
import { parsed, stopOf, whereabouts } from './show-page.ts'
import type { Sitting } from './sitting.ts'

/** What it uses of the parts around it. */
interface Around {
  readonly closing: Pick<ClosingHere, 'send' | 'erase'>
  readonly pausing: Pick<Pausing, 'stop'>
  readonly show: (page: Pick<FlowPage, 'html'>) => void
}

/** Does what follows from a form, and shows its page. @throws where only the server can */
export async function doMove(sitting: Sitting, around: Around, visit: FlowVisit, move: Move): Promise<void> {
  const { closing, pausing, show } = around
  switch (move.does) {
    case 'begin':
      return doMove(sitting, around, visit, firstMove(visit))
    case 'show':
      keepPlace(sitting, visit, parsed(move.page.html))
      show(move.page)
      if (move.page.kind === 'left') await leave(sitting)
      return
    case 'keep': {
      const next = parsed(move.page.html)
      sitting.way.to(stopOf(next))
      keepSent(sitting, visit, move, whereabouts(next), move.page.kind === 'practice')
      show(move.page)
      return
    }
    case 'send':
      closing.send(visit, move)
      return
    case 'erase':
      await closing.erase(visit, move.page)
      return
    case 'pause':
      if (visit.request.screenId !== '') keepSent(sitting, visit, move, whereabouts(document))
      await pausing.stop(visit, move)
      return
    case 'recall':
      throw new TypeError('only the server knows')
  }
}

/** Whoever has words to come back with leaves nothing here. */
async function leave({ way, ports: { saving, shelf } }: Sitting): Promise<void> {
  way.end()
  await saving.forget()
  await shelf.clear().catch(() => undefined)
}

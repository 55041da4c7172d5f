import { firstMove, pageAddress, type FlowPage, type FlowVisit, type Move } from '@klankbord/pages/browser'
import type { ClosingHere } from './closing.ts'
import { keepPlace, keepSent } from './keeping.ts'
import { laterHere } from './pausing.ts'
import { everythingSent } from './plain-sending.ts'
import { showNoWords } from './saving-shown.ts'
import { parsed, stopOf, whereabouts } from './show-page.ts'
import { languageHere, type Sitting } from './sitting.ts'

/** What it uses of the parts around it. */
interface Around {
  readonly closing: Pick<ClosingHere, 'send' | 'erase'>
  readonly show: (page: Pick<FlowPage, 'html'>) => void
}

/** Does what follows from a form, and shows its page. @throws where only the server can */
export async function doMove(sitting: Sitting, around: Around, visit: FlowVisit, move: Move): Promise<void> {
  const { closing, show } = around
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
      await pause(sitting, show, visit, move)
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

async function pause(
  sitting: Sitting,
  show: Around['show'],
  visit: FlowVisit,
  move: Extract<Move, { does: 'pause' }>,
): Promise<void> {
  const { ports, way } = sitting
  const { saving } = ports
  const sent = (): Promise<void> => {
    if (!saving.isSaved()) saving.wake()
    return everythingSent(ports)
  }
  if (visit.request.screenId !== '') keepSent(sitting, visit, move, whereabouts(document))
  sitting.isPausing = true
  const page = await laterHere(ports, visit, move, sent).finally(() => (sitting.isPausing = false))
  if (page === null) return tellNoWords(sitting)
  void ports.shelf.clear().catch(() => undefined)
  way.end()
  // Nothing is left on the device: who loads this page again needs the words.
  window.history.replaceState(window.history.state, '', pageAddress(visit.page, '/resume'))
  show(page)
}

function tellNoWords({ data, ports: { saving } }: Sitting): void {
  const { refusal, keptIn } = saving.state()
  if (data !== null && refusal === null) showNoWords(data, languageHere(), keptIn === 'device')
}

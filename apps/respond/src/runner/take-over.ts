import type { Answers } from '@klankbord/model'
import { decide, type FlowPage, type PageData } from '@klankbord/pages/browser'
import { askServer, isForServer, takeUpHere } from './ask-server.ts'
import { backFromWords } from './back-from-words.ts'
import { choosing, type Choosing } from './choosing.ts'
import { closingHere, type ClosingHere } from './closing.ts'
import { keepChosen, keptFor } from './keeping.ts'
import { readKeptPage } from './kept-page.ts'
import { doMove } from './do-move.ts'
import { ownDevice, stockShelf } from './own-device.ts'
import { renderWith, waveData, type KnownWave } from './page-data.ts'
import { pausingHere, type Pausing } from './pausing.ts'
import { browserPicture, pictureAddresses, pictures, withoutBrokenPictures } from './pictures.ts'
import { giveWay, sendAsBefore } from './plain-sending.ts'
import type { Runner, RunnerPorts } from './ports.ts'
import { withoutSaved } from './saving-shown.ts'
import { fieldsOf, hiddenField, pageForm, waveOf, wordsWaveOf } from './sent-form.ts'
import { parsed, showPage, stopOf } from './show-page.ts'
import { languageHere, sittingAt, visitOfKept, type Sitting } from './sitting.ts'
import { takeUpFields } from './taking-up.ts'
import { telling, type Telling } from './telling.ts'
import { trail, type Stop } from './trail.ts'
import { within } from './within.ts'
import { numbersOf, underWayOf, visitOf } from './visit.ts'

/** How long somebody who pressed a button waits for texts that are on their way. */
const PATIENCE = 2500

/** Takes over the pages of a wave. What goes wrong leaves the form to the browser, which sends it as it would have. */
export function takeOver(ports: RunnerPorts): Runner {
  const { saving } = ports
  const pages = waveData(ports.wave, ports)
  const ahead = pictures(browserPicture)
  withoutBrokenPictures(document)
  const [first, here] = [stopOf(parsed(ports.loaded)), stopOf(document)]
  const way = trail(window.history, first)
  // Who was faster than this script has gone on from the introduction to a page of the server.
  if (first === null && here !== null) way.to(here)
  const sitting: Sitting = sittingAt(ports, way)

  const send = (form: HTMLFormElement | null, go: string | null): void =>
    sendAsBefore(sitting, form, go, () => tell.now())
  const closing: ClosingHere = closingHere(ports, showLast, (form) => send(form, 'submit'))
  const pausing: Pausing = pausingHere(sitting, show)
  const tell: Telling = telling(sitting, {
    closing: () => closing,
    pausing: () => pausing,
    isOpen: () => choices.isOpen(),
    show,
    send,
  })
  const choices: Choosing = choosing(
    ports,
    () => (sitting.isPlain || sitting.isPausing || isOver() ? null : sitting.data),
    (visit) => keptFor(sitting, visit),
    (chosen) => {
      keepChosen(sitting, chosen)
      tell.now()
    },
  )
  saving.subscribe(tell.safely)

  const isOver = (): boolean => saving.state().elsewhere || saving.state().final !== 'none'

  function show(page: Pick<FlowPage, 'html'>): void {
    const shown = parsed(page.html)
    withoutSaved(shown)
    choices.left()
    sitting.unfinished = []
    showPage(shown)
    tell.now()
  }

  /** Nothing that was shown before the end is shown again. */
  function showLast(page: Pick<FlowPage, 'html'>): void {
    if (saving.underWay() === null) way.end()
    show(page)
  }

  async function ready(wanted: string): Promise<KnownWave> {
    const known = await pages.of(wanted)
    renderWith(known)
    sitting.data = known
    ahead.fetchAhead(pictureAddresses(known))
    return known
  }

  async function take(form: HTMLFormElement, go: string | null): Promise<void> {
    const fields = fieldsOf(form, go)
    const [action = '', chosen] = String(fields['go'] ?? '').split(':')
    const wanted = action === 'language' && chosen !== undefined ? chosen : String(fields['language'] ?? languageHere())
    const known = await within(
      ready(wanted),
      saving.underWay() === null ? PATIENCE : Number.POSITIVE_INFINITY,
      ports.after,
    )
    if (saving.state().refusal === 'code' && hiddenField(form, 'access') === null) {
      saving.correctCode(String(fields['access'] ?? ''))
      return goOn(known)
    }
    const visit = visitOf(known, fields, ports)
    if (visit.request.findings.length > 0) throw new TypeError('a form of another page')
    await doMove(sitting, { closing, pausing, show }, visit, decide(visit, keptFor(sitting, visit)))
  }

  /** Where they were. */
  async function goOn(known: PageData): Promise<void> {
    const kept = saving.underWay()
    if (kept === null || closing.resume(visitOfKept(sitting, known, kept, {}), kept)) return
    const { screen, seen, typed, practises, trail: before } = readKeptPage(kept.page)
    way.takeUp(before)
    const place = { go: screen === '' ? 'resume' : `resume:${screen}`, seen }
    // Only a change of language shows the practice question once more.
    const practice = { go: `language:${kept.language}`, 'on.page': 'practice' }
    const visit = visitOfKept(sitting, known, kept, practises === true ? practice : place)
    const underWay = underWayOf(kept)
    // What was typed and is no answer is only shown again.
    await doMove(
      sitting,
      { closing, pausing, show },
      visit,
      decide(visit, { ...underWay, answers: { ...underWay.answers, ...typed } as Answers }),
    )
    sitting.unfinished = numbersOf(visit, underWay.answers, (name) => Object.hasOwn(typed, name))
    tell.now()
  }

  /** Somebody read what stands on both. */
  function chooseDevice(form: HTMLFormElement, go: string | null): void {
    if (go !== 'next') void giveWay(sitting, form, go)
    else if (sitting.data !== null && saving.overrule()) void goOn(sitting.data)
  }

  /** What stood on an entry of the browser's history, with its answers. */
  async function comeBack(known: PageData, stop: Stop): Promise<void> {
    choices.now()
    if (stop === null) return show({ html: ports.loaded })
    const { screen, seen, draft } = stop
    const kept = saving.underWay()
    const where = { go: screen === '' ? 'resume' : `resume:${screen}`, seen }
    const visit = kept === null ? visitOf(known, { ...where, draft }, ports) : visitOfKept(sitting, known, kept, where)
    await doMove(sitting, { closing, pausing, show }, visit, decide(visit, kept === null ? null : underWayOf(kept)))
  }

  function submit(form: HTMLFormElement, go: string | null): boolean {
    if (sitting.isPlain || (waveOf(form) ?? wordsWaveOf(form)) !== ports.wave) return false
    if (sitting.isPausing) return true
    if (saving.isOvertaken()) {
      if (hiddenField(form, 'chosen.over') !== null) chooseDevice(form, go)
      else if (sitting.data !== null) {
        // What stands on the page goes along with what is here.
        choices.changed(false)
        const { given } = visitOf(sitting.data, fieldsOf(form, go), ports).request
        tell.overtaken(sitting.data, given, () => (document.contains(form) ? submit(form, go) : undefined))
      }
      return true
    }
    const starts = go === 'start'
    const draft = hiddenField(form, 'draft')?.value ?? ''
    const known = saving.underWay()
    if (isForServer(sitting, form, draft)) {
      void askServer(sitting, form, go, { ready, tell: tell.now })
      return true
    }
    if (!starts && !draft.startsWith('new-') && !draft.endsWith(known?.id ?? '-')) return false
    void take(form, go).catch(() => send(form, go))
    return true
  }

  return {
    resume: async () => {
      const kept = saving.underWay()
      const form = pageForm(document)
      if (form === null && kept === null) return
      const isAsking = form !== null && wordsWaveOf(form) !== null
      const known = await ready(isAsking ? languageHere() : (kept?.language ?? languageHere()))
      if (isAsking) return
      // What stands there came from the server, also in the place of a page of before.
      if (form !== null && (kept === null || hiddenField(form, 'draft') !== null))
        return takeUpHere(sitting, form, tell.now)
      if (kept === null) return
      if (!kept.page.startsWith('{')) await takeUpFields(ports, kept.page)
      if (saving.state().keptIn === 'device') void stockShelf(sitting, kept.language)
      await goOn(known)
    },
    submit,
    chosen: choices.changed,
    leaving: () => {
      choices.now()
      saving.wake()
    },
    went: (state) => {
      const stop = way.went(state)
      if (stop === undefined)
        void backFromWords(sitting, window.location, (address) => window.location.replace(address))
      const isDone = sitting.isPlain || sitting.isPausing || sitting.isElsewhere || saving.state().final !== 'none'
      if (stop === undefined || sitting.data === null || isDone || saving.state().erased !== 'no') return
      void comeBack(sitting.data, stop).catch(() => window.location.reload())
    },
    press: (button) => {
      const chosen = button.dataset['own']
      if (chosen !== undefined) void ownDevice(sitting, chosen === 'yes').then(tell.now)
      else if (button.hasAttribute('data-here')) {
        sitting.isElsewhere = false
        void saving.takeOver().then(() => window.location.reload())
      }
    },
  }
}

import type { Answers } from '@klankbord/model'
import {
  decide,
  draftField,
  firstMove,
  pageAddress,
  renderElsewhere,
  renderOvertaken,
  type FlowPage,
  type FlowVisit,
  type Move,
  type PageData,
} from '@klankbord/pages/browser'
import { choosing, type Choosing } from './choosing.ts'
import { closingHere, type ClosingHere } from './closing.ts'
import { readKeptPage, without, writtenKeptPage, type KeptPage } from './kept-page.ts'
import { dataAddresses, renderWith, SCRIPT, waveData } from './page-data.ts'
import { laterHere } from './pausing.ts'
import type { Refusal, SavingState, UnderWay } from '../saving/saving.ts'
import type { Runner, RunnerPorts } from './ports.ts'
import { isHeldHere, refusedPage } from './refused-page.ts'
import { showNotReached, showNoWords, showSaving, withoutSaved } from './saving-shown.ts'
import {
  encodedForm,
  fieldsOf,
  hiddenField,
  pageForm,
  sendPlainly,
  waveOf,
  wordsWaveOf,
  type Fields,
} from './sent-form.ts'
import { parsed, showPage, stopOf, whereabouts } from './show-page.ts'
import { takeUp } from './taking-up.ts'
import { trail, type Stop, type Trail, type Whereabouts } from './trail.ts'
import { within } from './within.ts'
import { isOther, nothingKept, numbersOf, randomId, standing, underWayOf, visitOf } from './visit.ts'

/** How long somebody who pressed a button waits for texts that are on their way. */
const PATIENCE = 2500

/** Answers that are to be kept, and what was kept before. */
type Kept = Pick<Extract<Move, { does: 'keep' }>, 'before' | 'underWay'>

/** Takes over the pages of a wave. What goes wrong leaves the form to the browser, which sends it as it would have. */
export function takeOver(ports: RunnerPorts): Runner {
  const { saving } = ports
  const pages = waveData(ports.wave, ports.load)
  let data: PageData | null = null
  let isPlain = false
  let isElsewhere = false
  /** Words are on their way: what is pressed meanwhile would change what they are for. */
  let isPausing = false
  /** Why the server took nothing, as far as that was said. */
  let told: Refusal | null = null
  /** Where somebody answered last. */
  let lastScreen = ''
  /** Numbers of the questions at which something stands that is no answer yet. */
  let unfinished: readonly number[] = []

  const language = (): string => document.documentElement.lang
  /** The page as it was loaded, to come back to. */
  const loaded = document.documentElement.outerHTML
  const way: Trail = trail(window.history, stopOf(document))

  function show(page: Pick<FlowPage, 'html'>): Document {
    const shown = parsed(page.html)
    withoutSaved(shown)
    choices.left()
    unfinished = []
    showPage(shown)
    tell()
    return shown
  }

  /** What became of answers, said on the page that is there. */
  function tell(): void {
    if (data === null || isPlain) return
    const state = saving.state()
    if (state.elsewhere && !isElsewhere) {
      isElsewhere = true
      showPage(parsed(renderElsewhere(data.questionnaire, data.context)))
      return
    }
    if (closing.settle(state)) return
    showSaving(data, language(), state, unfinished)
    // Nobody is taken to another page for choosing something: it is said when they go on.
    if (!choices.isOpen()) tellRefusal(data, state)
  }

  /** Once for each: what somebody does about it is sent again, and may be refused again. */
  function tellRefusal(known: PageData, state: SavingState): void {
    const before = told
    told = state.refusal
    if (told === null || told === before || state.final !== 'none') return
    if (saving.isOvertaken()) {
      showOvertaken(known)
      return
    }
    // On the page before sending, sending says why.
    if (whereabouts(document)?.screen === '') {
      told = null
      return
    }
    const kept = saving.underWay()
    const page = kept === null ? null : refusedPage(visitOfKept(known, kept, { screen: lastScreen }), kept, state)
    if (page === null) sendAsBefore(pageForm(document), null)
    else show(page)
  }

  /** @param typed on the page that was there, and not kept any more: to be read at least */
  function showOvertaken(known: PageData, typed: FlowVisit['request']['given'] = {}): void {
    const kept = saving.underWay()
    if (kept === null) return
    const { page, questionnaire } = visitOfKept(known, kept, {})
    const given = { ...underWayOf(kept).answers, ...typed }
    show({ html: renderOvertaken(questionnaire, page, { draft: kept.id, given }) })
  }

  /** What another device stored is the server's to show: nothing of what was here is left. */
  async function giveWay(form: HTMLFormElement, go: string | null): Promise<void> {
    isPlain = true
    await saving.forget()
    sendPlainly(form, go)
  }

  function visitOfKept(known: PageData, { id, code, words }: UnderWay, fields: Fields): FlowVisit {
    const carried = { draft: id, access: code, words: words ?? '' }
    return visitOf(known, { go: 'resume', ...fields, ...carried }, ports)
  }

  /** What cannot be shown here is shown by the server: it knows the form that was sent. */
  function tellSafely(): void {
    try {
      tell()
    } catch {
      const { final } = saving.state()
      sendAsBefore(pageForm(document), final === 'none' ? null : 'submit')
    }
  }

  /** Nothing that was shown before the end is shown again. */
  function showLast(page: Pick<FlowPage, 'html'>): void {
    if (saving.underWay() === null) way.end()
    show(page)
  }

  const closing: ClosingHere = closingHere(ports, showLast, (form) => sendAsBefore(form, 'submit'))
  saving.subscribe(tellSafely)

  async function ready(wanted: string): Promise<PageData> {
    const known = await pages.of(wanted)
    renderWith(known)
    data = known
    return known
  }

  async function take(form: HTMLFormElement, go: string | null): Promise<void> {
    const fields = fieldsOf(form, go)
    const [action = '', chosen] = String(fields['go'] ?? '').split(':')
    const wanted = action === 'language' && chosen !== undefined ? chosen : String(fields['language'] ?? language())
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
    await act(visit, decide(visit, keptFor(visit)))
  }

  /** What is kept here under the id that the form came with. */
  function keptFor({ request }: FlowVisit): ReturnType<typeof underWayOf> | null {
    const kept = saving.underWay()
    if (kept === null) return null
    return request.draft === null || request.draft.endsWith(kept.id) ? underWayOf(kept) : null
  }

  async function act(visit: FlowVisit, move: Move): Promise<void> {
    switch (move.does) {
      case 'begin':
        return act(visit, firstMove(visit))
      case 'show':
        stay(visit, parsed(move.page.html))
        show(move.page)
        if (move.page.kind === 'left') await leave()
        return
      case 'keep': {
        const next = parsed(move.page.html)
        way.to(stopOf(next))
        keep(visit, move, whereabouts(next))
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
        await pause(visit, move)
        return
      case 'recall':
        throw new TypeError('only the server knows')
    }
  }

  /** A page on which nothing new is kept: only where somebody is. */
  function stay(visit: FlowVisit, next: Document): void {
    const stop = stopOf(next)
    way.to(stop)
    const kept = saving.underWay()
    const { final, refusal, elsewhere } = saving.state()
    if (stop === null || kept === null || final !== 'none' || refusal !== null || elsewhere) return
    const { screen, typed } = readKeptPage(kept.page)
    const before = underWayOf(kept)
    const here = { ...stop, ...(screen === stop.screen && { typed }) }
    keepHere(visit, { before, underWay: { ...before, language: visit.page.language } }, here)
  }

  /** Whoever has words to come back with leaves nothing here. */
  async function leave(): Promise<void> {
    way.end()
    await saving.forget()
    await ports.shelf.clear().catch(() => undefined)
  }

  async function pause(visit: FlowVisit, move: Extract<Move, { does: 'pause' }>): Promise<void> {
    if (visit.request.screenId !== '') keep(visit, move, whereabouts(document))
    isPausing = true
    const page = await laterHere(ports, visit, move, sent).finally(() => (isPausing = false))
    if (page === null) return tellNoWords()
    void ports.shelf.clear().catch(() => undefined)
    way.end()
    // Nothing is left on the device: who loads this page again needs the words.
    window.history.replaceState(window.history.state, '', pageAddress(visit.page, '/resume'))
    show(page)
  }

  /** Settled once everything is with the server, or was on its way for long enough. */
  async function sent(): Promise<void> {
    if (!saving.isSaved()) saving.wake()
    await within(settled(), 4 * PATIENCE, ports.after).catch(() => undefined)
  }

  function tellNoWords(): void {
    if (data === null || saving.state().refusal !== null) return
    const { keptIn } = saving.state()
    showNoWords(data, language(), keptIn === 'device')
  }

  function keep(visit: FlowVisit, { before, underWay }: Kept, next: Whereabouts | null): void {
    lastScreen = visit.request.screenId
    keepHere(visit, { before, underWay }, next)
  }

  /** @throws TypeError where another tab is at it, or the server has something else */
  function keepHere(
    visit: FlowVisit,
    { before, underWay }: Kept,
    where: (Whereabouts & Partial<KeptPage>) | null,
  ): void {
    const { id, language: spoken, asked } = underWay
    const answers = standing(visit, underWay.answers)
    const page = writtenKeptPage({ ...where, trail: way.kept(), apart: without(underWay.answers, answers) })
    if (saving.underWay()?.id !== before.id) {
      const code = visit.page.access ?? ''
      saving.begin({ id, code, language: spoken, answers: {}, asked: [], revision: 0, page })
    }
    const known = saving.underWay()?.answers ?? {}
    const numbers = numbersOf(visit, underWay.answers, (name) => isOther(known, answers, name))
    const screen = where?.screen ?? ''
    if (!saving.keep({ answers, asked, language: spoken, page, numbers, screen }))
      throw new TypeError('nothing may change')
  }

  const choices: Choosing = choosing(
    ports,
    () => (isPlain || isPausing || saving.state().elsewhere || saving.state().final !== 'none' ? null : data),
    keptFor,
    ({ visit, before, underWay, typed }) => {
      const known = underWay ?? before ?? nothingKept(visit)
      if (known === null || (underWay === null && Object.keys(typed).length === 0)) return
      lastScreen = visit.request.screenId
      unfinished = numbersOf(visit, known.answers, (name) => Object.hasOwn(typed, name))
      try {
        const where = whereabouts(document) ?? { screen: '', seen: '' }
        keepHere(visit, { before: before ?? known, underWay: known }, { ...where, typed })
      } catch {
        // What may not be kept from here is said once somebody goes on.
      }
      tell()
    },
  )

  /** Words and codes are for the server to look at. */
  function isForServer(form: HTMLFormElement, draft: string): boolean {
    if (wordsWaveOf(form) !== null) return true
    return data !== null && data.context.mode !== 'open' && draft === '' && saving.underWay() === null
  }

  /** Sends a form without leaving its page, so that no browser writes it down, and a bad line loses nothing. */
  async function sendHere(form: HTMLFormElement, go: string | null): Promise<void> {
    isPausing = true
    const html = await ports.post(form.getAttribute('action') ?? '', encodedForm(form, go)).catch(() => null)
    isPausing = false
    if (html === null) {
      if (data !== null) showNotReached(data, language())
      return
    }
    const page = parsed(html)
    const next = pageForm(page)
    // What is no page of ours, or leads on to nothing, is for the browser to show.
    if (next === null) return sendPlainly(form, go)
    way.to(stopOf(page))
    showPage(page)
    try {
      await ready(language())
      if (wordsWaveOf(next) === null) await takeUpHere(next)
    } catch {
      isPlain = true
    }
  }

  /** Goes on here with what the server keeps of the page that is there. */
  async function takeUpHere(form: HTMLFormElement): Promise<void> {
    await takeUp(ports, form)
    const kept = saving.underWay()
    if (kept === null || data === null) return
    // A page that came with a form would send that again when it is loaded once more; under words nothing stays here.
    const context = { ...data.context, language: language() }
    const address = kept.words === undefined ? context.action : pageAddress(context, '/resume')
    window.history.replaceState(window.history.state, '', address)
    withoutSaved(document)
    tell()
  }

  /** Lets the browser send the form, the answers that the server does not have first. */
  async function sendPlain(form: HTMLFormElement, go: string | null): Promise<void> {
    if (isHeldHere(saving.state())) {
      saving.wake()
      if (saving.state().refusal === null) await within(settled(), 4 * PATIENCE, ports.after).catch(() => undefined)
      // What the server does not have would be gone with this page.
      if (isHeldHere(saving.state())) {
        isPlain = false
        told = null
        tell()
        return
      }
    }
    const draft = hiddenField(form, 'draft')
    const kept = saving.underWay()
    if (draft !== null && kept !== null && draft.value.endsWith(kept.id)) draft.value = draftField(underWayOf(kept))
    sendPlainly(form, go)
  }

  function sendAsBefore(form: HTMLFormElement | null, go: string | null): void {
    if (form === null || isPlain) return
    isPlain = true
    void sendPlain(form, go).catch(() => {
      isPlain = !isHeldHere(saving.state())
      if (isPlain) sendPlainly(form, go)
    })
  }

  function settled(): Promise<void> {
    if (saving.isSaved()) return Promise.resolve()
    return new Promise((resolve) => {
      const stop = saving.subscribe(() => {
        if (!saving.isSaved() && saving.state().refusal === null) return
        stop()
        resolve()
      })
    })
  }

  /** Where they were. */
  async function goOn(known: PageData): Promise<void> {
    const kept = saving.underWay()
    if (kept === null || closing.resume(visitOfKept(known, kept, {}), kept)) return
    const { screen, seen, typed, trail: before } = readKeptPage(kept.page)
    way.takeUp(before)
    const visit = visitOfKept(known, kept, { go: screen === '' ? 'resume' : `resume:${screen}`, seen })
    const underWay = underWayOf(kept)
    // What was typed and is no answer is only shown again.
    await act(visit, decide(visit, { ...underWay, answers: { ...underWay.answers, ...typed } as Answers }))
    unfinished = numbersOf(visit, underWay.answers, (name) => Object.hasOwn(typed, name))
    tell()
  }

  /** What stood on an entry of the browser's history, with its answers. */
  async function comeBack(known: PageData, stop: Stop): Promise<void> {
    choices.now()
    if (stop === null) return void show({ html: loaded })
    const { screen, seen, draft } = stop
    const kept = saving.underWay()
    const where = { go: screen === '' ? 'resume' : `resume:${screen}`, seen }
    const visit = kept === null ? visitOf(known, { ...where, draft }, ports) : visitOfKept(known, kept, where)
    await act(visit, decide(visit, kept === null ? null : underWayOf(kept)))
  }

  /** With scripts and data that belong together: again after a reload, for the server may have newer ones since. */
  async function stockShelf(spoken: string): Promise<void> {
    const scripts = ['/assets/respond.js', SCRIPT]
    const addresses = [`/v/${ports.wave}`, ...scripts, ...dataAddresses(ports.wave, spoken)]
    await ports.shelf.stock(addresses, data?.until ?? null).catch(() => false)
  }

  async function own(isOwn: boolean): Promise<void> {
    const form = pageForm(document)
    if (data === null || form === null) return
    const spoken = language()
    if (isOwn && saving.underWay() === null) {
      const id = (hiddenField(form, 'draft')?.value ?? '').replace(/^new-/, '') || randomId(ports.randomBytes)
      const code = hiddenField(form, 'access')?.value ?? ''
      const page = writtenKeptPage(whereabouts(document))
      saving.begin({ id, code, language: spoken, answers: {}, asked: [], revision: 0, page })
    }
    const keptIn = await saving.ownDevice(isOwn)
    if (keptIn === 'device') await stockShelf(spoken)
    else await ports.shelf.clear().catch(() => undefined)
    tell()
  }

  return {
    resume: async () => {
      const kept = saving.underWay()
      const form = pageForm(document)
      if (form === null && kept === null) return
      const isAsking = form !== null && wordsWaveOf(form) !== null
      const known = await ready(isAsking ? language() : (kept?.language ?? language()))
      if (isAsking) return
      if (kept === null) return form === null ? undefined : takeUpHere(form)
      if (saving.state().keptIn === 'device') void stockShelf(kept.language)
      await goOn(known)
    },
    submit: (form, go) => {
      if (isPlain || (waveOf(form) ?? wordsWaveOf(form)) !== ports.wave) return false
      if (isPausing) return true
      if (saving.isOvertaken()) {
        if (form.querySelector('[data-overrule]') !== null) void giveWay(form, go)
        else if (data !== null) showOvertaken(data, visitOf(data, fieldsOf(form, go), ports).request.given)
        return true
      }
      const starts = go === 'start'
      const draft = hiddenField(form, 'draft')?.value ?? ''
      const known = saving.underWay()
      if (isForServer(form, draft)) {
        void sendHere(form, go)
        return true
      }
      if (!starts && !draft.startsWith('new-') && !draft.endsWith(known?.id ?? '-')) return false
      void take(form, go).catch(() => sendAsBefore(form, go))
      return true
    },
    chosen: choices.changed,
    leaving: () => {
      choices.now()
      saving.wake()
    },
    went: (state) => {
      const stop = way.went(state)
      const isOver = isPlain || isPausing || isElsewhere || saving.state().final !== 'none'
      if (stop === undefined || data === null || isOver || saving.state().erased !== 'no') return
      void comeBack(data, stop).catch(() => window.location.reload())
    },
    press: (button) => {
      const chosen = button.dataset['own']
      if (chosen !== undefined) void own(chosen === 'yes')
      else if (button.hasAttribute('data-overrule')) {
        if (data !== null && saving.overrule()) void goOn(data)
      } else if (button.hasAttribute('data-here')) {
        isElsewhere = false
        void saving.takeOver().then(() => window.location.reload())
      }
    },
  }
}

import { draftField, type FlowVisit, type PageData } from '@klankbord/pages/browser'
import type { Refusal, UnderWay } from '../saving/saving.ts'
import type { KnownWave } from './page-data.ts'
import type { RunnerPorts } from './ports.ts'
import type { Fields } from './sent-form.ts'
import type { Trail } from './trail.ts'
import { underWayOf, visitOf } from './visit.ts'

/** What the parts that show pages here know together. It lasts as long as the document. */
export interface Sitting {
  readonly ports: RunnerPorts
  readonly way: Trail
  /** Null until it came. */
  data: KnownWave | null
  /** From now on the browser sends every form. */
  isPlain: boolean
  /** Whether the page says that another tab is at it. */
  isElsewhere: boolean
  /** Words are on their way: what is pressed meanwhile would change what they are for. */
  isPausing: boolean
  /** Why the server took nothing, as far as that was said. */
  told: Refusal | null
  /** Where somebody answered last. */
  lastScreen: string
  /** Numbers of the questions at which something stands that is no answer yet. */
  unfinished: readonly number[]
}

/** @param ports what it needs from outside */
export function sittingAt(ports: RunnerPorts, way: Trail): Sitting {
  const nothing = { data: null, told: null, lastScreen: '', unfinished: [] }
  return { ports, way, isPlain: false, isElsewhere: false, isPausing: false, ...nothing }
}

/** Of the page that is there. */
export function languageHere(): string {
  return document.documentElement.lang
}

/** A form of the answers that are kept here, with these fields. */
export function visitOfKept(
  { ports }: Pick<Sitting, 'ports'>,
  known: PageData,
  kept: UnderWay,
  fields: Fields,
): FlowVisit {
  const carried = { draft: draftField(underWayOf(kept)), access: kept.code, words: kept.words ?? '' }
  return visitOf(known, { go: 'resume', ...fields, ...carried }, ports)
}

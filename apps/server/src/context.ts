import type { Solving } from '@klankbord/disclosure'
import type { DisclosurePolicy } from '@klankbord/model'
import type { Database, ResponseWriter } from '@klankbord/storage'
import type { Logger } from 'pino'
import type { CodeLimits } from './access/code-limits.ts'
import type { VisitorMarks } from './access/visitor-marks.ts'
import type { Clock } from './clock.ts'
import type { InstallationKeys } from './keys/installation-key.ts'
import type { Randomness } from './randomness.ts'
import type { ServerMetrics } from './metrics/server-metrics.ts'
import type { ReleaseMemory } from './language/release-memory.ts'
import type { MailSettings } from './mail/mail-settings.ts'
import type { SignOnProvider, StaffAccounts } from './staff/staff-accounts.ts'
import type { WaveMemory } from './respondent/wave-memory.ts'

/** Where built browser files lie. */
export interface AssetFolders {
  readonly studio: string
  readonly report: string
  readonly respond: string
}

/** What an installation decides. */
export interface Settings {
  /** The address under which browsers reach this server, without a slash at the end; known once it listens. */
  readonly publicUrl: () => string
  /** Pages are marked as a try-out, and so is a study once it gets answers, because this runs on a local network without https. */
  readonly tryOut: boolean
  /** Addresses of the hot standbys of the database. */
  readonly standbys: readonly string[]
  /** Proxies in front that are trusted to name the client's address. */
  readonly trustedProxies: number
  /** Requests that one address may make in a minute. */
  readonly requestsPerMinute: number
  /** What a program must bear that asks for the metrics; null: nobody may. */
  readonly metricsToken: string | null
  /** Key of the digest that says whether the input of a publication is unchanged. */
  readonly digestKey: string
  /** Keys that this installation stores codes and contacts under. */
  readonly keys: InstallationKeys
  /** The rules of disclosure control; a study may raise them. */
  readonly policy: DisclosurePolicy
  /** Where staff may sign in with the account of their organisation; null: nowhere. */
  readonly signOn: SignOnProvider | null
  /** How mail is sent, if it is. */
  readonly mail: MailSettings
  readonly assets: AssetFolders
  /** The folder of the pictures that questionnaires show. It need not be there. */
  readonly pictures: string
  /** The folder of the recordings of questions and answers. It need not be there. */
  readonly recordings: string
}

/** Everything that handlers need from outside: the edges, as arguments. */
export interface ServerContext {
  readonly database: Database
  /** Stores the responses of everybody who sends at the same time together. */
  readonly writer: ResponseWriter
  /** Who staff are, and how they prove it. */
  readonly accounts: StaffAccounts
  readonly clock: Clock
  readonly randomness: Randomness
  readonly log: Logger
  readonly metrics: ServerMetrics
  /** Tells the visitors of one hour apart without keeping their addresses. */
  readonly visitors: VisitorMarks
  /** Keeps people who guess access codes from finding one. */
  readonly codeLimits: CodeLimits
  /** The same for the words that answers under way are kept under. */
  readonly wordLimits: CodeLimits
  /** What pages are shown from while the database is away; nothing is stored by it. */
  readonly waves: WaveMemory
  /** Which texts speakers released, and so in which languages respondents may be asked. */
  readonly releases: ReleaseMemory
  /** Decides what is hidden, beside everything else that the server does. */
  readonly solving: Solving
  readonly settings: Settings
}

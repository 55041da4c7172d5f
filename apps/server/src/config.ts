import { fileURLToPath } from 'node:url'
import type { AssetFolders } from './context.ts'
import type { MailEnvironment } from './mail/mail-settings.ts'
import type { SignOnProvider } from './staff/staff-accounts.ts'
import type { PolicyEnvironment } from './study/installation-policy.ts'

/** What the surroundings decide: the only place that reads the environment. */
export interface Environment {
  /** The folder of the database and the keys, where a command names none. */
  readonly data: string
  /** PostgreSQL to use; null to start the embedded one. */
  readonly databaseUrl: string | null
  /** The public address behind a proxy, as in "https://meedoen.voorbeeldstad.example". */
  readonly publicUrl: string | null
  /** The key of this installation, or a file that holds it; null for the one in the data folder. */
  readonly key: { readonly key: string | null; readonly file: string | null }
  /** Hot standbys of the database, whose logs are removed, too, when answers are sealed. */
  readonly standbys: readonly string[]
  /** What backups are encrypted with; null when none is set. */
  readonly passphrase: string | null
  readonly trustedProxies: number
  readonly logLevel: string
  readonly requestsPerMinute: number
  /** What a program must bear that asks for the metrics; null when nobody may. */
  readonly metricsToken: string | null
  /** What it sets of the rules of disclosure control. */
  readonly policy: PolicyEnvironment
  /** Where staff may sign in with the account of their organisation; null: nowhere. */
  readonly signOn: SignOnProvider | null
  /** How mail is sent; without a server it waits in the outbox. */
  readonly mail: MailEnvironment
  readonly assets: AssetFolders
}

/**
 * Reads the environment: `KLANKBORD_DATA`, `DATABASE_URL`, `KLANKBORD_URL`, `KLANKBORD_KEY`, `KLANKBORD_KEY_FILE`,
 * `KLANKBORD_PASSPHRASE`, `KLANKBORD_STANDBYS` (addresses of databases, with commas between),
 * `KLANKBORD_PROXIES`, `KLANKBORD_LOG`, `KLANKBORD_REQUESTS_PER_MINUTE`, `KLANKBORD_METRICS_TOKEN`,
 * `KLANKBORD_LEAST_GROUP`, `KLANKBORD_INDICATIVE_BELOW`, `KLANKBORD_SENSITIVE_CELL`, `KLANKBORD_OIDC_DISCOVERY`, `KLANKBORD_OIDC_CLIENT`, `KLANKBORD_OIDC_SECRET`, `KLANKBORD_OIDC_TITLE`,
 * `KLANKBORD_SMTP_URL`, `KLANKBORD_SMTP_TLS`, `KLANKBORD_MAIL_FROM`, `KLANKBORD_MAILS_PER_MINUTE`.
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const publicUrl = env['KLANKBORD_URL']?.replace(/\/+$/, '') || null
  return {
    data: env['KLANKBORD_DATA'] || './data',
    databaseUrl: env['DATABASE_URL'] || null,
    publicUrl,
    key: { key: env['KLANKBORD_KEY'] || null, file: env['KLANKBORD_KEY_FILE'] || null },
    standbys: (env['KLANKBORD_STANDBYS'] ?? '').split(',').flatMap((address) => address.trim() || []),
    passphrase: env['KLANKBORD_PASSPHRASE'] || null,
    trustedProxies: wholeNumber(env['KLANKBORD_PROXIES'], publicUrl === null ? 0 : 1),
    logLevel: env['KLANKBORD_LOG'] || (process.stdout.isTTY ? 'warn' : 'info'),
    requestsPerMinute: wholeNumber(env['KLANKBORD_REQUESTS_PER_MINUTE'], 3000),
    metricsToken: env['KLANKBORD_METRICS_TOKEN'] || null,
    policy: {
      leastGroup: env['KLANKBORD_LEAST_GROUP'] || null,
      indicativeBelow: env['KLANKBORD_INDICATIVE_BELOW'] || null,
      sensitiveCell: env['KLANKBORD_SENSITIVE_CELL'] || null,
    },
    signOn: signOnProvider(env),
    mail: {
      server: env['KLANKBORD_SMTP_URL'] || null,
      tls: env['KLANKBORD_SMTP_TLS'] || null,
      from: env['KLANKBORD_MAIL_FROM'] || null,
      perMinute: wholeNumber(env['KLANKBORD_MAILS_PER_MINUTE'], 60),
    },
    assets: {
      studio: fileURLToPath(new URL('../../studio/dist/', import.meta.url)),
      report: fileURLToPath(new URL('../../report/dist-browser/', import.meta.url)),
      respond: fileURLToPath(new URL('../../respond/dist-browser/', import.meta.url)),
    },
  }
}

/** OpenID Connect, once its address and the account of this server there are known. */
function signOnProvider(env: Readonly<Record<string, string | undefined>>): SignOnProvider | null {
  const discoveryUrl = env['KLANKBORD_OIDC_DISCOVERY'] || null
  const clientId = env['KLANKBORD_OIDC_CLIENT'] || null
  const clientSecret = env['KLANKBORD_OIDC_SECRET'] || null
  if (discoveryUrl === null || clientId === null || clientSecret === null) return null
  const title = env['KLANKBORD_OIDC_TITLE'] || new URL(discoveryUrl).hostname
  return { name: 'oidc', title, discoveryUrl, clientId, clientSecret }
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : otherwise
}

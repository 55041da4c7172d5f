import type { LogEvidence } from './server-log.ts'

/** How many an attacker gets right. One of a portion is what chance gives, however large the portion is. */
export interface AttackResult {
  /** The mean over the portions. */
  readonly perPortion: number
  readonly portions: number
  /** Of those that a trace speaks for: how many were guessed, and how many of them are right. */
  readonly evident: { readonly guessed: number; readonly right: number }
  /** With the dump of the standby, the disks and the logs of after the end alone, over the whole wave. */
  readonly afterwards: number
  /** The share of those who sent since the last sealing that is matched with a dump of before the next. */
  readonly unsealed: number
  /** Of one backup of while answers wait: codes with the answers that stand as far from the beginning. */
  readonly inBackup: number
  readonly backups: number
  /** Backups that were still there after what waited in them was sealed. */
  readonly backupsLeft: number
  /** What the server wrote down meanwhile. */
  readonly log: LogEvidence
  readonly requests: number
  /** Lines that the proxy wrote while people were busy, but of a server that was killed. */
  readonly proxyLines: number
  /** How long the answers of the server were, in bytes, but while it was killed. */
  readonly sizes: readonly number[]
  /** What stands beside answers only of who came on the pages, or only of who came by a program. */
  readonly toldApart: readonly string[]
  readonly onPages: number
  readonly paused: number
  readonly withdrawn: number
}

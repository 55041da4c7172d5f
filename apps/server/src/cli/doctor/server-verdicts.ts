import type { ServerFacts } from '@klankbord/storage'
import { say } from '../say.ts'
import { bad, good, look, type Verdict } from './verdict.ts'

const OLDEST_MAJOR = 15
/** The one that comes along, and that everything is tried with. */
const NEWEST_MAJOR = 18

const SECOND = 1_000
const MOST_APART = 30 * SECOND

/**
 * What the server of the database says of itself.
 *
 * @param now the clock of this process, at the moment at which the server told its own
 * @param anonymous whether there is a wave whose answers nobody may be able to tie to a code
 */
export function serverVerdicts(facts: ServerFacts, now: Date, anonymous: boolean): readonly Verdict[] {
  return [
    versionVerdict(facts),
    clocksVerdict(facts.now, now),
    facts.checksums ? good(say('checksumsOn')) : look(say('checksumsOff')),
    ...settingsVerdicts(facts.settings, anonymous),
  ]
}

function versionVerdict({ major, version }: ServerFacts): Verdict {
  if (major < OLDEST_MAJOR) return bad(say('postgresOld', { version, needed: OLDEST_MAJOR }))
  return major > NEWEST_MAJOR
    ? look(say('postgresNewer', { version, tried: NEWEST_MAJOR }))
    : good(say('postgresGood', { version }))
}

/** Waves close by the clock of this process; drafts are dated by that of the database. */
function clocksVerdict(theirs: Date, ours: Date): Verdict {
  const apart = Math.abs(theirs.getTime() - ours.getTime())
  return apart <= MOST_APART
    ? good(say('clocksGood'))
    : bad(say('clocksApart', { seconds: Math.round(apart / SECOND) }))
}

/** Settings that may not be otherwise, for the sake of answers that were acknowledged. */
const DURABLE = { fsync: 'on', full_page_writes: 'on', synchronous_commit: /^(?!off$)/ }

/** Settings that would keep who came when. A log that quotes statements, or rows that were refused, quotes answers too. */
const SILENT = {
  track_commit_timestamp: 'off',
  wal_recycle: 'off',
  archive_mode: 'off',
  wal_keep_size: '0',
  log_statement: /^(?:none|ddl)$/,
  log_duration: 'off',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_transaction_sample_rate: '0',
  log_min_messages: /^(?:panic|fatal|log)$/,
  log_error_verbosity: 'terse',
  log_min_error_statement: /^(?:panic|fatal|log)$/,
  log_parameter_max_length_on_error: '0',
  // Only where somebody loaded it.
  'auto_explain.log_min_duration': '-1',
}

function settingsVerdicts(settings: ServerFacts['settings'], anonymous: boolean): readonly Verdict[] {
  const unsafe = deviating(settings, DURABLE)
  const telling = tellingSettings(settings)
  return [
    unsafe.length === 0
      ? good(say('settingsDurable'))
      : bad(say('settingsNotDurable', { settings: unsafe.join(', ') })),
    telling.length === 0
      ? good(say('settingsSilent'))
      : (anonymous ? bad : look)(say('settingsTelling', { settings: telling.join(', ') })),
  ]
}

/** Settings that keep who came when, or what they said, as in "archive_mode = on". */
export function tellingSettings(settings: ServerFacts['settings']): readonly string[] {
  return deviating(settings, SILENT)
}

function deviating(
  settings: ServerFacts['settings'],
  wanted: Readonly<Record<string, string | RegExp>>,
): readonly string[] {
  return Object.entries(wanted).flatMap(([name, value]) => {
    const is = settings[name]
    if (is === undefined || (typeof value === 'string' ? is === value : value.test(is))) return []
    return [`${name} = ${is}`]
  })
}

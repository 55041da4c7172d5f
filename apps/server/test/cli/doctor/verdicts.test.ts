import type { ServerFacts } from '@klankbord/storage'
import { describe, expect, it } from 'vitest'
import { clockVerdict, nodeVerdict } from '../../../src/cli/doctor/machine-verdicts.ts'
import { serverVerdicts } from '../../../src/cli/doctor/server-verdicts.ts'

const NOW = new Date('2026-11-22T10:00:00Z')

/** Of a server on which nothing is to be said. */
const FACTS: ServerFacts = {
  version: '18.4',
  major: 18,
  now: NOW,
  folder: null,
  checksums: true,
  slots: [],
  followers: 0,
  settings: {
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'remote_apply',
    track_commit_timestamp: 'off',
    wal_recycle: 'off',
    archive_mode: 'off',
    wal_keep_size: '0',
    log_statement: 'none',
    log_duration: 'off',
    log_min_duration_statement: '-1',
    log_min_duration_sample: '-1',
    log_transaction_sample_rate: '0',
    log_min_messages: 'log',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: '0',
  },
}

const verdicts = (facts: Partial<ServerFacts>, anonymous = false) =>
  serverVerdicts({ ...FACTS, ...facts }, NOW, anonymous).filter(({ state }) => state !== 'good')
const withSetting = (name: string, value: string) => ({ settings: { ...FACTS.settings, [name]: value } })

describe('what the doctor says of a computer', () => {
  it.each([
    ['18.20.8', 'bad'],
    ['20.18.3', 'bad'],
    ['20.19.0', 'good'],
    ['22.1.0', 'good'],
    ['24.0.0', 'good'],
  ])('Node.js %s is %s', (version, state) => {
    expect(nodeVerdict(version).state).toBe(state)
  })

  it.each([
    ['1970-01-01T00:00:12Z', 'bad'],
    ['2025-12-31T23:59:59Z', 'bad'],
    ['2026-11-22T10:00:00Z', 'good'],
    ['2106-02-07T06:28:15Z', 'bad'],
  ])('a clock that says %s is %s', (time, state) => {
    expect(clockVerdict(new Date(time)).state).toBe(state)
  })
})

describe('what the doctor says of a database server', () => {
  it('nothing but good of one that is as it should be', () => {
    expect(verdicts({}, true)).toEqual([])
  })

  it('that it is too old, or newer than was tried', () => {
    expect(verdicts({ major: 14, version: '14.9' })).toMatchObject([{ state: 'bad' }])
    expect(verdicts({ major: 19, version: '19.0' })).toMatchObject([{ state: 'look' }])
    expect(verdicts({ major: 15, version: '15.18' })).toEqual([])
  })

  it('that its clock is apart from that of this computer, either way', () => {
    for (const minutes of [-5, 5]) {
      expect(verdicts({ now: new Date(NOW.getTime() + minutes * 60_000) })).toEqual([
        { state: 'bad', sentence: expect.stringContaining('300 seconds apart') as string },
      ])
    }
    expect(verdicts({ now: new Date(NOW.getTime() + 29_000) })).toEqual([])
  })

  it('that a fault of its disk would not be noticed', () => {
    expect(verdicts({ checksums: false })).toMatchObject([{ state: 'look' }])
  })

  it.each([
    ['fsync', 'off'],
    ['full_page_writes', 'off'],
    ['synchronous_commit', 'off'],
  ])('that answers can be lost: %s = %s', (name, value) => {
    expect(verdicts(withSetting(name, value))).toEqual([
      { state: 'bad', sentence: expect.stringContaining(`${name} = ${value}`) as string },
    ])
  })

  it.each([
    ['track_commit_timestamp', 'on'],
    ['wal_recycle', 'on'],
    ['archive_mode', 'always'],
    ['log_statement', 'mod'],
    ['log_duration', 'on'],
    ['log_min_duration_statement', '0'],
    ['log_min_messages', 'warning'],
    ['log_error_verbosity', 'default'],
    ['auto_explain.log_min_duration', '0'],
    ['log_min_error_statement', 'error'],
    ['log_parameter_max_length_on_error', '-1'],
  ])('that it would tell on people, and that this is bad where codes are anonymous: %s = %s', (name, value) => {
    const sentence = expect.stringContaining(`${name} = ${value}`) as string
    expect(verdicts(withSetting(name, value))).toEqual([{ state: 'look', sentence }])
    expect(verdicts(withSetting(name, value), true)).toEqual([{ state: 'bad', sentence }])
  })
})

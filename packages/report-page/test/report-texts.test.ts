import { expect, it } from 'vitest'
import { samplePublication } from '@klankbord/testing/sample-publication'
import { dayOfWeek, formatPeriod, reportLanguages } from '../src/report-texts.ts'

it.each([
  ['2026-W07', '2026-02-09', '2026-02-15'],
  ['2026-W01', '2025-12-29', '2026-01-04'],
  ['2020-W53', '2020-12-28', '2021-01-03'],
])('knows the days of week %s', (week, first, last) => {
  expect([dayOfWeek(week, 'first'), dayOfWeek(week, 'last')]).toEqual([first, last])
})

it('says the year once when a period has one', () => {
  expect(formatPeriod('2026-02-09', '2026-04-26', 'nl')).toEqual({ from: '9 februari', to: '26 april 2026' })
  expect(formatPeriod('2025-12-29', '2026-01-04', 'en')).toEqual({ from: '29 December 2025', to: '4 January 2026' })
})

it('offers only languages in which the whole page can be read', () => {
  expect(reportLanguages(samplePublication({ languages: ['nl', 'ar', 'en'] }))).toEqual(['nl', 'en'])
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDesk, type Desk } from './study-on-disk.ts'

let desk: Desk
let address: string

beforeAll(async () => {
  desk = await openDesk()
  address = await desk.study()
  const rows = Array.from({ length: 40 }, (_, place) => `${1 + (place % 2)},1,0,,`)
  const file = await desk.file('in.csv', ['safe,used__1,used__2,nights,story', ...rows].join('\n'))
  await desk.command('responses', 'import', file, '--wave', address)
})
afterAll(() => desk.end())

it('tells what was done by command, newest first, with who looked and not what they typed', async () => {
  await desk.command('publish', '--wave', address)
  await desk.command('responses', 'export', '--wave', address, '--purpose', 'Dubbele rijen zoeken', '--by', 'Fatima')
  await desk.command('wave', 'close', '--wave', address)
  const { code, printed, warned } = await desk.command('audit', '--study', address)
  expect([code, warned]).toEqual([0, ['The log of what staff did is as it was written.']])
  expect(printed.map((line) => line.split('  ')[3])).toEqual([
    'wave.closed',
    'answers.exported',
    'results.published',
    'answers.imported',
    'study.begun',
  ])
  expect(printed[1]).toContain('"by":"Fatima"')
  expect(printed.join()).not.toContain('Dubbele rijen')
  const title = printed[0]?.split('  ')[4] ?? ''
  expect(title).toMatch(/^\p{L}.* \([0-9a-f-]{36}\)$/u)
  expect(printed.every((line) => line.includes('(this machine)'))).toBe(true)
})

it('says so when somebody changed the log by hand, and the doctor does, too', async () => {
  const { db } = desk.database
  await db.updateTable('audit_log').set({ details: '{}' }).where('number', '=', '2').execute()
  const { code, warned } = await desk.command('audit')
  expect([code, warned[0]]).toEqual([1, expect.stringMatching(/changed by hand: line 2 is not what was written/)])
  const doctor = await desk.command('doctor')
  expect([doctor.code, doctor.printed.join('\n')]).toEqual([
    1,
    expect.stringContaining('line 2 is not what was written'),
  ])
})

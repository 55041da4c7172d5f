import { InvalidArgumentError } from 'commander'
import { say } from './say.ts'

/** Pairs as they were typed, one at a time: "name=Naam". */
export function pairs(typed: string, before: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const place = typed.indexOf('=')
  if (place < 1) throw new InvalidArgumentError(say('notAPair'))
  return { ...before, [typed.slice(0, place).trim()]: typed.slice(place + 1).trim() }
}

/** Numbers of people by name, one at a time: "Oost=600". */
export function counts(typed: string, before: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const [name, number] = Object.entries(pairs(typed, {}))[0] ?? ['', '']
  return { ...before, [name]: count(number) }
}

/** A number of people. */
export function count(typed: string): number {
  if (!/^\d{1,9}$/.test(typed)) throw new InvalidArgumentError(say('notAWholeNumber'))
  return Number(typed)
}

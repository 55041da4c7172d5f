const FIRST = 1000
const LONGEST = 60_000

/**
 * How long to wait before sending again: twice as long each time, up to a minute, and a half less or more so that a room
 * full of people whose connection comes back do not all send at once.
 *
 * @param failures how often it failed, from 1
 * @param random from 0 up to but not including 1
 */
export function pauseAfter(failures: number, random: () => number): number {
  return Math.min(LONGEST, FIRST * 2 ** Math.min(failures - 1, 10)) * (0.5 + random())
}

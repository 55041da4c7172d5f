import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** The columns of the published file: five items on each of three traits, gender and age. */
const HEADER = ['A', 'C', 'N']
  .flatMap((trait) => [1, 2, 3, 4, 5].map((item) => `${trait}${item}`))
  .concat('gender', 'age')
/** Items that say the opposite of their trait. */
const REVERSED = new Set(['A1', 'C4', 'C5'])
const MISSING = 0.008

/**
 * A made-up file in the shape of the published one: six-point answers that hang together by trait, a few
 * empty cells, twice as many women as men, and many young people. The same seed gives the same file.
 */
export function syntheticCsv(seed = 15, rows = 1000): string {
  const generator = xoroshiro128plus(seed)
  const uniform = (): number => uniformFloat64(generator)
  const lines = Array.from({ length: rows }, () => syntheticRow(uniform).join(','))
  return [HEADER.join(','), ...lines, ''].join('\n')
}

/** A file of which only the first and the last row can be taken. */
export const REFUSABLE_CSV: string = [
  HEADER.join(','),
  '2,4,3,4,4,2,3,3,4,4,3,4,2,2,3,1,16',
  '7,4,3,4,4,2,3,3,4,4,3,4,2,2,3,1,16',
  '2,NA,3,4,4,2,3,3,4,4,3,4,2,2,3,1,16',
  '2,4,3,4,4,2,3,3,4,4,3,4,2,2,3,3,16',
  '2,4,3,4,4,2,3,3,4,4,3,4,2,2,3,1,161',
  '2,4,3,4,4,2,3,3,4,4,3,4,2,2,3,1,"16,5"',
  '2,4,3,4,4,2,3,3,4,4,3,4,2,2,3,1',
  '2,4,3,4,4,2,3,3,4,4,3,4,2,2,3,1,16,',
  ',,,,,,,,,,,,,,,2,40',
  '',
].join('\n')

function syntheticRow(uniform: () => number): readonly string[] {
  const spread = (): number => uniform() + uniform() + uniform() - 1.5
  const woman = uniform() < 0.67
  const traits: Readonly<Record<string, number>> = {
    A: 4.6 + spread() + (woman ? 0.15 : -0.3),
    C: 4.3 + spread(),
    N: 3.1 + 1.6 * spread() + (woman ? 0.15 : -0.3),
  }
  const items = HEADER.slice(0, 15).map((name) => {
    const level = Math.min(6, Math.max(1, Math.round((traits[name.charAt(0)] ?? 3.5) + 1.4 * spread())))
    const answer = REVERSED.has(name) ? 7 - level : level
    return uniform() < MISSING ? '' : String(answer)
  })
  return [...items, woman ? '2' : '1', String(12 + Math.floor(62 * uniform() ** 2.4))]
}

/** Run as a program: writes both files into the folder that is named. */
function writeFiles(folder: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'responses.csv'), syntheticCsv())
  writeFileSync(join(folder, 'refusable.csv'), REFUSABLE_CSV)
}

const [, program, folder] = process.argv
if (program !== undefined && folder !== undefined && import.meta.url === pathToFileURL(program).href) writeFiles(folder)

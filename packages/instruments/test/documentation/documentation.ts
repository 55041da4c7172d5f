import { INSTRUMENTS } from '../../src/index.ts'
import { externalPage } from './external-page.ts'
import { indexPage } from './index-page.ts'
import { instrumentPage } from './instrument-page.ts'

/** Every page of documentation that is written from the data, by its name in `docs/instruments`. */
export function documentation(): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', indexPage()],
    ['external.md', externalPage()],
    ...INSTRUMENTS.map((instrument) => [`${instrument.id}.md`, instrumentPage(instrument)] as const),
  ])
}

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ReportPlan } from '@klankbord/model'
import { syntheticCsv } from './synthetic.ts'

/** A file with responses to the questionnaire of this example. */
export interface ResponsesFile {
  readonly origin: 'published' | 'synthetic'
  readonly text: string
}

/** The published file. Its licence keeps it out of the repository; it is read when it stands beside it. */
const PUBLISHED = new URL('../../../shared/reference/stats/data/bfi.csv', import.meta.url)

/** The files that there are: always the synthetic one, and before it the published one where it can be read. */
export function responsesFiles(): readonly ResponsesFile[] {
  const synthetic: ResponsesFile = { origin: 'synthetic', text: syntheticCsv() }
  if (!existsSync(fileURLToPath(PUBLISHED))) return [synthetic]
  return [{ origin: 'published', text: readFileSync(PUBLISHED, 'utf8') }, synthetic]
}

/** The SurveyJS definition, as text. */
export function definitionText(): string {
  return readFileSync(new URL('definition.json', import.meta.url), 'utf8')
}

/** What a publication of these responses shows. */
export function reportPlan(): ReportPlan {
  return JSON.parse(readFileSync(new URL('plan.json', import.meta.url), 'utf8')) as ReportPlan
}

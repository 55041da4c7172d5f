import type { Publication } from '@klankbord/model'
import { renderReportPage } from '@klankbord/report-page'
import { samplePublication } from '@klankbord/testing/sample-publication'

const links = { json: 'r.json', csv: 'r.csv', languages: { nl: 'index.html', en: 'en.html' } }

/** The page of the fixture, or of a changed one. */
export function pageOf(changes: Partial<Publication> = {}, language = 'nl', script?: string): string {
  return renderReportPage(samplePublication(changes), { language, links, ...(script === undefined ? {} : { script }) })
}

/** What people read: the text without tags, white space in one. */
export function readingOf(page: string): string {
  const body = page.slice(page.indexOf('<body>')).replaceAll(/<script[\s\S]*?<\/script>/g, '')
  return body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
}

/** The values of an attribute in the order of the page. */
export function attributesOf(page: string, name: string): readonly string[] {
  return [...page.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) => value ?? '')
}

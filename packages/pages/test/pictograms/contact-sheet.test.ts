import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { contactSheet, pictogramPage } from './contact-sheet.ts'

const docs = (path: string): string => readFileSync(new URL(`../../../../docs/${path}`, import.meta.url), 'utf8')

it('shows all drawings in the documentation as they are today', () => {
  expect(docs('pictures/pictograms.svg')).toBe(contactSheet())
  expect(docs('instruments/pictograms.md')).toBe(pictogramPage())
})

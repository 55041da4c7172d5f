import { mkdirSync, writeFileSync } from 'node:fs'
import { contactSheet, pictogramPage } from './contact-sheet.ts'

const docs = new URL('../../../../docs/', import.meta.url)
mkdirSync(new URL('instruments/', docs), { recursive: true })
writeFileSync(new URL('instruments/pictograms.md', docs), pictogramPage())
writeFileSync(new URL('pictures/pictograms.svg', docs), contactSheet())

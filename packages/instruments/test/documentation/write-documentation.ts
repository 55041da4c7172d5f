import { mkdirSync, writeFileSync } from 'node:fs'
import { documentation } from './documentation.ts'

const folder = new URL('../../../../docs/instruments/', import.meta.url)
mkdirSync(folder, { recursive: true })
for (const [name, page] of documentation()) writeFileSync(new URL(name, folder), page)

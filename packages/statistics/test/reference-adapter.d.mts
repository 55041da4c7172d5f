import type { ReferenceInput } from './reference/reference-cases.ts'

declare const adapter: Readonly<Record<string, (input: ReferenceInput) => unknown>>
export default adapter

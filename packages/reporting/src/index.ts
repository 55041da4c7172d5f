export type { SingleVariable } from './banded-variable.ts'
export { bandedVariable } from './banded-variable.ts'
export { publish } from './publish.ts'
export type { PublishInput } from './publish-input.ts'

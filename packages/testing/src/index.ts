export type { TestDatabase } from './create-test-database.ts'
export { createTestDatabase } from './create-test-database.ts'
export type { SeededRandom } from './seeded-random.ts'
export { seededRandom } from './seeded-random.ts'

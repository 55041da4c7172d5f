import 'vitest'

declare module 'vitest' {
  export interface ProvidedContext {
    /** How many times larger the seeded samples are: 1 in `npm test`, 20 in `npm run test:full`. */
    readonly sampleFactor: number
  }
}

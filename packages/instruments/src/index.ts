export type { Instrument, InstrumentAbout, PurposeLimit, PurposeLimitKind } from './instrument.ts'
export { INSTRUMENTS, findInstrument } from './registry.ts'
export type { SampleResponse, SampleStudy, SampleWave } from './sample/sample-study.ts'
export { sampleStudy } from './sample/sample-study.ts'
export {
  FICTIONAL_DISTRICTS,
  wmoClientExperience,
  wmoClientExperienceFor,
} from './wmo-client-experience/wmo-client-experience.ts'
export type { District } from './wmo-client-experience/wmo-definition.ts'

/** The example of a README, served as a module by the test configuration. */
declare module '*README.example.ts'

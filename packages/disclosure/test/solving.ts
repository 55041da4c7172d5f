import { loadSolver, solveHere } from '@klankbord/disclosure'

/** The solver in this very process: no worker is needed for tables this small. */
export const SOLVING = solveHere(await loadSolver(), { seconds: 10, now: () => performance.now() })

/** 0: all went well. 1: it was not done. 2: a part of it was not done. */
export type ExitCode = 0 | 1 | 2

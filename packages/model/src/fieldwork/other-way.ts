/** A way to take part besides the web: on paper, by telephone, or in a talk with a peer. */
export type OtherWay = 'paper' | 'telephone' | 'talk'

/** In the order in which they are offered. */
export const OTHER_WAYS: readonly OtherWay[] = ['paper', 'telephone', 'talk']

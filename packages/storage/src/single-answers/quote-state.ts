/** Where a quote stands. Only a released one is published. */
export type QuoteState = 'proposed' | 'released' | 'refused' | 'takenBack'

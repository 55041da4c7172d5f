export declare function checkReleased(root: string, all: readonly string[]): { faults: string[]; made: number }

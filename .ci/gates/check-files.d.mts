export declare function faultsOfFile(path: string, text: string): string[]
export declare function checkFiles(root: string, folders: readonly string[]): { faults: string[]; files: number }

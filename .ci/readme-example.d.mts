import type { Plugin } from 'vite'
export declare function readmeExample(): Plugin
export declare function exampleOf(readme: string): string

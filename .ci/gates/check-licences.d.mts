export declare function licenceFaults(listing: Readonly<Record<string, readonly { readonly name: string }[]>>): string[]

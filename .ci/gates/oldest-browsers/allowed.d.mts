export const ALLOWED: Readonly<Record<string, string>>

/** Whether an error of the system has this code. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

/**
 * What the system said, in words that a sentence can end with.
 *
 * @throws the error itself when it is not one of the system that people can do something about
 */
export function systemReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const reason = typeof code === 'string' ? REASONS[code] : undefined
  if (reason === undefined) throw error
  return reason
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not do that',
  EPERM: 'this user may not do that',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'this user may not use more of the disk',
  EFBIG: 'it would be larger than a file may be there',
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of its path is not a folder',
  EEXIST: 'a file stands in its place',
  EISDIR: 'it is a folder',
}

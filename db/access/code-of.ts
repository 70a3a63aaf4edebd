/** The SQLSTATE with which the database refused a statement; null for any other error. */
export function codeOf(error: unknown): string | null {
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  return typeof cause?.code === "string" ? cause.code : null;
}

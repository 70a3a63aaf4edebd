/** What stands in an address may be missing, there twice, endless, or hold what Postgres refuses: one sound text, or nothing. */
export function oneText(value: string | string[] | undefined): string | undefined {
  const text = (Array.isArray(value) ? value[0] : value)?.replaceAll("\0", "").toWellFormed().slice(0, 200);
  return text || undefined;
}

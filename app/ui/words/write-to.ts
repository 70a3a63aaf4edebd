/** The address of the page that writes to these people and leads back to a page of ours. */
export function writeTo(contactIds: string[], from: string): string {
  return `/write?${new URLSearchParams({ ...(contactIds.length > 0 ? { to: contactIds.join(",") } : {}), from })}`;
}

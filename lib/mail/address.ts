/** An address as it is compared and kept in columns named `email_norm`. */
export function normalAddress(address: string): string {
  return address.trim().toLowerCase();
}

/** What stands behind the @, in lower case; empty where there is none. */
export function domainOf(address: string | null): string {
  return normalAddress(address ?? "").split("@")[1] ?? "";
}

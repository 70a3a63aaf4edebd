/** The zones one may choose from, UTC first: what Intl names after a place. A test holds them against isTimeZone, which would take a second for all. */
export function listZones(): string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone.includes("/"))];
}

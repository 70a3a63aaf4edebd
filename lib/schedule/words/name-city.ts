// Zones that the browser still lists under a name the city has left behind.
const RENAMED: Readonly<Record<string, string>> = {
  "America/Godthab": "Nuuk",
  "Asia/Calcutta": "Kolkata",
  "Asia/Katmandu": "Kathmandu",
  "Asia/Rangoon": "Yangon",
  "Asia/Saigon": "Ho Chi Minh City",
  "Asia/Ho_Chi_Minh": "Ho Chi Minh City",
  "Atlantic/Faeroe": "Faroe",
  "Europe/Kiev": "Kyiv",
  "America/St_Johns": "St. John’s",
};

/** The city a reader knows a zone by: "New York" for America/New_York, "UTC" for the zone without a city. */
export function nameCity(timeZone: string): string {
  const renamed = RENAMED[timeZone];
  if (renamed) return renamed;
  // Etc/GMT+5 lies west of Greenwich: POSIX counts the other way round.
  const fixed = /^Etc\/GMT([+-])(\d+)$/.exec(timeZone);
  if (fixed) return fixed[2] === "0" ? "UTC" : `UTC${fixed[1] === "+" ? "−" : "+"}${fixed[2]}`;
  // What a campaign of before may still run on: "+05:30".
  const offset = /^([+-])0?(\d{1,2}):?(\d\d)$/.exec(timeZone);
  if (offset) return `UTC${offset[1] === "-" ? "−" : "+"}${offset[2]}${offset[3] === "00" ? "" : `:${offset[3]}`}`;
  const name = timeZone.slice(timeZone.lastIndexOf("/") + 1);
  return ["UTC", "UCT", "GMT", "Zulu", "Universal", "Greenwich"].includes(name) ? "UTC" : name.replaceAll("_", " ");
}

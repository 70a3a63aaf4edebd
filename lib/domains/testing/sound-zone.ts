import type { FakeZone } from "./fake-dns";

const key = "v=DKIM1; k=rsa; p=MIIB";

/** What stands in the zone of a domain that proves its mail. */
export const soundZone = (domain: string): FakeZone => ({
  [domain]: "v=spf1 include:spf.protection.outlook.com -all",
  [`_dmarc.${domain}`]: "v=DMARC1; p=reject",
  [`selector1._domainkey.${domain}`]: "→ key.onmicrosoft.com",
  "key.onmicrosoft.com": key,
});

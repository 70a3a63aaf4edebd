/** What is said of such a setting, behind its name. */
export const inClear =
  "reaches Postgres over a network without TLS; add ?sslmode=require (or verify-full), or set DATABASE_TLS=off where that network is private";

const loopback = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/i;

/**
 * Whether an address of Postgres leads off this machine and does not demand TLS. `prefer` and `allow` demand nothing: whoever stands between
 * answers that there is none. It is read as our client for Postgres reads it, which takes several hosts, and none out of the query.
 */
export function isInClear(address: string): boolean {
  const [, rest = ""] = address.split("://");
  const authority = rest.split(/[?/]/)[0] ?? "";
  const hosts = decodeURIComponent(authority.slice(authority.indexOf("@") + 1));
  const asked = new URLSearchParams(address.split("?")[1] ?? "");
  const distant = hosts.split(",").some((host) => !isHere(host));
  return distant && !/^(require|verify-ca|verify-full)$/.test(asked.get("sslmode") ?? asked.get("ssl") ?? "");
}

function isHere(host: string): boolean {
  return host === "" || host.startsWith("/") || loopback.test(host.replace(/:\d+$/, "")) || loopback.test(host);
}

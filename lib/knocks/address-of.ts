import { isIPv6 } from "node:net";

/**
 * The address a request comes from, as limits count it. Next believes whatever `X-Forwarded-For` a client sends; here an entry counts only where as
 * many proxies as are trusted have put theirs behind it: each appends the address it was called from.
 * @param trusted how many proxies stand in front of us; 0 means that only the socket is believed.
 */
export function addressOf(socket: string | undefined, forwarded: string | undefined, trusted: number): string {
  const chain =
    trusted > 0
      ? (forwarded ?? "")
          .split(",")
          .map((one) => one.trim())
          .filter(Boolean)
      : [];
  return groupOf(chain.at(-trusted) ?? chain[0] ?? socket ?? "unknown");
}

/** One client of IPv6 has a whole /64 to choose from, so its first half is what counts. An IPv4 address is itself, however it is written. */
function groupOf(written: string): string {
  const address = written.replace(/^\[|\](:\d+)?$/g, "").replace(/%.*$/, "");
  const inner = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/i.exec(address)?.[1];
  if (inner) return inner;
  if (!isIPv6(address)) return address.replace(/\s/g, "").slice(0, 60);
  const [head = "", tail] = address.toLowerCase().split("::");
  const [front, back] = [head, tail ?? ""].map((part) => part.split(":").filter(Boolean)) as [string[], string[]];
  const groups =
    tail === undefined ? front : [...front, ...Array(Math.max(0, 8 - front.length - back.length)).fill("0"), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}

import { clientHeader, clientWord } from "./client-header";

/** Where a request comes from: an address as limits count it, "unknown" where the server did not see it arrive. Never logged or kept as it is. */
export function clientOf(headers: Pick<Headers, "get">): string {
  const [word, address] = (headers.get(clientHeader) ?? "").split(" ");
  return word === clientWord() && address ? address : "unknown";
}

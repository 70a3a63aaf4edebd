import { Resolver } from "node:dns/promises";
import type { AliasAnswer, Dns, TextAnswer } from "./dns";

const timeoutMs = 3000;
const tries = 2;
/** A look-up takes no longer in all, however many names it leads to; what is left is then unknown. */
const allMs = 25_000;
/** Resolvers follow 8 to 16 aliases; nobody's record has more than three. */
const mostAliases = 8;

/**
 * Asks name servers over the network, each name once for as long as this is kept: one look-up of a domain.
 * @param servers of DNS_RESOLVERS; empty means those of the system. @param mostMs from now on.
 */
export function askDns(servers: string[], mostMs = allMs): Dns {
  const resolver = new Resolver({ timeout: timeoutMs, tries });
  if (servers.length > 0) resolver.setServers(servers);
  const asked = new Map<string, Promise<TextAnswer>>();
  let isOver = false;
  const end = () => {
    isOver = true;
    resolver.cancel();
  };
  setTimeout(end, mostMs).unref();
  const within = async <T>(ask: () => Promise<T>): Promise<T> => {
    if (isOver) throw Object.assign(new Error("No time is left."), { code: "ETIMEOUT" });
    return ask();
  };
  const texts = async (name: string): Promise<TextAnswer> => {
    try {
      return { kind: "texts", texts: (await within(() => resolver.resolveTxt(name))).map((strings) => strings.join("")) };
    } catch (error) {
      const fault = faultOf(error);
      if (fault.kind === "none" || fault.code !== "ESERVFAIL") return fault;
      // A resolver that met a loop says no more than that it failed.
      const found = await aliases(name);
      return found.kind === "loop" ? found : fault;
    }
  };
  const aliases = async (name: string): Promise<AliasAnswer> => {
    const chain: string[] = [];
    const seen = new Set([normal(name)]);
    for (let at = name; ; at = chain.at(-1) ?? name) {
      const next = await within(() => resolver.resolveCname(at)).then(([one]) => one ?? null, aliasFault);
      if (next === null) return { kind: "end", chain };
      if (typeof next !== "string") return next;
      chain.push(normal(next));
      if (seen.has(normal(next)) || chain.length > mostAliases) return { kind: "loop", chain };
      seen.add(normal(next));
    }
  };
  return {
    aliases,
    texts: (name) => {
      const known = asked.get(normal(name)) ?? texts(name);
      asked.set(normal(name), known);
      return known;
    },
  };
}

function aliasFault(error: unknown): null | { kind: "silent"; code: string } {
  const fault = faultOf(error);
  return fault.kind === "none" ? null : fault;
}

/** Only "no such name" and "no such record" say something of the domain; a name no resolver takes cannot exist either. */
function faultOf(error: unknown): { kind: "none" } | { kind: "silent"; code: string } {
  const code = (error as { code?: string }).code ?? "UNKNOWN";
  return ["ENOTFOUND", "ENODATA", "EBADNAME"].includes(code) ? { kind: "none" } : { kind: "silent", code };
}

const normal = (name: string) => name.toLowerCase().replace(/\.$/, "");

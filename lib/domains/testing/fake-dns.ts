import type { Dns, TextAnswer } from "../dns/dns";

/** Names and what stands there: texts, one alias ("→ other.example"), or silence ("!ETIMEOUT"). Others do not exist. */
export type FakeZone = Record<string, string | string[]>;

/** Answers out of a table, for rules without a network. */
export function fakeDns(zone: FakeZone): Dns {
  const at = (name: string) => [zone[name.toLowerCase()] ?? []].flat();
  const aliases: Dns["aliases"] = async (name) => {
    const chain: string[] = [];
    for (let next = name; ; next = chain.at(-1) ?? name) {
      const [first = ""] = at(next);
      if (first.startsWith("!")) return { kind: "silent", code: first.slice(1) };
      if (!first.startsWith("→")) return { kind: "end", chain };
      const target = first.replace(/^→ */, "").toLowerCase();
      const isLoop = target === name || chain.includes(target);
      chain.push(target);
      if (isLoop) return { kind: "loop", chain };
    }
  };
  const texts = async (name: string): Promise<TextAnswer> => {
    const found = await aliases(name);
    if (found.kind !== "end") return found;
    const records = at(found.chain.at(-1) ?? name);
    return records.length === 0 ? { kind: "none" } : { kind: "texts", texts: records };
  };
  return { aliases, texts };
}

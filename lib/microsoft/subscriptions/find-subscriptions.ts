import { inArray } from "drizzle-orm";
import { withSystem } from "@/db/access/with-system";
import { graphSubscriptions } from "@/db/schema/senders";

export type Found = { id: string; teamId: string; senderAccountId: string; clientStateHash: string };

const everyMs = 1000;
const knownForMs = 60_000;
const unknownForMs = 10_000;
/** Of both kinds together; a mailbox has two, a stranger invents as many as he likes. */
const mostKept = 20_000;
const mostAsked = 500;

let kept = new Map<string, { found: Found | null; until: number }>();
let asked = new Set<string>();
let next: Promise<void> | null = null;
let lastAt = -everyMs;

/**
 * Which of these ids are subscriptions of ours. Whoever likes may post ids here, so what is not known is looked up once a second for all
 * who ask, and then known for a while, also to be none; where too many are asked for, some are none.
 */
export async function findSubscriptions(ids: string[]): Promise<Map<string, Found>> {
  for (const id of ids) if (!isKept(id) && asked.size < mostAsked) asked.add(id);
  if (ids.some((id) => asked.has(id))) {
    next ??= lookUpSoon();
    await next;
  }
  return new Map(
    ids.flatMap((id) => {
      const found = kept.get(id)?.found;
      return found ? [[id, found] as const] : [];
    }),
  );
}

const isKept = (id: string) => (kept.get(id)?.until ?? 0) > performance.now();

async function lookUpSoon() {
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, lastAt + everyMs - performance.now())));
  lastAt = performance.now();
  next = null;
  const wanted = [...asked];
  asked = new Set();
  const { id, teamId, senderAccountId, clientStateHash } = graphSubscriptions;
  const rows = await withSystem("receive notifications", (tx) =>
    tx.select({ id, teamId, senderAccountId, clientStateHash }).from(graphSubscriptions).where(inArray(id, wanted)),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  if (kept.size + wanted.length > mostKept) kept = new Map();
  for (const one of wanted) {
    const found = byId.get(one) ?? null;
    kept.set(one, { found, until: lastAt + (found ? knownForMs : unknownForMs) });
  }
}

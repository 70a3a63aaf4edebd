import { type Answer, graphError, json } from "../http";
import { state } from "../state";
import { sql } from "../store";
import type { Asked } from "./asked";
import { badUrl, unreadablePage } from "./errors";
import type { Message } from "./message";
import { isUnreadable, optionsOf } from "./read";
import { shape } from "./shape";

const graph = "https://graph.microsoft.com/v1.0";
/** Only the last tokens of a chain are known; older ones answer 410. */
const generationsKept = 3;

type Token = { seq: number; until: number; since: string; select: string; expand: string; generation: number; chain: string };

async function newestOf(chain: string): Promise<number> {
  const [row] = await sql<{ newest: number }[]>`select newest from chains where id = ${chain}`;
  return row?.newest ?? 0;
}

/** GET …/messages/delta: pages by `skiptoken`, then a `deltatoken` from which the next round starts. */
export async function delta({ request, person }: Asked, folder: string): Promise<Answer> {
  const { searchParams } = request.url;
  const given = searchParams.get("$skiptoken") ?? searchParams.get("$deltatoken");
  let token: Token;
  if (given) {
    const read = readToken(given);
    const latest = await newestOf(read?.chain ?? "");
    if (
      !read ||
      latest === 0 ||
      !read.chain.startsWith(`${person.email}:${folder}:`) ||
      latest - read.generation >= generationsKept
    )
      return gone(read?.generation ?? 0, latest);
    token = searchParams.has("$deltatoken") ? { ...read, until: await lastSeq(), generation: latest + 1 } : read;
  } else {
    const filter = searchParams.get("$filter") ?? "";
    const since = /^receivedDateTime (ge|gt) (\S+)$/.exec(filter)?.[2];
    if (filter && !since) return badUrl("The filter of a delta may only name receivedDateTime.");
    if (!/^(receivedDateTime desc)?$/i.test(searchParams.get("$orderby") ?? "") || searchParams.has("$search"))
      return badUrl("A delta is sorted by receivedDateTime desc or not at all, and is not searched.");
    token = {
      seq: 0,
      until: await lastSeq(),
      since: since ?? "",
      select: searchParams.get("$select") ?? "",
      expand: searchParams.get("$expand") ?? "",
      generation: 1,
      chain: `${person.email}:${folder}:${Date.now()}:${Math.random()}`,
    };
  }
  const read = optionsOf(asBegun(request.url, token));
  if ("refused" in read) return read.refused;
  await sql`insert into chains (id, newest) values (${token.chain}, ${token.generation})
    on conflict (id) do update set newest = greatest(chains.newest, excluded.newest)`;
  const size = Number(/odata\.maxpagesize=(\d+)/i.exec(String(request.headers.prefer ?? ""))?.[1] ?? 10);
  const rows = await sql<{ seq: string; id: string; removed: boolean }[]>`
    select max(seq)::text as seq, id, (array_agg(removed order by seq desc))[1] as removed from changes
    where mailbox = ${person.email} and folder = ${folder} and seq > ${token.seq} and seq <= ${token.until} group by id order by max(seq) limit ${size + 1}`;
  const page = rows.slice(0, size);
  const messages = await sql<
    Message[]
  >`select * from messages where id in ${sql(page.length > 0 ? page.map((row) => row.id) : [""])}`;
  const value = page.flatMap((row): Record<string, unknown>[] => {
    if (row.removed)
      return token.seq === 0
        ? []
        : [{ "@odata.type": "#microsoft.graph.message", id: row.id, "@removed": { reason: "deleted" } }];
    const message = messages.find((one) => one.id === row.id);
    // Automatic answers of the own organisation are kept from change lists too.
    if (!message || message.deleted_at || message.message_class.startsWith("IPM.Note.Rules.")) return [];
    if (isBefore(message, token.since)) return [];
    return [{ "@odata.type": "#microsoft.graph.message", ...shape(message, request, read.options) }];
  });
  const asked = messages.filter((one) => !one.deleted_at && one.folder === folder && !isBefore(one, token.since));
  if (asked.some((one) => isUnreadable(one, read.options))) return unreadablePage();
  const context = { "@odata.context": `${graph}/$metadata#Collection(message)` };
  const base = `${graph}${request.path}`;
  if (rows.length > size)
    return json(200, {
      ...context,
      value,
      "@odata.nextLink": `${base}?$skiptoken=${writeToken({ ...token, seq: Number(page.at(-1)?.seq ?? token.seq) })}`,
    });
  return json(200, {
    ...context,
    value,
    "@odata.deltaLink": `${base}?$deltatoken=${writeToken({ ...token, seq: token.until })}`,
  });
}

const isBefore = (message: Message, since: string) => since !== "" && message.received_at < new Date(since);

async function lastSeq(): Promise<number> {
  const [row] = await sql<
    { seq: string | null }[]
  >`select max(seq)::text as seq from changes where at <= now() - make_interval(secs => ${state.changesLagMs / 1000})`;
  return Number(row?.seq ?? 0);
}

const writeToken = (token: Token) => Buffer.from(JSON.stringify(token)).toString("base64url");
function readToken(text: string): Token | null {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString()) as Token;
  } catch {
    return null;
  }
}

/** The options of the first call hold for the whole chain. */
function asBegun(url: URL, token: Token) {
  const copy = new URL(url);
  for (const [name, value] of [
    ["$select", token.select],
    ["$expand", token.expand],
  ] as const) {
    if (value) copy.searchParams.set(name, value);
    else copy.searchParams.delete(name);
  }
  return copy;
}

function gone(generation: number, highest: number): Answer {
  return graphError(
    410,
    "SyncStateNotFound",
    `The sync state generation is not found; generation=${generation};[highest=${highest}]`,
  );
}

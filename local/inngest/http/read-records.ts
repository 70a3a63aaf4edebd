import { cancelRun } from "../store/cancel-run";
import { type RunFilter, readEvents, readHistory, readRuns } from "../store/read-runs";
import { Refusal, type Reply, type Served } from "./respond";

/** The run history under `/v1`, in the shapes of the real server; `/v1/runs` (a list) and `/v1/runs/:id/history` are ours alone. */
export async function readRecords(method: string, url: URL, { sql, wake }: Served): Promise<Reply> {
  const [kind, id, part] = url.pathname.split("/").slice(2).map(decodeURIComponent);
  const query = (name: string) => url.searchParams.get(name) ?? undefined;
  const limit = Math.min(Math.max(Number(query("limit") ?? 50) || 50, 1), 1000);
  if (kind === "runs" && id && method === "DELETE" && !part) {
    const cancelled = await cancelRun(sql, id, new Date());
    if (cancelled === undefined) throw new Refusal(404, "There is no such run.");
    wake();
    return { status: cancelled ? 200 : 409, body: cancelled ? {} : { status: 409, error: "The run has already ended." } };
  }
  if (method !== "GET") throw new Refusal(405, "This address is only read.");
  if (kind === "runs" && !id) return data(await readRuns(sql, filter(query, limit)));
  if (kind === "runs" && id && part === "history") return data(await readHistory(sql, id));
  if (kind === "runs" && id && !part) return data(single(await readRuns(sql, { id, limit: 1 }), "run"));
  if (kind === "events" && !id)
    return data(await readEvents(sql, { name: query("name"), after: query("received_after"), cursor: query("cursor"), limit }));
  if (kind === "events" && id && part === "runs") return data(await readRuns(sql, { event: id, limit }));
  if (kind === "events" && id && !part) return data(single(await readEvents(sql, { id, limit: 1 }), "event"));
  throw new Refusal(404, "There is nothing at this address.");
}

const filter = (query: (name: string) => string | undefined, limit: number): RunFilter => ({
  functionId: query("function_id"),
  status: query("status"),
  before: query("cursor"),
  limit,
});

function single<T>(rows: T[], what: string): T {
  const [row] = rows;
  if (!row) throw new Refusal(404, `There is no such ${what}.`);
  return row;
}

const data = (found: unknown): Reply => {
  const now = new Date().toISOString();
  return { status: 200, body: { data: found, metadata: { fetched_at: now, cached_until: now } } };
};

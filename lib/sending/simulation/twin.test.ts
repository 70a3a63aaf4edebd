import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { BreachFound } from "./breach";
import { doubtSchedule, sendTimeoutSeconds } from "./memory/ledger";
import { memoryWorld } from "./memory/memory-world";
import { graph } from "./postgres/exchange-as-graph";
import { postgresWorld } from "./postgres/postgres-world";
import { drive, type OpenWorld } from "./runs/drive";

vi.mock("../../microsoft/lease-mailbox", () => ({ leaseMailbox: graph.leaseMailbox }));
vi.mock("../../microsoft/tokens/acquire-mail-token", () => ({ acquireMailToken: async () => "token" }));
vi.mock("../../microsoft/graph/create-draft", async (original) => ({
  ...(await original<object>()),
  createDraft: graph.createDraft,
}));
vi.mock("../../microsoft/graph/read-shown-mail", () => ({ readShownMail: graph.readShownMail }));
vi.mock("../../microsoft/graph/send-message", () => ({ sendMessage: graph.sendMessage }));
vi.mock("../../microsoft/graph/delete-draft", () => ({ deleteDraft: graph.deleteDraft }));
vi.mock("../../microsoft/graph/find-message", async (original) => {
  const { findById, findByKey, findDraftsByKey, findByMessageId } = graph;
  return { ...(await original<object>()), findById, findByKey, findDraftsByKey, findByMessageId };
});
vi.mock("node:timers/promises", async (original) => ({ ...(await original<object>()), setTimeout: graph.stand }));
vi.mock("../ledger/settle-doubt", async (original) => {
  const { settleDoubt } = await original<typeof import("../ledger/settle-doubt")>();
  const looked: typeof settleDoubt = async (...asked) => {
    await graph.looks();
    return settleDoubt(...asked);
  };
  return { settleDoubt: looked };
});

/**
 * The heart of the simulation: what memory says is what production does. The same driver, with the same seeds, does the same to both worlds. `npm run prove --
 * simulation twins` runs 2,000 campaigns of 20 people in parts: SIMULATION_TWINS and SIMULATION_TWINS_FROM say how many and from which seed. SIMULATION_TWIN=seed
 * replays one. Without PROVE=1 they are of 3 people.
 */
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  stubSettings({ DOUBT_SCHEDULE: doubtSchedule.join(","), SEND_TIMEOUT: String(sendTimeoutSeconds) });
});
afterAll(() => db.close());

const full = process.env.PROVE === "1";
const { SIMULATION_TWIN: only } = process.env;
const people = full ? 20 : 3;
const from = Number(only ?? process.env.SIMULATION_TWINS_FROM ?? 0);
const count = only ? 1 : full ? Number(process.env.SIMULATION_TWINS ?? 4) : 7;

test("a campaign in memory and through Postgres: the same mails at the same instants, the same reasons, the same ends", {
  timeout: 36_000_000,
}, async ({ task }) => {
  let mails = 0;
  const differing: string[] = [];
  for (let seed = from; seed < from + count; seed += 1) {
    const inMemory = await told(seed, memoryWorldOf);
    const inPostgres = await told(seed, (setup, within) => {
      // What production measures between two steps of one process is measured by the simulation's clock.
      vi.spyOn(performance, "now").mockImplementation(within.now);
      return postgresWorld(db.admin, setup, within);
    }).finally(() => vi.restoreAllMocks());
    const again = `Again: SIMULATION_TWIN=${seed} ${full ? "PROVE=1 " : ""}npx vitest run lib/sending/simulation/twin.test.ts`;
    const line = inMemory.findIndex((one, n) => one !== inPostgres[n]);
    const place = line < 0 && inPostgres.length > inMemory.length ? inMemory.length : line;
    if (place >= 0) differing.push(`line ${place}, in memory: ${inMemory[place]}, in Postgres: ${inPostgres[place]}. ${again}`);
    mails += inMemory.filter((one) => one.includes(" sent ")).length;
  }
  expect(differing).toEqual([]);
  expect(mails).toBeGreaterThan(only ? 0 : count);
  Object.assign(task.meta, { mails });
});

const memoryWorldOf: OpenWorld = (setup, within) => memoryWorld(setup, within, null);

/** What happened, line by line; of a run that fails, the failure. */
function told(seed: number, open: OpenWorld): Promise<string[]> {
  return drive(seed, open, people).then(
    ({ trace }) => trace,
    (error: unknown) => [
      error instanceof Error ? `${error.message} ${error instanceof BreachFound ? "" : error.stack}` : String(error),
    ],
  );
}

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { type Canned, type CannedGraph, cannedGraph } from "../../microsoft/graph/testing/canned-graph";
import { readSamples } from "../../microsoft/samples/read-samples";
import { lookInto } from "./look-into";
import { keepPlace, readPlaces } from "./place";

const samples = readSamples("change-lists");
const now = new Date("2026-10-17T12:00:00Z");
let db: TestDatabase;
let graph: CannedGraph;
let answer: (path: string) => Canned;

beforeAll(async () => {
  db = await testDatabase();
  graph = await cannedGraph((path) => elsewhere(path) ?? answer(path), {
    DATABASE_APP_URL: db.appUrl,
    DATABASE_SYSTEM_URL: db.systemUrl,
  });
});
afterAll(async () => {
  await graph.end();
  await db.close();
});

/** The other folders are empty. */
function elsewhere(path: string): Canned | null {
  if (path.includes("sentitems")) return { body: { id: "sent" } };
  if (/\/me\/messages\?/.test(path)) return { body: { value: [] } };
  return path.includes("junkemail")
    ? { body: { value: [], "@odata.deltaLink": "https://graph.microsoft.com/v1.0/me/junkemail" } }
    : null;
}

/** A mailbox whose reading stands behind `link`, of a server that answers so. */
async function look(link: string | null, answers: (path: string) => Canned) {
  answer = answers;
  graph.asked.length = 0;
  const { teamId } = await seedTeam(db.admin);
  const senderAccountId = await seedMailbox(db.admin, teamId, { email: "anna@contoso.com", displayName: "Anna" });
  await db.admin`update mailbox_syncs set delta_link = ${link}, last_polled_at = null where sender_account_id = ${senderAccountId} and folder = 'inbox'`;
  const own = { senderAccountId, addresses: ["anna@contoso.com"], connectedAt: now, trouble: null, troubleUntil: null };
  const result = await lookInto({ teamId, memberId: null }, own, graph.mailbox, now, 60_000);
  const [place] =
    await db.admin`select delta_link, last_polled_at from mailbox_syncs where sender_account_id = ${senderAccountId} and folder = 'inbox'`;
  const asked = graph.asked.filter((path) => !elsewhere(path));
  const read = asked.filter((path) => !path.includes("/delta")).map((path) => path.split("/").pop()?.split("?")[0]);
  return { result, place, read, asked };
}

const message = (more: object = {}): Canned => ({ body: { subject: "Hello", conversationId: "c", ...more } });

describe("a change list", () => {
  test.each(samples.map((sample) => [sample.id, sample] as const))("%s: each id once, to the last link", async (_, sample) => {
    const answers = [...sample.answers];
    const first = sample.answers[0]?.request ?? "";
    let restarts = 0;
    const { place, read } = await look(first.includes("$filter") ? null : first, (path) => {
      if (!path.includes("/delta")) return message();
      const next = answers.shift();
      if (!next) throw new Error("asked for more than there is");
      const asked = next.request.includes("$filter") ? "$filter=receivedDateTime ge " : next.request.split("/v1.0")[1];
      expect(path).toContain(asked);
      if (next.status !== 200) restarts += 1;
      return { status: next.status, headers: next.headers, body: next.body };
    });
    expect(read).toEqual(sample.expected.ids);
    expect(place).toEqual({ delta_link: sample.expected.link, last_polled_at: now });
    expect(restarts).toBe(sample.expected.restarts);
    expect(answers).toEqual([]);
  });

  test("tells again of a message whose conversation was not there yet, and then it is read again", async () => {
    let reads = 0;
    const { read } = await look(null, (path) => {
      if (!path.includes("/delta")) return message(reads++ === 0 ? { conversationId: null } : {});
      const value = [{ id: "AAk1", isDraft: false }];
      const link = "https://graph.microsoft.com/v1.0/me/mailFolders('inbox')/messages/delta";
      return path.includes("skiptoken")
        ? { body: { value, "@odata.deltaLink": `${link}?$deltatoken=b` } }
        : { body: { value, "@odata.nextLink": `${link}?$skiptoken=a` } };
    });
    expect(read).toEqual(["AAk1", "AAk1"]);
  });

  test("that breaks off in the midst of an answer is asked for again in a smaller page", async () => {
    const { place, asked } = await look(null, (path) => {
      if (!path.includes("/delta")) return message();
      if (graph.asked.length < 2) return { text: '{"value":[{"id":"AAk1"', headers: { "content-type": "application/json" } };
      return { body: { value: [], "@odata.deltaLink": "https://graph.microsoft.com/v1.0/me/x?$deltatoken=b" } };
    });
    expect(asked).toHaveLength(2);
    expect(place).toMatchObject({ last_polled_at: now });
  });

  test("never leads a token to another host", async () => {
    const { asked } = await look("https://evil.example/v1.0/delta", () => ({
      body: { value: [], "@odata.deltaLink": "https://graph.microsoft.com/v1.0/me/x?$deltatoken=b" },
    }));
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain("$filter=receivedDateTime ge ");
  });
});

test("a reader that outlived its lease does not move the place of the one after it", async () => {
  const { teamId } = await seedTeam(db.admin);
  const senderAccountId = await seedMailbox(db.admin, teamId, { email: "anna@contoso.com", displayName: "Anna" });
  const scope = { teamId, memberId: null };
  const inbox = { senderAccountId, folder: "inbox" } as const;
  expect(await keepPlace(scope, inbox, null, { link: "a" })).toBe(true);
  expect(await keepPlace(scope, inbox, "a", { link: "b" })).toBe(true);
  expect(await keepPlace(scope, inbox, "a", { link: "c" })).toBe(false);
  expect(await readPlaces(scope, senderAccountId)).toMatchObject({ inbox: { link: "b" } });
});

test("a message that is endless is read without its body", async () => {
  const { read, result } = await look(null, (path) => {
    if (path.includes("/delta"))
      return {
        body: {
          value: [{ id: "AAk1", isDraft: false }],
          "@odata.deltaLink": "https://graph.microsoft.com/v1.0/me/x?$deltatoken=b",
        },
      };
    return path.includes("uniqueBody") ? message({ uniqueBody: { content: "x".repeat(3_000_000) } }) : message();
  });
  expect(read).toEqual(["AAk1", "AAk1"]);
  expect(result).toMatchObject({ read: 1 });
});

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { stubSettings } from "../../env/testing/stub-settings";
import { dropOwnText } from "../drop-own-text";
import { saveLetter } from "../save-letter";
import { signLetter } from "../sign-letter";
import { anna, db, letterTo, now, people, refusal, seedLetters, shown } from "../testing/letter-world";
import { type DraftOrder, draftLetter } from "./draft-letter";

seedLetters();
type Asked = { system: string; material: Record<string, unknown> };
/** What a model would answer to what it is asked. */
let answer: (asked: Asked) => { status?: number; subject?: string; body?: string; meanwhile?: () => Promise<unknown> };
let asked: Asked[] = [];
let server: Server;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const { messages } = JSON.parse(await text(request)) as { messages: { role: string; content: unknown }[] };
    const of = (role: string) => {
      const content = messages.find((message) => message.role === role)?.content;
      return typeof content === "string" ? content : (content as { text: string }[]).map((part) => part.text).join("");
    };
    const one = { system: of("system"), material: JSON.parse(of("user")) };
    asked.push(one);
    const { status = 200, subject = "", body = "", meanwhile } = answer(one);
    await meanwhile?.();
    const message = { role: "assistant", content: JSON.stringify({ subject, body }) };
    const said = {
      id: "c",
      object: "chat.completion",
      created: 1,
      model: "m",
      choices: [{ index: 0, finish_reason: "stop", message }],
    };
    response.writeHead(status, { "content-type": "application/json", "retry-after-ms": "10" });
    response.end(JSON.stringify(status === 200 ? said : { error: { message: "slow down" } }));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  stubSettings({
    OPENAI_API_KEY: "key-1",
    OPENAI_MODEL: "small",
    OPENAI_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
  });
});
afterAll(() => new Promise((done) => server.close(done)));
beforeEach(() => {
  asked = [];
});

const order = (letterId: string, other: Partial<DraftOrder> = {}): DraftOrder => ({
  letterId,
  note: "we met at the fair, I promised the plan",
  templateId: null,
  each: false,
  tone: null,
  ...other,
});

describe("one text for all", () => {
  test("keeps its fields in braces, and what stood there is given back with it", async () => {
    answer = () => ({
      subject: "Your plan, {{ first_name }}",
      body: "<p>Hi {{ first_name }} of {{ company }}<script>x</script></p>",
    });
    const view = await saveLetter(anna, letterTo(people), now);
    expect(await draftLetter(anna, order(view.id, { tone: "shorter" }), now)).toEqual({
      kind: "all",
      before: { subject: view.subject, body: view.body },
      text: { subject: "Your plan, {{ first_name }}", body: "<p>Hi {{ first_name }} of {{ company }}</p>" },
    });
    expect(asked[0]?.material).toMatchObject({ tone: "shorter", people: 3, note: expect.stringContaining("fair") });
    expect(asked[0]?.material.fields).toEqual(expect.arrayContaining(["first_name", "company", "town"]));
    // Nothing of any one of them goes into a text that all of them get.
    const [row] = await db.admin`select last_name as name from contacts where id = ${people[0] ?? ""}`;
    expect(JSON.stringify(asked[0])).not.toContain(String(row?.name));
  });

  test("with a field that nobody has is none", async () => {
    answer = () => ({ subject: "Hi", body: "<p>Hi {{ nickname }}</p>" });
    const view = await saveLetter(anna, letterTo(people), now);
    expect(await refusal(draftLetter(anna, order(view.id), now))).toBe(
      "unavailable: The model used a field that nobody has. Your text is as it was; try again in a moment.",
    );
  });

  test("needs something to say", async () => {
    const view = await saveLetter(anna, letterTo(people, { body: "" }), now);
    expect(await refusal(draftLetter(anna, order(view.id, { note: " " }), now))).toMatch(/^invalid/);
    expect(asked).toHaveLength(0);
  });
});

describe("one for each", () => {
  test("is a text of their own, which the letter no longer changes, until it is dropped", async () => {
    answer = ({ material }) => ({
      subject: "For you",
      body: `<p>Dear ${(material.recipient as { first_name: string }).first_name}</p>`,
    });
    const input = letterTo(people);
    const view = await saveLetter(anna, input, now);
    const drafted = await draftLetter(anna, order(view.id, { each: true }), now);
    if (drafted.kind !== "each") throw new Error("Not one for each.");
    expect(drafted.without).toEqual([]);
    expect(drafted.before.map(({ text }) => text)).toEqual(view.mails.map((mail) => mail.text));
    const names =
      await db.admin`select first_name as name from contacts where id = any(${people}) order by array_position(${people}::uuid[], id)`;
    expect(drafted.view.mails.map(({ text, isOwn }) => [text.body, isOwn])).toEqual(
      names.map(({ name }) => [`<p>Dear ${name}</p>`, true]),
    );
    const later = await saveLetter(anna, { ...input, version: 1, body: "<p>All of you</p>" }, now);
    expect(later.mails[0]?.text.body).toBe(drafted.view.mails[0]?.text.body);
    const dropped = await dropOwnText(anna, { letterId: view.id, draftId: later.mails[0]?.draftId ?? "" }, now);
    expect(dropped.mails[0]).toMatchObject({ isOwn: false, text: { body: "<p>All of you</p>" } });
    expect(dropped.mails[0]?.hash).not.toBe(later.mails[0]?.hash);
    await signLetter(anna, shown(dropped), now);
  });

  test("knows the mails between us, and them alone", async () => {
    answer = () => ({ subject: "x", body: "<p>x</p>" });
    await db.admin`insert into email_replies (team_id, contact_id, message_id, subject, snippet, received_at)
      values (${anna.teamId}, ${people[0] ?? ""}, '<a>', 'Plans', 'Send it on Thursday', ${now})`;
    const view = await saveLetter(anna, letterTo(people.slice(0, 2)), now);
    await draftLetter(anna, order(view.id, { each: true }), now);
    const told = asked.map(({ material }) => material.earlier);
    expect(told).toContainEqual([{ from: "them", subject: "Plans", body: "Send it on Thursday" }]);
    expect(told).toContainEqual([]);
    expect(asked.every(({ system }) => system.includes("never an instruction"))).toBe(true);
  });

  test("leaves what was signed or changed while it was written", async () => {
    const input = letterTo(people.slice(0, 2));
    const view = await saveLetter(anna, input, now);
    const [first, second] = view.mails;
    let done: Promise<unknown> | null = null;
    const meanwhile = () => (done ??= signLetter(anna, { letterId: view.id, mails: shown(view).mails.slice(0, 1) }, now));
    answer = () => ({ subject: "x", body: "<p>New</p>", meanwhile });
    const drafted = await draftLetter(anna, order(view.id, { each: true }), now);
    expect(drafted).toMatchObject({ without: [{ name: first?.contact.name, why: expect.stringContaining("signed") }] });
    if (drafted.kind !== "each") throw new Error("Not one for each.");
    expect(drafted.view.mails.map(({ state, isOwn }) => [state, isOwn])).toEqual([
      ["signed", false],
      ["draft", true],
    ]);
    expect(drafted.view.mails[1]?.draftId).toBe(second?.draftId);
  });

  test("of whom the model wrote nothing is named, and if it wrote nothing at all the text is as it was", async () => {
    let n = 0;
    answer = () => (n++ === 0 ? { subject: "x", body: "" } : { subject: "x", body: "<p>x</p>" });
    const view = await saveLetter(anna, letterTo(people), now);
    expect(await draftLetter(anna, order(view.id, { each: true }), now)).toMatchObject({
      without: [{ why: expect.stringContaining("empty") }],
    });
    answer = () => ({ status: 429 });
    expect(await refusal(draftLetter(anna, order(view.id, { each: true }), now))).toBe(
      "unavailable: The model is asked too often at the moment. Your text is as it was; try again in a moment.",
    );
  });
});

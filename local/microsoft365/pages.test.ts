import { createServer } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Mailbox, openMailbox, until } from "./testing/mailbox";
import { type Program, startProgram } from "./testing/start-program";

let program: Program;
let anna: Mailbox;
beforeAll(async () => {
  program = await startProgram();
  anna = await openMailbox(program, "anna@contoso.com");
});
afterAll(() => program?.stop());

type Delivered = { id: string; answered: string | null };
const read = async (path: string) => (await fetch(program.url + path)).text();
const press = (path: string, fields: Record<string, string>) =>
  fetch(program.url + path, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });

it("says on every page that nothing leaves, and shows a mail without running it", async () => {
  const evil = '</iframe><script>alert("1")</script>';
  const draft = await anna.draft("zoe@outside.example", { subject: evil, body: { contentType: "html", content: evil } });
  await anna.send(draft.id);
  await until(async () => ((await program.admin("GET", "mail")) as Delivered[]).length === 1);
  for (const path of ["/", "/requests", "/people"]) {
    const text = await read(path);
    expect(text).toContain("Stand-in for Microsoft 365: nothing leaves this machine");
    expect(text).not.toContain('<script>alert("1")');
  }
  expect(await read("/?q=zoe")).toContain("zoe@outside.example");
  expect(await read("/?q=nobody")).toContain("Nobody fits.");
});

it("presses the unsubscribe button of the product, and says when its page is away", async () => {
  const asked: string[] = [];
  const product = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end("done");
  });
  await new Promise<void>((done) => product.listen(0, "127.0.0.1", done));
  const address = product.address();
  const link = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/u/token`;
  const draft = await anna.draft("yan@outside.example", {
    singleValueExtendedProperties: [{ id: "String 0x1045", value: `<${link}>` }],
  });
  await anna.send(draft.id);
  const mails = await until(async () => {
    const list = (await program.admin("GET", "mail?to=yan@outside.example")) as Delivered[];
    return list.length > 0 && list;
  });
  const id = mails[0]?.id ?? "";
  expect((await press("/answer", { id, kind: "unsubscribe" })).headers.get("location")).toContain("note=Unsubscribed.");
  expect(asked).toEqual(["POST /u/token"]);
  await new Promise((done) => product.close(done));
  expect(await program.admin("POST", "unsubscribe-click", { id })).toEqual({ status: 503 });
});

it("unsubscribes by mail where the header names an address, as Outlook does, and else says that there is none", async () => {
  const [to, token] = ["wim@outside.example", "0a".repeat(32)];
  const deliver = async (value: string, count: number) => {
    const draft = await anna.draft(to, { singleValueExtendedProperties: [{ id: "String 0x1045", value }] });
    await anna.send(draft.id);
    const mails = await until(async () => {
      const list = (await program.admin("GET", `mail?to=${to}`)) as Delivered[];
      return list.length === count && list;
    });
    return mails.at(-1)?.id ?? "";
  };
  const noted = async (id: string) =>
    new URL((await press("/answer", { id, kind: "unsubscribe by mail" })).headers.get("location") ?? "", program.url)
      .searchParams;
  const bare = await deliver("<https://app.example/u/1>", 1);
  expect((await noted(bare)).get("note")).toBe("This mail names no address to unsubscribe by mail.");
  const id = await deliver(`<mailto:anna%40contoso.com?subject=unsubscribe%20${token}>, <https://app.example/u/1>`, 2);
  expect((await noted(id)).get("note")).toBe("The mail that unsubscribes is in the mailbox.");
  const inbox = (await anna.call("GET", "/me/mailFolders/inbox/messages?$select=subject,from,body")).body.value as {
    subject: string;
    from: { emailAddress: { address: string } };
    body: { content: string };
  }[];
  const came = inbox.filter(({ subject }) => subject === `unsubscribe ${token}`);
  expect(came).toMatchObject([{ from: { emailAddress: { address: to } }, body: { content: "" } }]);
});

it("switches trouble on and off with a count", async () => {
  await press("/trouble", { name: "504" });
  const draft = await anna.draft("xan@outside.example");
  expect((await anna.send(draft.id)).status).toBe(504);
  expect(await read("/")).toContain("1 done");
  await press("/trouble", { name: "503" });
  expect(await read("/")).toContain("0 of 2 done");
  await press("/trouble", { name: "503" });
  expect((await anna.send((await anna.draft("xan@outside.example")).id)).status).toBe(202);
});

it("switches a person's licence, sending and refresh, what holds for everybody, and one item's readability", async () => {
  const anna365 = "aaaaaaaa-0000-4000-8000-000000000001";
  await press("/account", { person: anna365, licence: "taken" });
  expect((await anna.call("GET", "/me/messages")).status).toBe(404);
  await press("/account", { person: anna365, licence: "given" });
  await press("/account", { person: anna365, sending: "ErrorQuotaExceeded" });
  await press("/account", { person: anna365, refresh: "50173" });
  await press("/rule", { retryAfterAs: "date" });
  await press("/rule", { port: "1" });
  expect(await program.admin("GET", "mailboxes")).toEqual({
    "anna@contoso.com": { licence: true, sending: "ErrorQuotaExceeded", refresh: 50173 },
  });
  expect(await program.admin("GET", "settings")).toMatchObject({ retryAfterAs: "date" });
  expect(await read("/people")).toContain('<option value="ErrorQuotaExceeded" selected>');
  const { id } = (await program.admin("POST", "messages", { mailbox: "anna@contoso.com" })) as { id: string };
  const spoil = () => press("/unreadable", { to: "anna@contoso.com", id });
  await spoil();
  expect((await anna.call("GET", `/me/messages/${id}`)).status).toBe(500);
  expect(await read(`/?to=anna@contoso.com&mail=${encodeURIComponent(id)}`)).toContain("Make it readable again");
  await spoil();
  expect((await anna.call("GET", `/me/messages/${id}`)).status).toBe(200);
});

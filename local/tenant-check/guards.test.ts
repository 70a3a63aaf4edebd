import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { tokenFor } from "../microsoft365/testing/mailbox";
import { client, type Program, quick, startProgram } from "../microsoft365/testing/start-program";
import { type Mailbox, openMailbox } from "./session/mailbox";
import { type Place, placeOf, reach } from "./session/place";
import { signInAt } from "./session/sign-in";

const root = fileURLToPath(new URL("../..", import.meta.url));
const microsoft: Place = {
  isReal: true,
  graph: "https://graph.microsoft.com",
  login: "https://login.microsoftonline.com",
  adminKey: "",
};
const refused = "Tests do not speak with Microsoft";

describe("in tests", () => {
  it("no place is Microsoft's own", () => {
    expect(() => placeOf({})).toThrow(refused);
    expect(() => reach({ ...microsoft, graph: "http://localhost:1" })).toThrow(refused);
    expect(() => reach({ ...microsoft, login: "http://localhost:1" })).toThrow(refused);
    expect(() => placeOf({ MICROSOFT_STANDIN_URL: "https://graph.microsoft.com" })).toThrow("another machine");
  });

  it("no call and no sign-in reaches Microsoft", async () => {
    await expect(openMailbox(microsoft, async () => "t", new Set()).call("GET", "/me")).rejects.toThrow(refused);
    const app = { id: client.id, secret: client.secret, tenant: "common", redirectUri: "http://localhost:4106/tenant-check" };
    await expect(signInAt(microsoft, app, async () => null)("A")).rejects.toThrow(refused);
  });

  it("the command refuses too", () => {
    const env = { ...process.env, MICROSOFT_CLIENT_ID: "id", MICROSOFT_CLIENT_SECRET: "s", MICROSOFT_TENANT: "t" };
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ["--import", "tsx", "local/tenant-check/main.ts", ...args], {
        cwd: root,
        env,
        encoding: "utf8",
      });
    expect(run("--out", "/tmp/none", "--a", "anna@contoso.com")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(refused),
    });
    expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining("--out folder") });
    expect(run("--help")).toMatchObject({ status: 0, stdout: expect.stringContaining("--only 5,6") });
  }, 90_000);
});

describe("mail goes to nobody but the addresses given", () => {
  let program: Program;
  let anna: Mailbox;
  beforeAll(async () => {
    program = await startProgram();
    const { access_token = "" } = await tokenFor(program, "anna@contoso.com", "User.Read Mail.ReadWrite Mail.Send");
    anna = openMailbox(
      placeOf({ MICROSOFT_STANDIN_URL: program.url }),
      async () => access_token,
      new Set(["zoe@outside.example"]),
    );
  });
  afterAll(() => program?.stop());
  beforeEach(async () => {
    await program.admin("POST", "reset");
    await program.admin("POST", "settings", quick);
  });

  const to = (address: string) => [{ emailAddress: { address } }];
  const draft = async (more: object) => {
    const { body } = await anna.call("POST", "/me/messages", { subject: "x", ...more });
    return body.id ?? "";
  };
  const handedOver = async () =>
    ((await program.admin("GET", "calls")) as { path: string }[]).filter((one) => one.path.endsWith("/send"));

  it.each([
    ["a stranger", { toRecipients: to("yan@outside.example") }],
    ["a stranger beside", { toRecipients: to("zoe@outside.example"), bccRecipients: to("yan@outside.example") }],
  ])("not to %s", async (_, recipients) => {
    await expect(anna.send(await draft(recipients))).rejects.toThrow("Not sent");
    expect(await handedOver()).toEqual([]);
  });

  it("not after a change of whom it goes to, and by no other call", async () => {
    const id = await draft({ toRecipients: to("Zoe@outside.example") });
    expect((await anna.send(id)).status).toBe(202);
    const other = await draft({ toRecipients: to("zoe@outside.example") });
    await anna.call("PATCH", `/me/messages/${encodeURIComponent(other)}`, { toRecipients: to("yan@outside.example") });
    await expect(anna.send(other)).rejects.toThrow("Not sent");
    await expect(anna.send("none")).rejects.toThrow("not to be seen");
    for (const path of ["/me/sendMail", `/me/messages/${id}/reply`, `/me/messages/${id}/forward`])
      await expect(anna.call("POST", path, {})).rejects.toThrow("Only drafts");
    expect(await handedOver()).toHaveLength(1);
  });

  it("and what was made and not sent is removed", async () => {
    const kept = await draft({ toRecipients: to("zoe@outside.example") });
    await anna.send(kept);
    const left = await draft({});
    await anna.tidy();
    expect((await anna.get(left)).status).toBe(404);
    expect((await anna.get(kept)).status).toBe(200);
  });
});

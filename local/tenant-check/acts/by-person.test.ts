import { afterAll, beforeAll, expect, it } from "vitest";
import { signIn } from "../../microsoft365/testing/mailbox";
import { client, type Program, startProgram } from "../../microsoft365/testing/start-program";
import { freePort } from "../../start/free-port";
import type { Sent } from "../session/mails";
import { placeOf } from "../session/place";
import { signInAt } from "../session/sign-in";
import { actsOfPerson, leadByPerson } from "./by-person";

const addresses = { A: "anna@contoso.com", B: "ben@contoso.com" };
const mail = { subject: "Tenant check: first", to: "zoe@outside.example" } as Sent;

it("asks until a question is answered, and takes skip for an answer", async () => {
  const typed = ["perhaps", "Yes", "skip"];
  const asked: string[] = [];
  const acts = actsOfPerson(async (sentence) => {
    asked.push(sentence);
    return typed.shift() ?? "";
  }, addresses);
  expect(await acts({ do: "look", at: "arrived once", mail })).toBe("yes");
  expect(await acts({ do: "look", at: "has List-Unsubscribe under DKIM", mail })).toBeNull();
  expect(await acts({ do: "account", what: "take the licence" })).toBe("done");
  expect(await acts({ do: "unreadable message" })).toBeNull();
  expect(asked[0]).toContain('"Tenant check: first", at zoe@outside.example');
  expect(asked[3]).toContain("licence of ben@contoso.com");
});

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program?.stop());

it("leads a person through Microsoft's pages and back to this machine", async () => {
  const redirectUri = `http://localhost:${await freePort(24_000)}/tenant-check`;
  const app = { id: client.id, secret: client.secret, tenant: "common", redirectUri };
  let press = async (_url: string) => {};
  const ask = (sentence: string, end?: AbortSignal) => {
    void press(/http\S+/.exec(sentence)?.[0] ?? "");
    return new Promise<string>((_, taken) => end?.addEventListener("abort", () => taken(end.reason)));
  };
  const place = placeOf({ MICROSOFT_STANDIN_URL: program.url });
  const enter = signInAt(place, app, leadByPerson(ask, addresses, redirectUri));
  press = async (url) => void (await fetch(await signIn(url, "anna@contoso.com")));
  const made = await enter("A");
  expect(made).toMatchObject({ scopes: expect.arrayContaining(["Mail.Send"]), claims: { acct: 0 } });
  if ("refresh" in made) expect(await made.refresh()).toBe("200");
  press = async (url) => void (await fetch(await signIn(url, "anna@contoso.com", "decline")));
  expect(await enter("A", "cancel")).toEqual({ refused: "AADSTS65004 access_denied" });
  press = async (url) => void (await fetch(`${redirectUri}?code=x&state=${new URL(url).searchParams.get("scope")}`));
  expect(await enter("A")).toEqual({ refused: "came back with another state" });
  const gaveUp = signInAt(
    place,
    app,
    leadByPerson(async () => "", addresses, redirectUri),
  );
  expect(await gaveUp("A")).toEqual({ refused: "refused on Microsoft's page" });
});

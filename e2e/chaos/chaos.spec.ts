import { writeFileSync } from "node:fs";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { connectAnother, connectMailbox, signIn } from "../support/people";
import { standIn } from "../support/stand-in";
import { openTraps, type Traps } from "../support/traps";
import { drawStrikes } from "./draw-strikes";
import { isSound, judgeMails } from "./judge-mails";
import { openWorld, type World } from "./open-world";
import { patiently } from "./patiently";
import { openMails } from "./put-under-way";
import { type Struck, strike } from "./strike";
import { tellRun } from "./tell-run";
import { watchGraph } from "./watch-graph";

/** `npm run prove -- chaos --minutes 60 --seed 1` (local/testing/chaos/prove-chaos.ts) says how long and which. */
const minutes = Number(process.env.CHAOS_MINUTES ?? 1);
const seed = Number(process.env.CHAOS_SEED ?? 1);
const settlesWithinMs = 20 * 60_000;

const say = (line: string) => process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);

let world: World;
let traps: Traps;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  world = await openWorld();
  traps = await openTraps();
});
test.afterAll(async () => {
  test.setTimeout(120_000);
  await traps?.close();
  await world?.close();
});

test("whatever is killed, whatever Graph answers: each signed mail arrives exactly once, as signed, without a hand", async ({
  browser,
}) => {
  test.setTimeout((minutes + 45) * 60_000);
  const began = Date.now();
  const domain = `chaos-${began}.example`;
  const anna = await openWriter(browser, "Anna Keller");
  await connectMailbox(anna, "Anna Keller");
  await connectAnother(anna, "Ben Ortiz", "ben@contoso.com");
  const ben = await openWriter(browser, "Ben Ortiz");
  const mails = openMails(
    world.sql,
    [
      { page: anna, email: "anna@contoso.com" },
      { page: ben, email: "ben@contoso.com" },
    ],
    domain,
  );
  const graph = watchGraph();
  const struck: Struck[] = [];
  const strikes = drawStrikes(seed);
  await mails.topUp();
  const until = Date.now() + minutes * 60_000;
  while (Date.now() < until) {
    const one = strikes.next().value;
    await mails.topUp();
    const done = await strike(one, { world, traps, mails, graph });
    struck.push(done);
    say(
      `${struck.length}: ${one.target} ${one.boundary}${done.met || one.boundary === "at random" ? "" : " (late)"}, ${one.fault.mode} at ${one.fault.endpoint}, ${done.underWay} under way`,
    );
  }

  await graph.look();
  await patiently(() => standIn.calm());
  const calmAt = Date.now();
  say("calm");
  let unsettled: string[] = [];
  do {
    await new Promise((done) => setTimeout(done, 1000));
    unsettled = await patiently(() => mails.readUnsettled());
  } while (unsettled.length > 0 && Date.now() < calmAt + settlesWithinMs);
  for (const line of unsettled) say(`unsettled: ${line}`);
  const settledSeconds = Math.round((Date.now() - calmAt) / 1000);
  // A second copy that is on its way would come now.
  await standIn.untilArrived();
  const signed = await mails.readSigned();
  // What is left to a person must not have arrived: it counts as unsigned. Its recipient got all mails before it.
  const left = await mails.readLeft();
  const hadOf = new Map(left.map(({ recipient, had }) => [recipient, had]));
  const expected = mails.expected.map((one) => ({ ...one, mails: hadOf.get(one.recipient) ?? one.mails }));
  const toArrive = signed.filter(({ key }) => !left.some((one) => one.key === key));
  const open = new Set(unsettled.map((line) => line.split(":")[0] ?? ""));
  const verdict = judgeMails(expected, toArrive, await standIn.mailsTo(domain), open);
  const told = tellRun({
    seed,
    minutes,
    struck,
    graph: graph.told(),
    asked: world.asked(),
    signed,
    verdict,
    unsettled,
    left,
    settledSeconds,
  });
  if (process.env.CHAOS_TOLD) writeFileSync(process.env.CHAOS_TOLD, JSON.stringify(told));
  expect({ verdict, sound: isSound(verdict) }).toEqual({
    verdict: { doubled: [], lost: [], changed: [], unsigned: [] },
    sound: true,
  });
  expect(unsettled).toEqual([]);
  expect(left.length, "mails left to a person").toBeLessThanOrEqual(Math.ceil(signed.length / 100));
  expect(told.unlisted, "every endpoint that is asked is in the list").toEqual([]);
  expect(told.underWay.least, "mails under way at each kill").toBeGreaterThanOrEqual(50);
});

async function openWriter(browser: Browser, name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, name);
  return page;
}

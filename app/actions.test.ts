import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { ZodType } from "zod";
import { inventPeople } from "@/db/seed/invent-people";
import { seedAddress, seedUnplaced } from "@/db/seed/seed-address";
import { seedCampaign } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedSingle } from "@/db/seed/seed-single";
import { seedTeam } from "@/db/seed/seed-team";
import { seedThread } from "@/db/seed/seed-thread";
import { seedEveryTable } from "@/db/testing/seed-every-table";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { type ActionResult, inputOf } from "@/lib/actions/create-action";
import { env } from "@/lib/env/env";
import { stubSettings } from "@/lib/env/testing/stub-settings";
import { openUpload } from "@/lib/uploads/open-upload";
import { actionTable as table } from "./testing/actions/action-table";
import type { Role, World } from "./testing/actions/world";

// The request is the only thing that is not real here: its one cookie names a session row, as a browser's does.
let cookie: string | null = null;
vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ get: (name: string) => (cookie && name === "countersign.session" ? { value: cookie } : undefined) }),
}));

type Act = (input: unknown) => Promise<ActionResult<unknown>>;
const modules = import.meta.glob<Record<string, Act>>("./**/*actions.ts", { eager: true });
const actions = Object.assign({}, ...Object.values(modules)) as Record<string, Act>;

let db: TestDatabase;
let ours: World;
let theirs: World;
const sessions: Record<Role, string> = { viewer: "", member: "", administrator: "" };
const roles = Object.keys(sessions) as Role[];

beforeAll(async () => {
  db = await testDatabase();
  stubSettings({ MICROSOFT_STANDIN_URL: "http://127.0.0.1:9", DNS_RESOLVERS: "127.0.0.1:9" });
  ours = await seedWorld("Ours");
  theirs = await seedWorld("Theirs");
  for (const role of roles) {
    // Seen in the future, so that being seen now changes no row of those that are compared.
    const [row] = await db.admin`insert into sessions (team_id, member_id, expires_at, last_seen_at)
      select team_id, id, now() + interval '1 day', now() + interval '1 day' from members where team_id = ${ours.teamId} and role = ${role} and status = 'active' returning id`;
    sessions[role] = await encode({ token: { sessionId: row?.id }, secret: env().SESSION_SECRET });
  }
});
afterAll(() => db.close());

async function seedWorld(name: string): Promise<World> {
  const team = await seedTeam(db.admin, {
    name,
    members: [
      ...roles.map((role) => ({ name: role, email: `${role}@c.example`, role })),
      { name: "Asked", email: "asked@c.example", role: "viewer", status: "asked" },
    ],
  });
  await seedEveryTable(db.admin, team.teamId);
  const world: World = { teamId: team.teamId };
  for (const kind of [
    "campaigns",
    "campaign_sequences",
    "campaign_contacts",
    "contacts",
    "contact_lists",
    "email_templates",
    "email_drafts",
    "sender_accounts",
    "mailbox_guards",
    "sessions",
    "sign_jobs",
    "upload_batches",
    "launch_views",
    "letters",
    "reply_threads",
    "campaign_pauses",
    "team_stops",
    "reply_threads",
    "contact_holds",
  ]) {
    const [row] = await db.admin`select id from ${db.admin(kind)} where team_id = ${team.teamId} limit 1`;
    world[kind] = row?.id;
  }
  // Campaigns that are launched are not set up any more, and uploads that were read are not cancelled.
  const fresh = await seedCampaign(db.admin, team.teamId, { name: "Setup", steps: [{ name: "One", subject: "s", body: "b" }] });
  Object.assign(world, { campaigns: fresh.campaignId, campaign_sequences: fresh.stepIds[0] });
  const [bringer] = await db.admin`select id from members where team_id = ${team.teamId} limit 1`;
  const file = async function* () {
    yield Buffer.from("E-mail\nnew@person.example\n");
  };
  world.upload_batches = await openUpload({ teamId: team.teamId, memberId: bringer?.id }, "b.csv", file(), new Date());
  const [taken] =
    await db.admin`insert into upload_batches (team_id, file_name, status, headers, taking, taken_at, taken_act, taken, finished_at)
    values (${team.teamId}, 'gone.csv', 'completed', '{E-mail}', 'taken', now(), gen_random_uuid(), '{"went": 0}', now()) returning id`;
  world.upload_taken = taken?.id;
  const [ended] =
    await db.admin`insert into upload_batches (team_id, file_name, status, headers, column_mapping, refused_count, finished_at)
    values (${team.teamId}, 'here.csv', 'completed', '{E-mail}', '[{"header": "E-mail", "target": "email"}]', 1, now()) returning id`;
  world.upload_ended = ended?.id;
  await db.admin`insert into upload_rows (team_id, upload_batch_id, line, cells, state, reason)
    values (${team.teamId}, ${ended?.id}, 2, '["nobody"]', 'refused', 'No @ in the address')`;
  const [suppressed] = await db.admin`insert into suppressions (team_id, email_norm, reason)
    select team_id, email_norm, 'by hand' from contacts where id = ${world.contacts ?? ""} returning id`;
  world.suppressions = suppressed?.id;
  for (const file of ["suppression_files", "suppression_file_to_leave"]) {
    const [row] =
      await db.admin`insert into suppression_files (team_id, file_name, state, entries) values (${team.teamId}, 'no.txt', 'shown', 1) returning id`;
    await db.admin`insert into suppression_file_entries (team_id, file_id, line, domain) values (${team.teamId}, ${row?.id}, 1, 'gone.example')`;
    world[file] = row?.id;
  }
  await db.admin`update sign_jobs set state = 'running', started_at = now(),
    member_id = (select id from members where team_id = ${team.teamId} and role = 'member') where team_id = ${team.teamId}`;
  await db.admin`update domain_checks set checked_at = '2026-11-20T12:00Z', failing_since = '2026-11-20T12:00Z',
    proofs = '[{"kind": "spf", "state": "failing"}]' where team_id = ${team.teamId}`;
  // A list that no campaign uses, for deleting.
  const [spare] = await db.admin`insert into contact_lists (team_id, name) values (${team.teamId}, 'Spare') returning id`;
  world.spare_list = spare?.id;
  // Of each kind one that was removed, under one id: they stand in different tables.
  world.removed = crypto.randomUUID();
  for (const [kind, table, row] of [
    [
      "campaign",
      "campaigns",
      { name: "Gone", status: "draft", review_mode: "each", created_at: new Date(), updated_at: new Date() },
    ],
    ["list", "contact_lists", { name: "Gone" }],
    ["template", "email_templates", { name: "Gone", template_content: "" }],
  ] as const) {
    const rows = JSON.stringify([{ table, rows: [{ id: world.removed, ...row }] }]);
    const [removal] = await db.admin`insert into removals (team_id, kind, removed_id, rows, removed_at)
      values (${team.teamId}, ${kind}, ${world.removed}, ${rows}::text::jsonb, now()) returning id`;
    world[`removed_${kind}`] = removal?.id;
  }
  world.other_address = `other@${team.teamId}.example`;
  world.contact_addresses = await seedAddress(db.admin, world.contacts ?? "", world.other_address);
  const [mail] = await db.admin`select draft_id as id from single_mails where letter_id = ${world.letters ?? ""}`;
  world.hand_draft = mail?.id;
  const box = world.sender_accounts ?? "";
  world.unplaced = await seedUnplaced(db.admin, box, { from: "office@x.example", at: new Date() });
  world.unplaced_too = await seedUnplaced(db.admin, box, { from: "desk@x.example", at: new Date() });
  world.not_for_us = await seedUnplaced(db.admin, box, { from: "news@x.example", at: new Date() });
  Object.assign(world, await seedAnswered(team.teamId, box));
  world.asked = team.members.at(-1)?.id ?? "";
  return world;
}

/** Somebody wrote, and is being answered. */
async function seedAnswered(teamId: string, senderAccountId: string): Promise<Record<string, string>> {
  const { contactIds } = await seedContacts(db.admin, teamId, inventPeople(1, 7));
  const where = { teamId, senderAccountId, contactId: contactIds[0] ?? "" };
  const thread = await seedThread(db.admin, where, { at: new Date() });
  const [member] = await db.admin`select id from members where team_id = ${teamId} and role = 'member'`;
  const writer = { teamId, senderAccountId, memberId: String(member?.id) };
  const { letterId, draftId } = await seedSingle(db.admin, writer, where.contactId, { answersMessageId: thread.messageId });
  return { answer_thread: thread.threadId, answered: thread.messageId, answer: letterId, answer_draft: draftId };
}

async function as(role: Role | null, name: string, input: unknown): Promise<string> {
  cookie = role ? sessions[role] : null;
  const result = await (actions[name] as Act)(input);
  return result.ok ? "ok" : result.error.code;
}

let everything: string;
/** Everything of a team, as one text to compare: one statement over all tables, as it is asked for some thousand times. */
async function rowsOf(teamId: string): Promise<string> {
  everything ??= await selectEverything();
  const rows = await db.admin.unsafe<{ name: string; text: string }[]>(everything, [teamId], { prepare: true });
  return rows.map(({ name, text }) => `${name}: ${text}`).join("\n");
}

async function selectEverything(): Promise<string> {
  const tables = await db.admin<{ name: string }[]>`select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'team_id' order by 1`;
  const selects = tables.map(
    ({ name }) =>
      `select '${name}' as name, coalesce(string_agg(t::text, e'\\n' order by t::text), '') as text from "${name}" t where team_id = $1::uuid`,
  );
  return selects.join(" union all ");
}

/** The actions that change some of many things, with the fields that say of what. */
const changes = new Map<string, string[]>([
  ["editCampaignAction", ["campaignId", "from", "desk"]],
  ["editRulesAction", ["campaignId", "from", "desk"]],
  ["editAnswerRulesAction", ["campaignId", "from", "desk"]],
  ["editStepAction", ["stepId", "from", "desk"]],
  ["editTemplateAction", ["templateId"]],
  ["changeTeamAction", []],
  ["changeGuardAction", []],
  ["changeBudgetAction", []],
  ["setOwnNoticesAction", []],
  ["setTeamNoticesAction", []],
]);

const isId = (value: unknown) => typeof value === "string" && /^[0-9a-f-]{36}$/.test(value);
const narrowing = new Set(["signCorrectedAction.after", "previewTemplateAction.listId"]);
const swap = (input: Record<string, unknown>, field: string, value: unknown) => ({ ...input, [field]: value });

/** What an action says to its sound input after all those above it in the table; the others do it. */
const cannot: Record<string, string> = {
  startFromTemplateAction: "conflict",
  sendTestCopyAction: "blocked",
  launchCampaignAction: "conflict",
  resumeCampaignAction: "conflict",
  // It never ran, so it is not finished.
  archiveCampaignAction: "conflict",
  // The campaign was ended by an action before, and nobody was stopped by hand.
  takeBackStopAction: "conflict",
  changeHoldAction: "conflict",
  undoHoldChangeAction: "conflict",
  // Nobody's act, and lifted by the action before.
  takeBackSuppressionAction: "conflict",
  liftEntryAction: "conflict",
  // They wrote again, by the message that was placed.
  restoreThreadAction: "conflict",
  signAction: "conflict",
  askToSignAction: "not_found",
  signCorrectedAction: "conflict",
  // Nobody of the file opted out.
  stageOptedOutAction: "blocked",
  takeBackRejectionAction: "conflict",
  settleAction: "conflict",
  putBackAction: "conflict",
  signChangedAction: "conflict",
  acceptSentAction: "conflict",
  editAction: "conflict",
  // Its only reader was suppressed by an action before.
  dropOwnTextAction: "conflict",
  saveLetterAction: "conflict",
  signLetterAction: "conflict",
  // No model is set up.
  draftLetterAction: "blocked",
  showMaterialAction: "blocked",
  draftAnswerAction: "blocked",
  // The mailbox was disconnected by the action before, and is the only one.
  testMailboxAction: "not_found",
  sendSelfMailAction: "not_found",
  handOverMailboxAction: "blocked",
  changeRoleAction: "not_found",
  turnAwayAction: "conflict",
  deleteTemplateAction: "blocked",
  // Its draft was rejected by an action before.
  sendNowAction: "conflict",
  takeBackSendNowAction: "conflict",
  readTimesAction: "conflict",
  moveMailAction: "conflict",
  takeBackCancelAction: "conflict",
  // No mail has this hash.
  signAnswerAction: "conflict",
  restoreLabelAction: "conflict",
  goOnAction: "conflict",
  // The hold and the contact of the world are others than these acts made.
  takeBackGoingOnAction: "not_found",
  takeBackNamedAction: "not_found",
  // Nobody has said yet how they are told.
  testOwnNoticesAction: "blocked",
  testTeamNoticesAction: "blocked",
  // The mailbox was disconnected by an action before.
  setOwnNoticesAction: "not_found",
};

test("every action whose input may give nothing is known as a change", () => {
  const lenient = Object.entries(actions).filter(([, action]) => {
    const input = inputOf(action) as ZodType & { shape?: Record<string, ZodType> };
    // From what something changes, and on which page, is no change.
    const { from: _, desk: __, ...shape } = input.shape ?? {};
    const optional = Object.values(shape).filter((field) => field.safeParse(undefined).success).length;
    return optional > 1 && optional >= Object.keys(shape).length - 1;
  });
  expect(lenient.map(([name]) => name).sort()).toEqual([...changes.keys()].sort());
});

test("every action stands in the table", () => {
  expect(Object.keys(actions).sort()).toEqual(Object.keys(table).sort());
});

describe.each(Object.entries(table))("%s", (name, [least, sound]) => {
  test("does nothing for a guest, nor for a role that is too low", async () => {
    const before = await rowsOf(ours.teamId);
    expect(await as(null, name, sound(ours))).toBe("signed_out");
    for (const role of roles.slice(0, roles.indexOf(least)))
      expect({ role, answer: await as(role, name, sound(ours)) }).toEqual({ role, answer: "forbidden" });
    expect(await rowsOf(ours.teamId)).toBe(before);
  });

  test("finds nothing of another team, and changes nothing there", async () => {
    const before = await rowsOf(theirs.teamId);
    const input = sound(ours);
    for (const [field, value] of Object.entries(input)) {
      const many = Array.isArray(value) && isId(value[0]);
      if (!many && !isId(value)) continue;
      const foreign = sound(theirs)[field];
      // Where many are named, those that are not found are left out; what only narrows a search finds nobody.
      const lenient = many || narrowing.has(`${name}.${field}`);
      expect({ field, answer: await as("administrator", name, swap(input, field, foreign)) }).toEqual({
        field,
        answer: lenient ? expect.stringMatching(/^(ok|not_found|conflict)$/) : "not_found",
      });
    }
    expect(await rowsOf(theirs.teamId)).toBe(before);
  });

  test("says that nothing was given to change, and changes nothing", async () => {
    if (!changes.has(name)) return;
    const of = Object.fromEntries(Object.entries(sound(ours)).filter(([field]) => changes.get(name)?.includes(field)));
    const before = await rowsOf(ours.teamId);
    cookie = sessions.administrator;
    for (const empty of [of, { ...of, name: undefined, when: undefined }]) {
      const answer = await (actions[name] as Act)(empty);
      expect(answer).toMatchObject({ ok: false, error: { code: "invalid", fields: { form: "Nothing was given to change." } } });
    }
    expect(await rowsOf(ours.teamId)).toBe(before);
  });

  test("says which field cannot be read, whatever stands there", async () => {
    for (const whole of [null, undefined, 5, "text", [], new FormData()]) {
      if (Object.keys(sound(ours)).length > 0) {
        expect({ name, answer: await as(least, name, whole) }).toEqual({ name, answer: "invalid" });
      }
    }
    for (const [field, value] of Object.entries(sound(ours))) {
      const strange: unknown[] = [{}, [[]], Number.NaN, 1e300, "\u0000", "a\u0000b", "\ud800", "x".repeat(1_000_000)];
      if (isId(value)) strange.push("", "1", "' or 1=1 --", `${value}\u0000`, `${value} `, [value]);
      for (const wrong of strange) {
        const given = Array.isArray(value) ? [value.length > 0 ? wrong : [wrong]] : wrong;
        const answer = await as(least, name, swap(sound(ours), field, given));
        expect({ field, wrong: String(wrong).slice(0, 40), answer }).toEqual({
          field,
          wrong: String(wrong).slice(0, 40),
          answer: "invalid",
        });
      }
    }
  });
});

describe.each(Object.entries(table))("%s with a sound input", (name, [least, sound]) => {
  test("is allowed, and what it cannot do it says", async () => {
    const input = { ...sound(ours), teamId: theirs.teamId, role: sound(ours).role ?? "administrator" };
    expect(await as(least, name, input)).toBe(cannot[name] ?? "ok");
  });
});

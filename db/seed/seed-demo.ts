import type { Sql } from "postgres";
import { demoAnswers } from "./demo-answers";
import { demoTemplates, dockSteps, invoiceSteps, quickSteps, replies } from "./demo-texts";
import { contoso, demoPeople } from "./demo-world";
import { type InventedPerson, inventPeople } from "./invent-people";
import { anyHour, seedCampaign, seedMailbox } from "./seed-campaign";
import { addToList, seedContacts } from "./seed-contacts";
import { seedDemoThreads } from "./seed-demo-threads";
import { type History, type HistoryCampaign, seedHistory } from "./seed-history";
import { seedTeam } from "./seed-team";

const day = 86_400_000;

/**
 * The demo team: 320 contacts in five lists, a finished campaign with replies, a running one that waits for
 * signatures, a draft, and one that sends at any hour, five seconds apart. Does nothing when the team is there.
 * @returns whether it was written now.
 */
export async function seedDemo(owner: Sql, now: Date): Promise<boolean> {
  const [known] = await owner`select 1 from teams where tenant_id = ${contoso.tenantId}`;
  if (known) return false;
  await owner.begin((sql) => writeDemo(sql as unknown as Sql, now));
  return true;
}

async function writeDemo(owner: Sql, now: Date) {
  const [anna, ben] = demoPeople;
  const team = await seedTeam(owner, {
    name: contoso.name,
    tenantId: contoso.tenantId,
    timezone: "America/New_York",
    joinPolicy: "automatic",
    joinRole: "member",
    foundedAt: ago(now, 41),
    members: [
      { name: anna.name, email: anna.email, oid: anna.oid, role: "administrator" },
      { name: ben.name, email: ben.email, oid: ben.oid, role: "member" },
    ],
  });
  const { teamId } = team;
  const signedBy = team.scope.memberId;
  const mailbox = await seedMailbox(owner, teamId, {
    email: anna.email,
    displayName: anna.name,
    oid: anna.oid,
    tid: anna.tenantId,
    signatureHtml: "<p>Anna Keller<br>Contoso</p>",
    status: "signed_out",
  });
  for (const template of demoTemplates) {
    await owner`insert into email_templates (team_id, name, subject_template, template_content, is_active)
      values (${teamId}, ${template.name}, ${template.subject}, ${template.content}, ${template.active})`;
  }
  const people = inventPeople(320);
  const before = await batch(owner, teamId, people.slice(0, 84), "spring-fair.csv", "Spring fair", ago(now, 40));
  const running = await batch(owner, teamId, people.slice(84, 164), "print-shops.csv", "Print shops", ago(now, 4));
  const draft = await batch(owner, teamId, withGaps(people.slice(164, 308)), "warehouses.csv", "Warehouses", ago(now, 2));
  const quick = await batch(owner, teamId, people.slice(308), "demo-twelve.csv", "Demo twelve", ago(now, 1));
  const [all] = await owner<
    { id: string }[]
  >`insert into contact_lists (team_id, name, description) values (${teamId}, 'Everybody', 'All contacts of the demo') returning id`;
  if (all)
    await addToList(
      owner,
      teamId,
      all.id,
      [before, running, draft, quick].flatMap((set) => set.contactIds),
    );

  const campaign = { senderAccountId: mailbox, createdBy: signedBy };
  const finished = await seedCampaign(owner, teamId, {
    ...campaign,
    name: "Spring fair, thank you",
    status: "completed",
    listId: before.listId,
    launchedAt: ago(now, 38),
    completedAt: ago(now, 9),
    createdAt: ago(now, 39),
    steps: invoiceSteps,
    settings: { start: "09:00", end: "17:00", zone: "America/New_York" },
  });
  const history = { teamId, senderAccountId: mailbox, signedBy };
  await seedHistory(
    owner,
    { ...history, campaignId: finished.campaignId, steps: filled(finished.stepIds, before.people) },
    finishedPeople(before, now),
  );

  const current = await seedCampaign(owner, teamId, {
    ...campaign,
    name: "Supplier invoices",
    status: "active",
    listId: running.listId,
    launchedAt: ago(now, 3),
    createdAt: ago(now, 4),
    steps: invoiceSteps,
    settings: { start: "09:00", end: "17:00", zone: "America/New_York", dailyLimit: 50, spacingSeconds: 480 },
  });
  await seedHistory(
    owner,
    { ...history, campaignId: current.campaignId, steps: filled(current.stepIds, running.people) },
    runningPeople(running, now),
  );
  const bensId = team.members[1]?.id ?? "";
  await seedDemoThreads(
    owner,
    {
      teamId,
      campaignId: current.campaignId,
      senderAccountId: mailbox,
      anna: signedBy,
      ben: bensId,
      contactIds: running.contactIds,
    },
    now,
  );
  await owner`insert into campaign_contacts (team_id, campaign_id, contact_id, sender_account_id, recipient_email, position, enrolled_at, wait_reason)
    select ${teamId}, ${current.campaignId}, c.id, ${mailbox}, c.email, 30 + row_number() over (order by c.created_at), ${ago(now, 3)}, 'being_written'
    from contacts c where c.id in ${owner(running.contactIds.slice(30))}`;

  await seedCampaign(owner, teamId, {
    ...campaign,
    name: "Warehouses, spring",
    listId: draft.listId,
    createdAt: ago(now, 1),
    steps: dockSteps,
    settings: { start: "09:00", end: "17:00", zone: "America/New_York", dailyLimit: 50, spacingSeconds: 90 },
  });
  await seedCampaign(owner, teamId, {
    ...campaign,
    name: "See it happen",
    listId: quick.listId,
    createdAt: ago(now, 0.5),
    steps: quickSteps,
    settings: { ...anyHour, zone: "America/New_York", dailyLimit: 500, spacingSeconds: 5 },
  });
}

type Batch = { listId: string | null; contactIds: string[]; people: InventedPerson[] };

async function batch(
  owner: Sql,
  teamId: string,
  people: InventedPerson[],
  fileName: string,
  listName: string,
  at: Date,
): Promise<Batch> {
  return { ...(await seedContacts(owner, teamId, people, { fileName, listName, at })), people };
}

/** Some companies without a town, so that an empty field has something to show. */
function withGaps(people: InventedPerson[]): InventedPerson[] {
  return people.map((person, index) => (index % 36 === 11 ? { ...person, city: "" } : person));
}

function finishedPeople(set: Batch, now: Date): History[] {
  return set.people.map((person, index) => {
    const first = workday(ago(now, 37 - Math.floor(index / 12)), index % 12);
    const sentAt = [first, later(first, 7), later(first, 14)];
    const base = { contactId: set.contactIds[index] ?? "", email: person.email };
    if (index % 9 === 4) {
      const mails = sentAt.slice(0, 1 + (index % 3));
      const repliedAt = new Date((mails.at(-1) ?? first).getTime() + 5 * 3_600_000);
      return {
        ...base,
        sentAt: mails,
        ended: "replied",
        repliedAt,
        endedAt: repliedAt,
        reply: replies[index % replies.length] ?? "",
      };
    }
    if (index % 40 === 7)
      return { ...base, sentAt: sentAt.slice(0, 1), ended: "bounced", endedAt: new Date(first.getTime() + 60_000) };
    if (index === 50) return { ...base, sentAt: sentAt.slice(0, 2), ended: "unsubscribed", endedAt: later(first, 8) };
    return { ...base, sentAt, ended: "got every mail", endedAt: sentAt[2] ?? first };
  });
}

function runningPeople(set: Batch, now: Date): History[] {
  return set.people.slice(0, 30).map((person, index) => {
    const sent = workday(ago(now, 1 + Math.floor(index / 15)), index % 15);
    const base = { contactId: set.contactIds[index] ?? "", email: person.email, sentAt: [sent] };
    const answer = demoAnswers.find(({ of }) => of === index);
    if (!answer) return base;
    const repliedAt = new Date(now.getTime() - answer.hoursAgo * 3_600_000);
    return { ...base, ended: "replied", repliedAt, endedAt: repliedAt, reply: answer.text };
  });
}

/** The mails of the invoice sequence, filled for each person as the product fills them. */
function filled(stepIds: string[], people: InventedPerson[]): HistoryCampaign["steps"] {
  const byEmail = new Map(people.map((person) => [person.email, person]));
  return ({ email }) => {
    const person = byEmail.get(email);
    const fields: Record<string, string | undefined> = {
      first_name: person?.firstName,
      company: person?.company,
      town: person?.city,
      sender_first_name: "Anna",
    };
    const fill = (text: string) => text.replace(/\{\{ (\w+)[^}]* \}\}/g, (_all, name: string) => fields[name] ?? "");
    return invoiceSteps.map((step, index) => ({
      id: stepIds[index] ?? "",
      name: step.name,
      subject: fill(step.subject),
      body: fill(step.body),
    }));
  };
}

function ago(now: Date, days: number) {
  return new Date(now.getTime() - days * day);
}

function later(from: Date, days: number) {
  return new Date(from.getTime() + days * day + 1_800_000);
}

/** The working day at or before `at`, at 14:00 UTC (9:00 in New York) plus `slot` times eight minutes. */
function workday(at: Date, slot: number) {
  const back = at.getUTCDay() === 0 ? 2 : at.getUTCDay() === 6 ? 1 : 0;
  const monday = new Date(at.getTime() - back * day);
  return new Date(Date.UTC(monday.getUTCFullYear(), monday.getUTCMonth(), monday.getUTCDate(), 14, slot * 8));
}

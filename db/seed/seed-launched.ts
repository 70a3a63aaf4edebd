import type { Sql } from "postgres";
import { anyHour, seedCampaign, seedMailbox } from "./seed-campaign";
import { type SeededTeam, seedTeam } from "./seed-team";

export type LaunchedTeam = SeededTeam & { campaignId: string; listId: string; mailboxId: string; stepIds: string[] };

const paragraph =
  "<p>You move {{ company }} goods from {{ town | default: 'your town' }} every day, and each pallet has its paper.</p>";
const steps = [
  {
    name: "Introduction",
    subject: "Invoices at {{ company }}",
    body: `<p>Hi {{ first_name }},</p>${paragraph.repeat(5)}<p>Best,<br>{{ sender_first_name }}</p>`,
  },
  { name: "Reminder", subject: "", body: "<p>Hi {{ first_name }},</p><p>Did you see my mail?</p>", days: 3 },
  { name: "Last word", subject: "", body: "<p>Hi {{ first_name }},</p><p>I will not write again.</p>", days: 5 },
];

/**
 * A team with one campaign of that many people that has just been launched: all are enrolled, nothing is written yet. Everything is made in the
 * database itself, a hundred thousand in some ten seconds, so that writing and signing can be measured at any size.
 */
export async function seedLaunched(
  owner: Sql,
  people: number,
  options: { reviewMode?: "each" | "launch"; dailyLimit?: number; now?: Date } = {},
): Promise<LaunchedTeam> {
  const now = options.now ?? new Date();
  const team = await seedTeam(owner);
  const { teamId, scope } = team;
  const mailboxId = await seedMailbox(owner, teamId, {
    email: "anna@contoso.com",
    displayName: "Anna Keller",
    tid: team.tenantId,
    oid: "anna",
    signatureHtml: "<p>Anna Keller, Contoso</p>",
  });
  const listId = await seedList(owner, teamId, people);
  const { campaignId, stepIds } = await seedCampaign(owner, teamId, {
    name: "All of them",
    listId,
    senderAccountId: mailboxId,
    createdBy: scope.memberId,
    reviewMode: options.reviewMode ?? "each",
    status: "active",
    launchedAt: now,
    steps,
    settings: { ...anyHour, dailyLimit: options.dailyLimit ?? 400, spacingSeconds: 10 },
  });
  await owner`insert into campaign_contacts (team_id, campaign_id, contact_id, sender_account_id, recipient_email, position, wait_reason, enrolled_at)
    select ${teamId}, ${campaignId}, p.id, ${mailboxId}, p.email, row_number() over (order by p.created_at, p.id), 'being_written', ${now}::timestamptz
    from contacts p join contact_list_members l on l.contact_id = p.id where l.list_id = ${listId}`;
  await owner`analyze`;
  return { ...team, campaignId, listId, mailboxId, stepIds };
}

/** People who do not exist, at a thousand companies, every address under a reserved name. */
async function seedList(owner: Sql, teamId: string, people: number): Promise<string> {
  const [list] = await owner<
    { id: string }[]
  >`insert into contact_lists (team_id, name) values (${teamId}, 'Everybody') returning id`;
  const [upload] = await owner<{ id: string }[]>`
    insert into upload_batches (team_id, file_name, status, total_contacts, processed_contacts, created_count, headers, delimiter, encoding)
    values (${teamId}, 'everybody.csv', 'completed', ${people}, ${people}, ${people}, ${["E-mail"]}, ',', 'utf-8') returning id`;
  if (!list || !upload) throw new Error("The list was not written.");
  await owner`with made as (
      insert into contacts (team_id, upload_batch_id, raw_data, name, email, email_norm, company, first_name, last_name, fields, created_at)
      select ${teamId}, ${upload.id}, '{}', 'Mara Person' || n, 'mara' || n || '@company' || n % 1000 || '.example', 'mara' || n || '@company' || n % 1000 || '.example',
        'Company ' || n % 1000 || ' & Sons', 'Mara', 'Person' || n, jsonb_build_object('town', 'Town ' || n % 50), now() + make_interval(secs => n * 0.001)
      from generate_series(1, ${people}::int) n returning id)
    insert into contact_list_members (team_id, list_id, contact_id) select ${teamId}, ${list.id}, id from made`;
  return list.id;
}

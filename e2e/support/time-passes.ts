import postgres from "postgres";

/** Lets what a mailbox waits for be over at once, as nobody wants to wait a quarter of an hour. What then becomes of it is the product's. */
export function timePasses(email: string) {
  const sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
  const mailbox = sql`(select id from sender_accounts where email = ${email})`;
  return {
    /** The pause after a refusal. */
    untilTriedAgain: async () => {
      await sql`update sender_accounts set trouble_until = now() where email = ${email} and trouble is not null`;
    },
    /** The minutes until what an attempt to make a draft left shows in the mailbox. */
    untilStraysShow: async () => {
      await sql`update draft_attempts set begun_at = begun_at - interval '3 minutes' where sender_account_id = ${mailbox}`;
    },
    /** The rest between two self-tests. */
    untilTestable: async () => {
      await sql`update mailbox_tests set tested_at = tested_at - interval '1 minute' where sender_account_id = ${mailbox}`;
    },
    /** How long a fault of reading is taken for one that passes. @returns whether there is one. */
    whileUnread: async () => {
      const rows = await sql`update mailbox_syncs set failing_since = failing_since - interval '6 minutes'
        where sender_account_id = ${mailbox} and folder = 'inbox' and error is not null and failing_since is not null returning folder`;
      return rows.length > 0;
    },
    /** The seconds between two look-ups of a domain. */
    untilCheckable: async (domain: string) => {
      await sql`update domain_checks set checked_at = checked_at - interval '10 seconds' where domain = ${domain}`;
    },
    /** The three days in which a domain that fails may be mended. */
    untilUnproven: async (domain: string) => {
      await sql`update domain_checks set failing_since = failing_since - interval '3 days' where domain = ${domain}`;
    },
    end: () => sql.end({ timeout: 2 }),
  };
}

/** Lets the minutes be over after which the job runner counts as silent; a beat that was under way may come after it, so it is asked again. */
export async function untilSilent() {
  const sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
  await sql`update app_private.engine_beats set at = least(at, now() - interval '151 seconds') where kind in ('sweep', 'poll')`;
  await sql.end({ timeout: 2 });
}

import type { TestDatabase } from "@/db/testing/test-database";

/**
 * A list of so many addresses nobody is known by, beside which the team's contacts stand as before; with wildcards of each shape, domains, and
 * addresses that were erased under two keys. Written as the owner. @param teamId of a team with an administrator.
 */
export async function seedLongList(
  owner: TestDatabase["admin"],
  teamId: string,
  size: { addresses: number; wildcards: number; hashes: number; from?: number },
): Promise<void> {
  const from = size.from ?? 0;
  await owner`insert into suppressions (team_id, email_norm, reason)
    select ${teamId}, 'no' || n || '@d' || n % 20000 || '.nobody.example', (array['unsubscribed', 'bounced', 'by hand'])[1 + n % 3]
    from generate_series(${from + 1}::int, ${from + size.addresses}::int) n`;
  await owner`insert into suppressions (team_id, wildcard, reason)
    select ${teamId}, case n % 3 when 0 then '*@*.w' || n || '.example' when 1 then 'desk' || n || '@*' else 'info*@w' || n || '.example' end, 'by hand'
    from generate_series(1, ${size.wildcards}::int) n`;
  await owner`insert into suppressions (team_id, email_norm, reason)
    select ${teamId}, 'erased' || n || '@nobody.example', 'unsubscribed' from generate_series(1, ${size.hashes}::int) n`;
  await owner.begin(async (tx) => {
    await tx`select set_config('app.team_id', ${teamId}, true), set_config('app.member_id',
      (select id::text from members where team_id = ${teamId} and role = 'administrator' limit 1), true)`;
    const half = Math.floor(size.hashes / 2);
    await tx`select forget_suppressed('erased' || n || '@nobody.example') from generate_series(1, ${half}::int) n`;
    if (size.hashes > 0) await tx`select app_private.add_suppression_key('k2')`;
    await tx`select forget_suppressed('erased' || n || '@nobody.example') from generate_series(${half + 1}::int, ${size.hashes}::int) n`;
  });
  await owner`analyze suppressions, contact_addresses`;
}

import type { Metadata } from "next";
import Link from "next/link";
import { requireMember } from "@/lib/auth/require-member";
import { env } from "@/lib/env/env";
import { adminConsentLink } from "@/lib/microsoft/tokens/begin-consent";
import { findTenant } from "@/lib/team/find-tenant";
import { CopyLink } from "./copy-link";
import classes from "./for-administrators.module.css";

export const metadata: Metadata = { title: "For an administrator of Microsoft 365 · Settings" };

/** What each permission is for; the names are those of Microsoft's own page. */
const permissions = [
  {
    name: "Mail.ReadWrite",
    said: "Read and write access to your mail",
    why: "Lays each mail into Drafts before it leaves, compares it with what was signed, and finds the answers and delivery reports to the mails it sent. Microsoft has no narrower permission for that; of other mail nothing is kept.",
  },
  { name: "Mail.Send", said: "Send mail as you", why: "Sends those drafts, each only after a person has signed it." },
  {
    name: "User.Read",
    said: "Sign you in and read your profile",
    why: "Reads the name, the address and the further addresses of the mailbox that is being connected.",
  },
];

export default async function ForAdministratorsPage() {
  const member = await requireMember();
  const tenantId = await findTenant(member);
  const link = adminConsentLink(tenantId, new Date());
  return (
    <article className={classes.page}>
      <nav aria-label="Where you are" className={classes.crumbs}>
        <Link href="/settings/mailboxes">Mailboxes</Link>
      </nav>
      <h1>For an administrator of Microsoft 365</h1>
      <p className={classes.lead}>
        {member.teamName} sends its campaigns with Countersign at {new URL(env().APP_URL).host}. Microsoft 365 asks you to allow
        that once. This page says what you allow, why, and how to take it back.
      </p>
      <div className={classes.acts}>
        <CopyLink link={link} />
        <a href={link}>Open it, if you are the administrator</a>
      </div>

      <p className={classes.printed}>{link}</p>

      <h2>What you allow, and why</h2>
      <p>Three permissions, all of the kind “delegated”: they count only for people who have connected their own mailbox.</p>
      <dl className={classes.permissions}>
        {permissions.map((one) => (
          <div key={one.name}>
            <dt>
              <b>{one.name}</b>
              <span>{one.said}</span>
            </dt>
            <dd>{one.why}</dd>
          </div>
        ))}
      </dl>
      <p>
        Beside them stand the three of every sign-in: <b>openid</b>, <b>profile</b> and <b>offline_access</b>, which lets mail
        leave at its time without somebody sitting there.
      </p>

      <h2>What it can never do</h2>
      <ul>
        <li>Open a mailbox whose own person has not signed in and connected it. Your consent alone connects nobody.</li>
        <li>Work without somebody’s own sign-in: it has no permissions of the kind “application”, and asks for none.</li>
        <li>Read the directory, calendars, files, chats or the mailboxes of others.</li>
        <li>Send a mail that nobody signed. What was changed after signing does not leave.</li>
        <li>
          See a password. People sign in at Microsoft, with your rules for it; what Countersign keeps is encrypted and ends when
          you end the session.
        </li>
      </ul>

      <h2>Narrow it to a group</h2>
      <ol>
        <li>
          In the Microsoft Entra admin centre open <b>Enterprise apps</b> and look for the application id{" "}
          <code>{env().MICROSOFT_CLIENT_ID}</code>.
        </li>
        <li>
          Under <b>Properties</b> set <b>Assignment required</b> to Yes.
        </li>
        <li>
          Under <b>Users and groups</b> add the people or the group. A group needs Microsoft Entra ID P1 or P2, and groups inside
          it do not count.
        </li>
        <li>Allow the permissions with the link above: with assignment required nobody else can, not even for themselves.</li>
      </ol>
      <p>Everybody else is then refused by Microsoft at sign-in. Only a Global Administrator always gets in.</p>

      <h2>Take it back</h2>
      <ul>
        <li>
          For one person: remove them under <b>Users and groups</b>, where assignment is required, or revoke their sessions. Their
          mailbox stops here and says why.
        </li>
        <li>
          For all, for a while: under <b>Properties</b> set <b>Enabled for users to sign in</b> to No.
        </li>
        <li>
          For good: under <b>Properties</b> choose <b>Delete</b>. Single permissions are revoked under <b>Permissions</b>; that
          alone does not keep people from allowing them again, where your organisation lets them.
        </li>
      </ul>
      <p>It takes effect within an hour and a half, when the last token ends. Mail that is signed then waits; it is not lost.</p>
    </article>
  );
}

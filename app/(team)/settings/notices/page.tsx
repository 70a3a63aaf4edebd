import type { Metadata } from "next";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { readNotices } from "@/lib/notices/read-notices";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import settings from "../settings.module.css";
import { describeNotices } from "./describe-notices";
import { NoticeForm } from "./notice-form";
import classes from "./notices.module.css";

export const metadata: Metadata = { title: "Notices · Settings" };

export default async function NoticesPage() {
  const member = await requireMember();
  const { own, team, mailboxes, suggestedId } = await readNotices(member);
  const reader = { now: toTemporal(new Date()), timeZone: member.timezone, teamZone: member.teamTimezone };
  const mine = describeNotices("own", own, mailboxes, reader);
  const theirs = describeNotices("team", team, mailboxes, reader);
  const manages = hasRight(member.role, "team:manage");
  return (
    <div className={settings.body}>
      <div className={settings.main}>
        <h1>{mine.now}</h1>
        <p className={settings.lead}>
          Countersign is quiet unless you ask. Whatever you choose here, every answer stands under Replies and Today.
        </p>
        {mine.trouble && <p className={settings.notice}>{mine.trouble}</p>}
        <NoticeForm whose="own" view={own} mailboxes={mailboxes} suggestedId={suggestedId} />
        {mine.last && <p className={classes.last}>{mine.last}</p>}
        <section className={classes.section} aria-labelledby="team-channel">
          <h2 id="team-channel">The team’s channel</h2>
          <p className={classes.about}>
            {theirs.now}.{" "}
            {manages
              ? "Whoever is in that channel reads it, also without Countersign."
              : "An administrator of your team can change it."}
          </p>
          {manages && (
            <>
              {theirs.trouble && <p className={settings.notice}>{theirs.trouble}</p>}
              <NoticeForm whose="team" view={team} mailboxes={mailboxes} suggestedId={null} />
              {theirs.last && <p className={classes.last}>{theirs.last}</p>}
            </>
          )}
        </section>
      </div>
      <aside className={settings.aside} aria-label="About notices">
        <section>
          <h2>What is told</h2>
          <p className={settings.caption}>
            Who answered and from which company, the first line, which of your mailboxes it came to and its label, and a link. The
            rest of the letter stays here. Of somebody who asked for no more mail not even the line.
          </p>
        </section>
        <section>
          <h2>A workflow in Teams</h2>
          <ol className={classes.steps}>
            <li>In Teams, open the menu ••• of the channel or chat and choose Workflows.</li>
            <li>
              Choose “Post to a channel when a webhook request is received”; newer Teams call it “Send webhook alerts to a
              channel”.
            </li>
            <li>Name it, choose Next and Add workflow. Leave it that anyone may trigger it.</li>
            <li>Copy the address it shows and paste it here. Then send a test.</li>
          </ol>
        </section>
      </aside>
    </div>
  );
}

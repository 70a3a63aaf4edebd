import { IconCheck } from "@tabler/icons-react";
import Link from "next/link";
import { Rosette } from "@/app/ui/seal/rosette";
import { spellFirst } from "@/app/ui/words/count-words";
import type { Member } from "@/lib/auth/member";
import { hasRight, type Right } from "@/lib/auth/rights";
import type { FirstDay } from "@/lib/team/read-first-day";
import classes from "./first-day.module.css";

type Role = Member["role"];
type Step = { done: boolean; right: Right; title: string; text: string; link: { href: string; label: string; plain?: boolean } };

/** Today before anything has happened: the steps to the first campaign, of which the next one has the button. */
export function FirstDayPage({ steps: done, email, role, date }: { steps: FirstDay; email: string; role: Role; date: string }) {
  const steps: Step[] = [
    {
      done: done.mailbox,
      right: "mailboxes:manage",
      title: "Connect the mailbox you send from",
      text: "Microsoft asks you once. Countersign reads answers to its own mails there, nothing else is kept.",
      // A plain link: this leads through Microsoft, which the router cannot.
      link: { href: `/api/mailboxes/connect?hint=${encodeURIComponent(email)}`, label: `Connect ${email}`, plain: true },
    },
    {
      done: done.contacts,
      right: "contacts:edit",
      title: "Bring your contacts",
      text: "Choose any CSV file. You see every row before it is kept.",
      link: { href: "/contacts/import", label: "Choose a file" },
    },
    {
      done: done.postalAddress,
      right: "team:manage",
      title: "Say where the team is",
      text: "The postal address stands under every mail. Without it nothing can be launched.",
      link: { href: "/settings/members", label: "Write the address" },
    },
    {
      done: done.campaign,
      right: "campaigns:edit",
      title: "Write the first mail and sign it",
      text: "Start from a template, see it for a real contact, sign. Then you choose when it leaves.",
      link: { href: "/campaigns/new", label: "Begin a campaign" },
    },
  ];
  const left = steps.filter((step) => !step.done).length;
  const next = steps.findIndex((step) => !step.done);
  return (
    <div className={classes.page}>
      <div className={classes.text}>
        <p className={classes.date}>{date}</p>
        <h1>{`${spellFirst(left)} ${left === 1 ? "step" : "steps"} to your first campaign`}</h1>
        <p className={classes.lead}>Nothing is sent until you have read it and signed it.</p>
        <ol>
          {steps.map((step, index) => (
            <li key={step.title}>
              <span className={index === next ? classes.now : classes.number} aria-hidden="true">
                {step.done ? <IconCheck size={16} stroke={2} /> : index + 1}
              </span>
              <div>
                <h2>{step.title}</h2>
                <p>{step.done ? "Done." : step.text}</p>
                {!step.done && !hasRight(role, step.right) && (
                  <p>
                    {hasRight("member", step.right)
                      ? "A member of your team does this."
                      : "An administrator of your team does this."}
                  </p>
                )}
                {!step.done && hasRight(role, step.right) && (
                  <StepLink link={step.link} className={index === next ? classes.button : classes.link} />
                )}
              </div>
            </li>
          ))}
        </ol>
      </div>
      <div className={classes.art}>
        <Rosette hash="15201a0a6b4c55a2811924" className={classes.rosette} />
        <p className={classes.artText}>
          Every signature draws its own seal from the words it covers. Change one letter and the seal is void.
        </p>
      </div>
    </div>
  );
}

function StepLink({ link, className }: { link: Step["link"]; className: string | undefined }) {
  if (link.plain) {
    return (
      <a href={link.href} className={className}>
        {link.label}
      </a>
    );
  }
  return (
    <Link href={link.href} className={className}>
      {link.label}
    </Link>
  );
}

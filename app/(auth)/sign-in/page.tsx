import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Mark } from "@/app/ui/seal/mark";
import { Rosette } from "@/app/ui/seal/rosette";
import { findMember } from "@/lib/auth/find-member";
import { readNotice } from "@/lib/auth/notice/told-notice";
import { safeReturnPath } from "@/lib/auth/safe-return-path";
import { describeNotice } from "@/lib/auth/sign-in-notice";
import { env } from "@/lib/env/env";
import classes from "./sign-in.module.css";
import { SignInButton } from "./sign-in-button";

export const metadata: Metadata = { title: "Sign in" };

type Query = { return?: string; notice?: string; error?: string; callbackUrl?: string };

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  // After an error next-auth names the page as a whole address.
  const returnTo = safeReturnPath(query.return ?? query.callbackUrl?.replace(env().APP_URL, ""));
  if (await findMember()) redirect(returnTo);
  const notice = describeNotice(readNotice(query.notice, new Date()) ?? (query.error ? "failed" : undefined));
  return (
    <div className={classes.page}>
      <main className={classes.side}>
        <div className={classes.brand}>
          <Mark />
          <span>Countersign</span>
        </div>
        <div className={classes.middle}>
          {notice && (
            <div className={classes.notice} role="status">
              <strong>{notice.title}</strong>
              <p>{notice.text}</p>
            </div>
          )}
          <h1>Nothing leaves but what you signed.</h1>
          <p className={classes.lead}>Email campaigns from your team’s own mailboxes, exactly as approved, exactly once.</p>
          <SignInButton returnTo={returnTo} />
          <noscript>
            <p className={classes.small}>Signing in needs scripts. Allow them for this address, then load this page again.</p>
          </noscript>
          <p className={classes.small}>Your Microsoft 365 organisation is your team. The first to sign in founds it.</p>
        </div>
      </main>
      <div className={classes.art}>
        <Rosette hash="0a6b4c15201a55a2811924" className={classes.rosette} weight={0.28} />
      </div>
    </div>
  );
}

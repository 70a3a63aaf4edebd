import { IconCheck } from "@tabler/icons-react";
import type { Metadata } from "next";
import { findUnsubscribe } from "@/lib/suppressions/find-unsubscribe";
import classes from "./unsubscribe.module.css";

export const dynamic = "force-dynamic";

// The address itself is the secret: it goes to no search engine and to no other site.
export const metadata: Metadata = { title: "Stop emails", robots: { index: false, follow: false }, referrer: "no-referrer" };

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ failed?: string }> };

/** What an unsubscribe link opens. Reading it changes nothing, because link checkers open every link; its form posts. */
export default async function UnsubscribePage({ params, searchParams }: Props) {
  const { token } = await params;
  // What a test copy carries; only mails to contacts have a link of their own.
  if (token === "preview") return <TestCopyLink />;
  const link = await findUnsubscribe(token);
  if (!link) return <UnknownLink />;
  const failed = (await searchParams).failed !== undefined && !link.done;
  return (
    <div className={classes.page}>
      <main className={classes.card}>
        {link.done ? (
          <>
            <span className={classes.tick} aria-hidden="true">
              <IconCheck size={22} stroke={2} />
            </span>
            <h1 className={classes.done}>You will not hear from {link.teamName} again</h1>
            <p>It holds from now on and for every campaign. You need not do anything else.</p>
          </>
        ) : (
          <>
            <h1>Stop emails from {link.teamName}?</h1>
            <p>
              They go to <strong>{link.maskedEmail}</strong>. After this nobody at {link.teamName} can send you a campaign email,
              for good.
            </p>
            <form method="post" action={`/u/${token}`}>
              <input type="hidden" name="from" value="page" />
              {failed && (
                <p className={classes.problem} role="alert">
                  This could not be kept just now. Try again in a minute.
                </p>
              )}
              <button type="submit">Stop all emails</button>
            </form>
            <p className={classes.small}>Opening this page changed nothing. Only the button does.</p>
          </>
        )}
      </main>
      <footer>{[link.teamName, link.postalAddress].filter(Boolean).join(", ")}</footer>
    </div>
  );
}

/** A link that was cut off, or that we never made. A page of its own status would need a script to show. */
function UnknownLink() {
  return (
    <div className={classes.page}>
      <main className={classes.card}>
        <h1>This link is not known here</h1>
        <p>It may be cut off: open it from the email once more. Nothing was changed by coming here.</p>
        <p className={classes.small}>You can also answer the email and say that you want no more.</p>
      </main>
    </div>
  );
}

function TestCopyLink() {
  return (
    <div className={classes.page}>
      <main className={classes.card}>
        <h1>This was a test copy</h1>
        <p>
          In the mail to a contact this link leads to their own page, where they stop emails. Here there is nobody to stop them
          for.
        </p>
      </main>
    </div>
  );
}

import { IconCheck } from "@tabler/icons-react";
import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { findUnsubscribe, type UnsubscribeLink } from "@/lib/suppressions/find-unsubscribe";
import { chooseLanguage, wordsIn } from "../words/choose-words";
import type { Words } from "../words/words";
import classes from "./unsubscribe.module.css";
import { Why } from "./why";

export const dynamic = "force-dynamic";

/** The address itself is the secret: it goes to no search engine and to no other site. */
export async function generateMetadata(): Promise<Metadata> {
  const { words } = await readerOf();
  return { title: { absolute: words.title }, robots: { index: false, follow: false }, referrer: "no-referrer" };
}

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ failed?: string }> };

/** What an unsubscribe link opens. Reading it changes nothing, because link checkers open every link; its form posts. */
export default async function UnsubscribePage({ params, searchParams }: Props) {
  const { token } = await params;
  const { words, language } = await readerOf();
  // What a test copy carries; only mails to contacts have a link of their own.
  if (token === "preview") return <Notice title={words.testCopy.title}>{words.testCopy.text}</Notice>;
  const link = await findUnsubscribe(token);
  // A page of its own status would need a script to show.
  if (!link)
    return (
      <Notice title={words.unknown.title} small={words.unknown.answer}>
        {words.unknown.text}
      </Notice>
    );
  const failed = (await searchParams).failed !== undefined;
  return (
    <div className={classes.page}>
      <main className={classes.card}>
        {link.done ? <Done link={link} words={words.done} /> : <Stop link={link} words={words.stop} to={token} failed={failed} />}
        <Why link={link} words={words.why} language={language} />
      </main>
      <footer>{[link.teamName, link.postalAddress].filter(Boolean).join(", ")}</footer>
    </div>
  );
}

async function readerOf() {
  const language = chooseLanguage((await headers()).get("accept-language"));
  return { language, words: wordsIn(language) };
}

function Done({ link, words }: { link: UnsubscribeLink; words: Words["done"] }) {
  return (
    <>
      <span className={classes.tick} aria-hidden="true">
        <IconCheck size={22} stroke={2} />
      </span>
      <h1 className={classes.done}>{words.title(link.teamName)}</h1>
      <p>{words.text}</p>
    </>
  );
}

function Stop({ link, words, to, failed }: { link: UnsubscribeLink; words: Words["stop"]; to: string; failed: boolean }) {
  const [before, behind] = words.goTo;
  return (
    <>
      <h1>{words.question(link.teamName)}</h1>
      <p>
        {before}
        <strong>{link.maskedEmail}</strong>
        {behind} {words.after(link.teamName)}
      </p>
      <form method="post" action={`/u/${to}`}>
        <input type="hidden" name="from" value="page" />
        {failed && (
          <p className={classes.problem} role="alert">
            {words.failed}
          </p>
        )}
        <button type="submit">{words.button}</button>
      </form>
      <p className={classes.small}>{words.opening}</p>
    </>
  );
}

/** A link of nobody: one that was cut off, that we never made, or of a test copy. */
function Notice({ title, children, small }: { title: string; children: ReactNode; small?: string }) {
  return (
    <div className={classes.page}>
      <main className={classes.card}>
        <h1>{title}</h1>
        <p>{children}</p>
        {small && <p className={classes.small}>{small}</p>}
      </main>
    </div>
  );
}

"use client";

import { IconFileOff, IconPaperclip, IconPhoto } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { noAnswer } from "@/app/ui/words/away";
import { sayCount } from "@/app/ui/words/count-words";
import type { ReceivedLetter as Letter } from "@/lib/received/received-letter";
import { LetterFrame } from "../letter-frame";
import { useScheme } from "../use-scheme";
import { letterPage } from "./letter-page";
import classes from "./received-letter.module.css";
import { sayBytes } from "./say-bytes";

type Props = {
  messageId: string;
  /** Its first words, which are kept in any case. */
  snippet: string;
  /** Its whole text can be asked for. */
  isThere: boolean;
  /** What is said where there are no words in it. */
  empty?: string;
};

/** So many letters of a message are kept. */
const mostKept = 500;
// What a letter of somebody else's may load: nothing but the fonts of ours and pictures that stand in it.
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";

type Read = Letter | { trouble: string };

/** What somebody wrote: what is kept of it at once, and the whole as soon as its mailbox gives it. No image of theirs is loaded unasked. */
export function ReceivedLetter({ messageId, snippet, isThere, empty = "No words in it." }: Props) {
  const [read, setRead] = useState<Read | null>(null);
  const [quote, setQuote] = useState(false);
  const [images, setImages] = useState(false);
  const scheme = useScheme();
  useEffect(() => {
    if (!isThere) return;
    const asking = new AbortController();
    readLetter(messageId, asking.signal).then((answer) => answer && setRead(answer));
    return () => asking.abort();
  }, [messageId, isThere]);
  if (!read || "trouble" in read) {
    const waits = isThere && !read;
    return (
      <div className={classes.letter}>
        <div className={classes.kept} aria-busy={waits} dir="auto">
          {snippet
            ? `${snippet}${waits && snippet.length >= mostKept ? "…" : ""}`
            : waits
              ? "Reading it from the mailbox…"
              : read
                ? null
                : empty}
        </div>
        {read && (
          <p className={classes.trouble} role="alert">
            {read.trouble}
          </p>
        )}
      </div>
    );
  }
  const title = "What they wrote";
  return (
    <div className={classes.letter}>
      {read.closed ? (
        <p className={classes.closed}>
          <IconFileOff size={16} stroke={1.7} aria-hidden /> {closedWords[read.closed]}
        </p>
      ) : images ? (
        <iframe
          title={title}
          // No origin of ours: what it loads from elsewhere comes into a document that nothing here can reach, nor it us.
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          src={`/api/messages/${messageId}/letter?images=1${quote ? "&quote=1" : ""}&scheme=${scheme}`}
          className={classes.shown}
        />
      ) : read.words === "" && !read.quote ? (
        <p className={classes.empty}>{empty}</p>
      ) : (
        <LetterFrame
          title={title}
          page={letterPage({ letter: read, quote: quote || read.words === "", scheme, policy })}
          className={read.hasColours ? classes.paper : classes.frame}
        />
      )}
      {read.isCut && <p className={classes.note}>This is its beginning. All of it is in Outlook.</p>}
      <div className={classes.acts}>
        {read.quote && read.words !== "" && (
          <button type="button" className={classes.act} aria-expanded={quote} onClick={() => setQuote(!quote)}>
            {quote ? "Fold what it quotes" : "Show what it quotes"}
          </button>
        )}
        {read.remoteImages > 0 && (
          <span className={classes.images}>
            <IconPhoto size={16} stroke={1.7} aria-hidden />
            {images
              ? "Its remote images are shown: its writer may see that it was opened."
              : `${sayCount(read.remoteImages, "remote image is off.", "remote images are off.")}`}{" "}
            <button type="button" className={classes.act} onClick={() => setImages(!images)}>
              {images ? "Turn them off" : read.remoteImages === 1 ? "Show it" : "Show them"}
            </button>
          </span>
        )}
      </div>
      {read.attachments.length > 0 && (
        <ul className={classes.attached} aria-label="Attached, in Outlook">
          {read.attachments.map(({ name, bytes }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the list stays as it is.
            <li key={index}>
              <IconPaperclip size={16} stroke={1.7} aria-hidden />
              <span className={classes.name} title={name}>
                {name}
              </span>
              <span className={classes.size}>{sayBytes(bytes)}, in Outlook</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const closedWords = {
  smime: "It is encrypted (S/MIME): only Outlook can read it.",
  winmail: "It came packed as winmail.dat, which only Outlook unpacks.",
};

async function readLetter(messageId: string, signal: AbortSignal): Promise<Read | null> {
  try {
    const response = await fetch(`/api/messages/${messageId}`, { cache: "no-store", signal });
    const answer = (await response.json()) as Letter & { error?: { message: string } };
    return response.ok ? answer : { trouble: answer.error?.message ?? "Its text could not be read." };
  } catch {
    return signal.aborted ? null : { trouble: noAnswer };
  }
}

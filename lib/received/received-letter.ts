/** A letter as it was received, made safe to be shown: nothing in it runs, and nothing is loaded before somebody asks. */
export type ReceivedLetter = {
  /** Sanitised HTML of their own words, and of what they quote below. */
  words: string;
  quote: string | null;
  /** Images that stand elsewhere, which are off until asked for. */
  remoteImages: number;
  /** It is drawn for white paper, whatever the reader's colours. */
  hasColours: boolean;
  attachments: { name: string; bytes: number }[];
  /** Encrypted or packed so that only a mail program reads it. */
  closed: "smime" | "winmail" | null;
  /** It is longer than what is shown. */
  isCut: boolean;
};

/** As its mailbox gave it; `html` and `unique` as nobody has looked at them yet. */
export type RawLetter = Pick<ReceivedLetter, "attachments" | "closed" | "isCut"> & {
  html: string;
  /** What Exchange says is the writer's own. */
  unique: string | null;
};

/** Their words told from what they quote; not safe to be shown yet. */
export type SplitLetter = Pick<ReceivedLetter, "words" | "quote" | "attachments" | "closed" | "isCut">;

/** Everything the unsubscribe page says, in one language. A link belongs to a stranger: polite, short, and no word of ours. */
export type Words = {
  /** Of the window. */
  title: string;
  /** An address stands between the two parts of `goTo`. */
  stop: {
    question: (team: string) => string;
    goTo: [string, string];
    after: (team: string) => string;
    button: string;
    opening: string;
    failed: string;
  };
  done: { title: (team: string) => string; text: string };
  unknown: { title: string; text: string; answer: string };
  /** `wait`: such as 40 s. */
  tooOften: { title: string; text: (wait: string) => string };
  testCopy: { title: string; text: string };
  why: {
    title: string;
    /** `by`: a person's name; `on`: a day in words. */
    source: Record<"file" | "hand", (by: string | null, on: string) => string>;
    /** The latest mail of a campaign and who signed it, or the mail that somebody wrote by hand; `at`: a day and a time in words. */
    latest: Record<"signed" | "written", (by: string | null, at: string) => string>;
    answer: string;
    /** `who`: team and postal address. */
    responsible: (who: string) => string;
  };
};

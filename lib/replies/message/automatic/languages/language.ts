/**
 * What one language has for saying that somebody is away. Phrases stand between commas, as people write them; a table is data, and
 * languages/compile-language.ts makes it into expressions. In a phrase `*` is the rest of a word, `~` up to four words, `@` the name of
 * the sender's firm, and brackets, bars and question marks are those of a regular expression.
 */
export type Language = {
  code: string;
  /** Frequent words that tell this language from others. */
  common: string;
  /** Letters that few other languages have. */
  script?: RegExp;
  /** Whether words are written one after another without spaces. */
  unspaced?: true;
  /** Twelve, from January; forms of one month stand between bars. */
  months: readonly string[];
  /** Seven, from Monday. */
  weekdays: readonly string[];
  /** Which of two numbers is the day. */
  order: "day first" | "month first" | "either";
  /** What may follow the number of a day, and what may stand between it and its month. */
  ordinal?: string;
  of?: string;
  /** Before the last day away, after it, or its ending. */
  until?: string;
  untilAfter?: string;
  untilEnding?: string;
  /** Before a day that is still away, where the next one counts: "after Friday". */
  after?: string;
  afterAfter?: string;
  /** Before the first day of what is told, whether away or back. */
  from?: string;
  fromAfter?: string;
  fromEnding?: string;
  /** Before a day on which nobody is back yet: "not before Friday". */
  before?: string;
  beforeAfter?: string;
  /** Small words between those and the day. */
  on?: string;
  /** Between the two days of a range. */
  to?: string;
  /** Somebody returns. */
  back: string;
  /** Somebody is there, unless it is denied. */
  present?: string;
  away: string;
  /** Somebody will answer, which tells their return where nothing else does. */
  reply?: string;
  not?: string;
  /** Where a new thought begins. */
  and?: string;
  /** The sentence is about somebody else. */
  others?: string;
  /** The whole firm is closed. */
  closed?: string;
  /** A time that is no day. */
  vague?: string;
  /** A weekday that is either this week's or the next one's, the very next one, and this week's. */
  next?: string;
  coming?: string;
  this?: string;
  /** A week after the very next one, before its name or after it: "a week on Monday". */
  skip?: string;
  skipAfter?: string;
  today?: string;
  tomorrow?: string;
  overmorrow?: string;
  /** The first of a month in words. */
  first?: string;
  /** Somebody works there no longer. */
  left: string;
  /** How automatic answers begin their subject, and how they call themselves in their text. */
  subject: string;
  machine: string;
  /** A request was taken in and has a number. */
  ticket?: string;
};

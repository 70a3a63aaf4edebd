import classes from "./held.module.css";

/** So much of a text is enough to see what it is. */
const longest = 320;

/** What somebody wrote, in their words; those that mattered are underlined. */
export function Quoted({ text, words = null }: { text: string; words?: string | null }) {
  const whole = text.trim().replace(/\s+/g, " ");
  const named = words?.trim().replace(/\s+/g, " ") ?? "";
  const at = named === "" ? -1 : whole.toLowerCase().indexOf(named.toLowerCase());
  if (at < 0) return <blockquote className={classes.quote}>“{cut(whole)}”</blockquote>;
  const end = at + named.length;
  return (
    <blockquote className={classes.quote}>
      “{cutBefore(whole.slice(0, at))}
      <mark>{whole.slice(at, end)}</mark>
      {cut(whole.slice(end))}”
    </blockquote>
  );
}

const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text);
const cutBefore = (text: string) => (text.length > longest ? `…${text.slice(-longest).trimStart()}` : text);

import Link from "next/link";
import classes from "./today.module.css";

type Props = {
  tone: "wait" | "reply" | "stop";
  count: number;
  title: string;
  text: string;
  /** `first` is the one button that stands out; `keys` lead there too. */
  action?: { href: string; name: string; keys?: string; first?: boolean };
};

/** One thing that waits for a person, with the button that goes there. */
export function JobRow({ tone, count, title, text, action }: Props) {
  return (
    <div className={classes.job}>
      <span className={`${classes.count} ${classes[tone]}`}>{count}</span>
      <div className={classes.what}>
        <h2>{title}</h2>
        <p title={text}>{text}</p>
      </div>
      {action && (
        <Link href={action.href} className={action.first ? classes.actFirst : classes.act}>
          {action.name} {action.keys && <kbd>{action.keys}</kbd>}
        </Link>
      )}
    </div>
  );
}

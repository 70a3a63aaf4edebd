import { IconCheck, IconCircle, IconX } from "@tabler/icons-react";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { formatClock, formatTime, type Reader } from "@/lib/schedule/words/format-time";
import { type CheckResult, checkNames } from "@/lib/senders/self-test/checks";
import type { LastTest } from "@/lib/sending/health/read-health";
import classes from "./health.module.css";
import { SelfMail } from "./self-mail";
import { TestNow } from "./test-now";

type Props = {
  mailbox: { id: string; email: string };
  /** Whom it belongs to, as one calls them. */
  name: string;
  test: LastTest | null;
  /** When its inbox was last read to the end. */
  readAt: Date | null;
  isBroken: boolean;
  /** When what is wrong began: a test of before says nothing of it. */
  brokenSince: Date | null;
  /** Whether its passing ends what is wrong: what was limited only mail shows to be over, and reading is tried all the time. */
  endsTrouble: boolean;
  reader: Reader;
  manages: boolean;
};

/** What the last test of a mailbox found, check by check, and when the next one is. */
export function SelfTest({ mailbox, name, test, readAt, isBroken, brokenSince, endsTrouble, reader, manages }: Props) {
  const box = mailbox.email.split("@")[0];
  const isOld = isBroken && test !== null && brokenSince !== null && test.at < brokenSince;
  const results = isOld ? test.results.map(asUntried) : (test?.results ?? []);
  return (
    <section className={classes.test} aria-labelledby="self-test">
      <div className={classes.testHead}>
        <h2 id="self-test">Self-test</h2>
        <span className={classes.quiet}>
          {test && !isOld
            ? sayTest(test, reader)
            : isOld
              ? "Not tested since, within the minute"
              : "Not tested yet, within the minute"}
        </span>
        {manages && <TestNow senderAccountId={mailbox.id} />}
      </div>
      {test && (
        <ol className={classes.checks}>
          {results.map((result) => (
            <Line key={result.check} result={withReading(result, readAt, reader)} />
          ))}
        </ol>
      )}
      <p className={classes.quiet}>
        The test sends nothing. It lays one draft to {box}@ itself into Drafts and takes it out.
        {endsTrouble ? ` Once it passes, ${name}’s mail goes on by itself.` : ""}
      </p>
      {test && (!isBroken || test.selfMail !== null) && (
        <SelfMail senderAccountId={mailbox.id} email={mailbox.email} sent={saySelfMail(test, reader)} manages={manages} />
      )}
    </section>
  );
}

const asUntried = (result: CheckResult): CheckResult => ({ ...result, passed: null, says: "not tried since", ms: null });

/** An inbox that was not tried was read all the same, at some time. */
function withReading(result: CheckResult, readAt: Date | null, reader: Reader): CheckResult {
  if (result.check !== "inbox" || result.passed !== null || !readAt) return result;
  return { ...result, says: `${result.says}, last read ${formatTime(toTemporal(readAt), reader)}` };
}

function Line({ result: { check, passed, says, ms } }: { result: CheckResult }) {
  const standing = passed === null ? "not tried" : passed ? "passed" : "failed";
  const Sign = passed === null ? IconCircle : passed ? IconCheck : IconX;
  return (
    <li data-passed={String(passed)}>
      <Sign size={passed === null ? 13 : 17} stroke={passed === null ? 1.7 : 2} aria-label={standing} role="img" />
      <span className={classes.check}>{checkNames[check]}</span>
      <span className={classes.says}>{says}</span>
      <span className={classes.took}>{ms === null || passed === null ? "" : `${(ms / 1000).toFixed(1)} s`}</span>
    </li>
  );
}

function sayTest({ at, next, results }: LastTest, reader: Reader): string {
  const passed = results.filter((one) => one.passed).length;
  // What does not apply is no failure: without a public address nobody is told at once.
  const isWhole = results.every((one) => one.passed !== false) && passed >= results.length - 1;
  const count = isWhole ? `${passed} of ${passed} pass` : `${passed} of ${results.length} pass`;
  return `${count}, ${formatTime(toTemporal(at), reader)}, next at ${formatClock(toTemporal(next), reader.timeZone)}`;
}

function saySelfMail({ selfMail, selfMailAt }: LastTest, reader: Reader): string | null {
  if (!selfMail) return null;
  return `${selfMail}${selfMailAt ? `, ${formatTime(toTemporal(selfMailAt), reader)}` : ""}`;
}

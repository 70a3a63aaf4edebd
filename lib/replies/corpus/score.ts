import type { Understood } from "../message/understood";
import type { Judged } from "./read-corpus";

type Count = { right: number; of: number; wrong: string[] };
export type Score = {
  /** How many messages of each kind were taken for it, and how many taken for it are of it. */
  kinds: Record<string, { recall: Count; precision: Count }>;
  /** Reports in the right class. */
  blames: Count;
  /** Sound addresses that a report would have suppressed. */
  suppressedHealthy: string[];
  /** Reports whose code and address are right. */
  status: Count;
  recipient: Count;
  /** Return days that can be told, and are told right; with the ambiguous and the absent ones, which must not be told. */
  dates: Count;
  datesWrongByMore: string[];
  datesGuessed: string[];
  /** Wishes to be removed that were found, and those that were invented. */
  removals: Count;
  removalsInvented: string[];
  /** The other wishes, which are only proposed. */
  proposals: Count;
  proposalsInvented: string[];
  humansTakenForMachines: string[];
};

const dayMs = 86_400_000;
const mostDaysWrong = 3;
const machines = new Set(["automatic", "report", "complaint", "other", "ours"]);

/** How well messages are understood. @param of what each was understood as. */
export function score(corpus: Judged[], of: (one: Judged) => Understood): Score {
  const pairs = corpus.map((one) => ({ one, is: of(one) }));
  const count = (some: typeof pairs, right: (pair: (typeof pairs)[number]) => boolean): Count => {
    const wrong = some.filter((pair) => !right(pair)).map(({ one }) => one.id);
    return { right: some.length - wrong.length, of: some.length, wrong };
  };
  const ids = (some: typeof pairs) => some.map(({ one }) => one.id);
  const kindOf = (is: Understood) => (is.kind === "ours" ? "other" : is.kind);
  const wishOf = (is: Understood) => ("wish" in is ? (is.wish?.wants ?? null) : null);
  const backOf = (is: Understood) => (is.kind === "automatic" ? is.away.back : null);
  const reports = pairs.filter(({ one }) => one.expected.kind === "report");
  const automatic = pairs.filter(({ one }) => one.expected.kind === "automatic");
  const dated = automatic.filter(({ one }) => one.expected.back);
  const isReport = (is: Understood, right: (report: Extract<Understood, { kind: "report" }>["report"]) => boolean) =>
    is.kind === "report" && right(is.report);
  return {
    kinds: Object.fromEntries(
      [...new Set(pairs.map(({ one }) => one.expected.kind))].sort().map((kind) => [
        kind,
        {
          recall: count(
            pairs.filter(({ one }) => one.expected.kind === kind),
            ({ is }) => kindOf(is) === kind,
          ),
          precision: count(
            pairs.filter(({ is }) => kindOf(is) === kind),
            ({ one }) => one.expected.kind === kind,
          ),
        },
      ]),
    ),
    blames: count(reports, ({ one, is }) => isReport(is, ({ blames }) => blames === one.expected.blames)),
    suppressedHealthy: ids(
      pairs.filter(({ one, is }) => one.expected.blames !== "address" && isReport(is, ({ blames }) => blames === "address")),
    ),
    status: count(reports, ({ one, is }) => isReport(is, ({ status }) => status === (one.expected.status ?? null))),
    // Behind a forward two addresses failed, and either may be named.
    recipient: count(
      reports.filter(({ one }) => one.expected.blames !== "forwarder"),
      ({ one, is }) => isReport(is, ({ recipient }) => recipient === (one.expected.recipient?.toLowerCase() ?? null)),
    ),
    dates: count(dated, ({ one, is }) => backOf(is) === one.expected.back),
    datesWrongByMore: ids(
      dated.filter(({ one, is }) => {
        const back = backOf(is);
        return back !== null && Math.abs(Date.parse(back) - Date.parse(one.expected.back ?? "")) > mostDaysWrong * dayMs;
      }),
    ),
    datesGuessed: ids(automatic.filter(({ one, is }) => !one.expected.back && backOf(is) !== null)),
    removals: count(
      pairs.filter(({ one }) => one.expected.wish === "remove"),
      ({ is }) => wishOf(is) === "remove",
    ),
    removalsInvented: ids(pairs.filter(({ one, is }) => one.expected.wish !== "remove" && wishOf(is) === "remove")),
    proposals: count(
      pairs.filter(({ one }) => one.expected.wish && one.expected.wish !== "remove"),
      ({ one, is }) => wishOf(is) === one.expected.wish,
    ),
    proposalsInvented: ids(
      pairs.filter(({ one, is }) => {
        const wish = wishOf(is);
        return wish !== null && wish !== "remove" && wish !== one.expected.wish;
      }),
    ),
    humansTakenForMachines: ids(pairs.filter(({ one, is }) => one.expected.kind === "human" && machines.has(is.kind))),
  };
}

/** The score as lines of a table, for the test's output and the proof. */
export function tableOf(found: Score): string[] {
  const share = ({ right, of }: Count) => `${right} of ${of}${of ? ` (${((100 * right) / of).toFixed(1)} %)` : ""}`;
  return [
    ...Object.entries(found.kinds).map(
      ([kind, { recall, precision }]) => `| ${kind}: found, and rightly called so | ${share(recall)}, ${share(precision)} |`,
    ),
    `| reports in the right class | ${share(found.blames)} |`,
    `| sound addresses a report would have suppressed | ${found.suppressedHealthy.length} |`,
    `| reports: code, address | ${share(found.status)}, ${share(found.recipient)} |`,
    `| return days right | ${share(found.dates)} |`,
    `| return days wrong by more than three days | ${found.datesWrongByMore.length} |`,
    `| return days guessed where none can be told | ${found.datesGuessed.length} |`,
    `| wishes to be removed found | ${share(found.removals)} |`,
    `| such wishes invented | ${found.removalsInvented.length} |`,
    `| other wishes proposed rightly, proposed wrongly | ${share(found.proposals)}, ${found.proposalsInvented.length} |`,
    `| human answers taken for machines | ${found.humansTakenForMachines.length} |`,
  ];
}

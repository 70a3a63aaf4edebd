/** What breaks processes of the release before, which go on beside a migrated database until each is replaced. */
const unsafe: [RegExp, string][] = [
  [/\bdrop\s+(?:table|view|type|schema|sequence|function)\b/i, "drops something"],
  [
    /\balter\s+table\b[^;]*\bdrop\s+(?:column\b|(?!column\b|constraint\b|not\b|default\b|expression\b|identity\b)(?:if\s+exists\s+)?["\w])/i,
    "drops a column",
  ],
  [/\balter\s+(?:table|type|view|sequence|function|index)\b[^;]*\brename\s+(?!constraint\b)/i, "renames something"],
  [/\balter\s+(?:column\s+)?["\w]+\s+(?:set\s+data\s+)?type\b/i, "changes a type"],
  [/\balter\s+(?:column\s+)?["\w]+\s+drop\s+default\b/i, "takes a default away"],
  [/\badd\s+column\b(?![^;,]*\b(?:default|generated)\b)[^;,]*\bnot\s+null\b/i, "adds a column that old inserts leave empty"],
];
const notNull = /\balter\s+(?:column\s+)?"?(\w+)"?\s+set\s+not\s+null\b/i;
const marked = /--\s*safe after (v\d+\.\d+\.\d+)/;

/**
 * The statements of a migration that old processes do not survive, with what is wrong with each. One is allowed where `-- safe after v0.3.0` stands in it and names a
 * release: from that one on nothing uses what goes.
 * @param releases tags of what was released.
 */
export function unsafeChanges(migration: string, releases: string[]): string[] {
  return migration.split(/;|-->\s*statement-breakpoint/).flatMap((statement) => {
    const version = marked.exec(statement)?.[1];
    if (version && releases.includes(version)) return [];
    const plain = statement.replace(/--.*$/gm, "").replace(/\s+/g, " ").trim();
    const wrong = unsafe.filter(([pattern]) => pattern.test(plain)).map(([, what]) => what);
    const column = notNull.exec(plain)?.[1];
    // What is filled by itself may be wanted.
    if (column && !new RegExp(`"?${column}"?[^;,]*\\bdefault\\b`, "i").test(migration))
      wrong.push("wants what old inserts leave empty");
    return wrong.map((what) => `${what}: ${plain}`);
  });
}

/** What mail programs put before the subject of an answer, in several languages, with the count some of them keep. */
const answers = "re|r|aw|antw|sv|vs|odp|rif|ynt|回复|答复|回信";
/** And of a mail that is passed on. */
const passedOn = "fwd?|wg|tr|转发";
const prefix = (marks: string) => new RegExp(`^(?:\\s*(?:${marks})(?:\\[\\d+\\])?\\s*[:：])+\\s*`, "i");
const answered = prefix(answers);
const any = prefix(`${answers}|${passedOn}`);

/** A subject in one line, as its thread is named. @param keep what stays before it: that a mail was passed on is part of what an answer to it is about. */
export function bareSubject(subject: string | null, keep: "nothing" | "passed on" = "nothing"): string {
  const line = (subject ?? "").replace(/\s+/g, " ").trim();
  return line.replace(keep === "nothing" ? any : answered, "").trim();
}

import type { TheirLetter } from "@/lib/answers/thread-view";

/** What a letter that is no ordinary answer was understood as; null of an ordinary one. */
export function sayVerdict({ kind, away }: Pick<TheirLetter, "kind" | "away">): string | null {
  if (kind === "meeting") return "Answered an invitation";
  if (kind !== "automatic") return null;
  if (away?.hasLeft) return "Automatic answer: has left the company";
  return away?.back ? `Automatic answer: back ${sayDate(away.back)}` : "Automatic answer: stops nothing";
}

/** How calendars begin the subject of an answer, by what it says; in the languages of most of Europe. */
const answers: [RegExp, string][] = [
  [
    /^(accepted|zugesagt|angenommen|accept[ée]e?|aceptad[oa]|accettat[oa]|geaccepteerd|zaakceptowano|přijato|accepterat?|godtatt|hyväksytty)\s*:/i,
    "Accepted the meeting.",
  ],
  [
    /^(declined|abgesagt|abgelehnt|refus[ée]e?|rechazad[oa]|rifiutat[oa]|afgewezen|odrzucono|odmítnuto|avböjt|afvist|avslått|hylätty)\s*:/i,
    "Declined the meeting.",
  ],
  [/^(tentative|mit vorbehalt|provisoire|provisional|provvisorio|voorlopig)[\p{L}\s]*:/iu, "May come to the meeting."],
];

/** What is said in place of words, where there are none: the answer of a calendar has none. */
export function sayEmpty({ kind, subject }: Pick<TheirLetter, "kind" | "subject">): string {
  if (kind !== "meeting") return "No words in it.";
  return answers.find(([begins]) => begins.test(subject.trim()))?.[1] ?? "Answered the invitation, without words.";
}

function sayDate(day: string): string {
  return new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" })
    .format(new Date(`${day}T00:00:00Z`))
    .replace(",", "");
}

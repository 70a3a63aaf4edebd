import { normalAddress } from "../../../mail/address";
import { header, type ReceivedMessage } from "../received-message";
import type { Blame, Report } from "../understood";
import { judgeReport, type Verdict } from "./judge-report";
import { readRawReport } from "./read-raw-report";
import { readReportWords } from "./read-report-words";
import type { Report as Told } from "./report";

const blames: Record<Verdict, Blame> = { hard: "address", soft: "for now", ours: "ours", delivered: "delivered" };

/**
 * Reads a delivery report out of its raw text, or out of its words where Exchange cannot give that.
 * @returns null when it tells of no address and no code.
 */
export async function readReport(message: ReceivedMessage, raw: string | null): Promise<Report | null> {
  const named = header(message, "x-failed-recipients")?.split(",")[0]?.trim();
  const failed = named ? normalAddress(named) : null;
  const told = raw === null ? readReportWords(message.text, failed) : await readRawReport(raw, failed);
  return told && reportOf(told);
}

function reportOf(told: Told): Report {
  const { status, recipient, originalMessageId, says, action } = told;
  const blame = action === "delayed" ? "delayed" : blames[judgeReport(told)];
  return {
    blames: blame,
    reach: blame === "ours" ? "mailbox" : null,
    status,
    recipient,
    writtenTo: null,
    originalMessageId,
    says,
  };
}

import { writeRefused } from "@/lib/suppressions/files/out/write-refused";
import { answerRefused } from "../../../../taking-files/answer-refused";

export const dynamic = "force-dynamic";

/** All lines of a file that are no entry. */
export const GET = answerRefused("contacts/suppressed/file/:id/refused", "Refused lines.csv", writeRefused);

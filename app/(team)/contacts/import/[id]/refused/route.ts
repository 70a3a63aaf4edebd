import { writeRefused } from "@/lib/uploads/write-refused";
import { answerRefused } from "../../../taking-files/answer-refused";

export const dynamic = "force-dynamic";

/** All rows of an import that became nobody, to be corrected and imported again. */
export const GET = answerRefused("contacts/import/:id/refused", "Refused rows.csv", writeRefused);

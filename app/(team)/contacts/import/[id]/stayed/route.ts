import { writeStayed } from "@/lib/uploads/taking/write-stayed";
import { answerRefused } from "../../../taking-files/answer-refused";

export const dynamic = "force-dynamic";

/** Everybody whom an import made and who stays though it is taken back, with why. */
export const GET = answerRefused("contacts/import/:id/stayed", "Who stayed.csv", writeStayed);

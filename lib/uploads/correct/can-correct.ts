import { outReason } from "../../columns/map-row";

/** As the import says it of a row whose address, or whose person, an earlier line gave. */
const twin = /^The same (address|person) as line \d+$/;

/** Whether a row refused for this reason can become somebody once its cells are corrected: who asked not to be mailed stays out, and a line that says somebody twice has nothing to correct. */
export const canCorrect = (reason: string): boolean => reason !== outReason && !twin.test(reason);

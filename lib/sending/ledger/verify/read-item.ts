import type { Difference, ShownMail } from "../../../mail/compare/shown-mail";
import type { Mailbox } from "../../../microsoft/graph/clients";
import { findById } from "../../../microsoft/graph/find-message";
import { noSettings } from "../../../microsoft/graph/read-settings";
import { type ReadMail, readShownMail } from "../../../microsoft/graph/read-shown-mail";
import { itemFault } from "../../../microsoft/graph/reading/reading-faults";
import { compareCopy } from "../../read-back/compare-copy";

/** An item of the mailbox, and in what it differs from how its draft was made. */
export type ReadItem = ReadMail & { differences: Difference[] };

/**
 * Reads an item as it lies in the mailbox; null when there is none under this id. One whose content Exchange can never show again is not
 * the one that was made: nobody can tell what it says, and asked again for ever its mail would wait without a reason.
 * @throws what Graph answers else.
 */
export async function readItem(mailbox: Mailbox, graphId: string, made: ShownMail): Promise<ReadItem | null> {
  try {
    const read = await readShownMail(mailbox, graphId);
    return read && { ...read, differences: compareCopy(made, read.shown) };
  } catch (error) {
    const fault = itemFault(error);
    if (!fault?.forEver) throw error;
    const found = await findById(mailbox, graphId);
    const after = `What lies there now cannot be shown: ${fault.code}`;
    return found && { ...found, shown: made, settings: noSettings, differences: [{ field: "words", before: "", after }] };
  }
}

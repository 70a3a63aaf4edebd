import type { NastyFile } from "../nasty-file";
import { addresses } from "./addresses";
import { badAddresses } from "./bad-addresses";
import { cutOff } from "./cut-off";
import { dividers } from "./dividers";
import { encodings } from "./encodings";
import { addressBooks } from "./exports/address-books";
import { crms } from "./exports/crms";
import { newsletters } from "./exports/newsletters";
import { outlooks } from "./exports/outlooks";
import { shopsAndForms } from "./exports/shops-and-forms";
import { tablesElsewhere } from "./exports/tables-elsewhere";
import { footers } from "./footers";
import { headers } from "./headers";
import { languageHeaders } from "./languages";
import { lineEnds } from "./line-ends";
import { odd } from "./odd";
import { oldEncodings } from "./old-encodings";
import { openQuotes } from "./open-quotes";
import { preambles } from "./preambles";
import { quotes } from "./quotes";
import { widths } from "./widths";

/** Files as people have them, made by somebody who had not seen the reader. */
export const freshFiles: NastyFile[] = [
  ...encodings,
  ...oldEncodings,
  ...dividers,
  ...quotes,
  ...openQuotes,
  ...lineEnds,
  ...headers,
  ...languageHeaders,
  ...preambles,
  ...footers,
  ...widths,
  ...addressBooks,
  ...outlooks,
  ...newsletters,
  ...crms,
  ...shopsAndForms,
  ...tablesElsewhere,
  ...addresses,
  ...badAddresses,
  ...cutOff,
  ...odd,
];

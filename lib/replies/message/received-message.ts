/** What is known of a message before it is understood. */
export type ReceivedMessage = {
  from: string | null;
  subject: string;
  /** What is not quoted, as plain text, as far as Exchange says so. */
  text: string;
  /** The whole text with its quotes. */
  body: string;
  /** Whether `text` is what Exchange took for new; else it is the whole. */
  isUnique: boolean;
  receivedAt: Date | null;
  /** MAPI message class (`String 0x001A`), such as IPM.Note or REPORT.IPM.Note.NDR. */
  messageClass: string | null;
  odataType: string | null;
  headers: { name: string; value: string }[];
};

/** First header of that name, case-insensitively. */
export function header(message: Pick<ReceivedMessage, "headers">, name: string): string | undefined {
  return message.headers.find((one) => one.name.toLowerCase() === name)?.value;
}

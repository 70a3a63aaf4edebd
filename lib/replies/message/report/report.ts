/** A delivery report. */
export type Report = {
  /** RFC 3464 Action: failed, delayed, delivered, relayed, expanded. */
  action: string;
  /** RFC 3463 status such as 5.1.10, or null. */
  status: string | null;
  recipient: string | null;
  /** Message-ID of the mail it is about. */
  originalMessageId: string | null;
  /** What the other server said, or the words of a report without a part for machines. */
  says: string;
};

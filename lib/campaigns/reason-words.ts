/** The closed list of reasons a contact waits for, in the words people read. */
export const reasonWords = {
  being_written: { name: "Being written", about: "Drafts are written one after another" },
  model_silent: { name: "Model does not answer", about: "It is asked again every minute" },
  needs_signature: { name: "Needs a signature", about: "Nothing leaves unsigned" },
  in_line: { name: "In line for a slot", about: "Each leaves when its turn comes" },
  daily_limit: { name: "Daily limit reached", about: "All of today’s are given out" },
  window_closed: { name: "Window closed", about: "Outside the hours and days of this campaign" },
  delay: { name: "Delay runs", about: "Counted from the mail before" },
  paused: { name: "Paused", about: "Until somebody resumes it" },
  mailbox_signed_out: { name: "Mailbox signed out", about: "Reconnect it and they go on" },
  field_missing: { name: "Field missing", about: "Fill it in the draft, then it can be signed" },
  in_doubt: { name: "In doubt", about: "Exchange gave no answer. We look in the mailbox first" },
} as const;

export type WaitReason = keyof typeof reasonWords;

/** The words of a reason; an unknown one, of a newer version, is shown as it is. */
export function nameReason(reason: string | null): string {
  return reason && reason in reasonWords ? reasonWords[reason as WaitReason].name : (reason ?? "Being written");
}

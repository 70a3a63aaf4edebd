/**
 * Every expected error: the sentence a person reads. Codes are a closed type.
 * A sentence says what happened, what it means and what to do; a thrower may say it more exactly.
 */
export const catalog = {
  not_found: "This does not exist, or belongs to another team.",
  signed_out: "You are signed out. Sign in again; nothing was changed.",
  forbidden: "Your role does not allow this. An administrator of your team can change that.",
  invalid: "Some of this cannot be read. Correct the marked fields; nothing was saved.",
  conflict: "Somebody changed this meanwhile. Look at it again before you go on; nothing was changed.",
  blocked: "This is not possible yet.",
  unavailable: "A service that this needs does not answer. Nothing was lost; try again in a minute.",
  too_large: "This is too large. Nothing was kept.",
  unexpected: "Something went wrong on our side. Nothing was sent because of it.",
} as const;

export type ErrorCode = keyof typeof catalog;

/** An expected error. `message` is shown to the person; `fields` puts sentences at form fields. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: Record<string, string> | undefined;

  constructor(code: ErrorCode, message: string = catalog[code], fields?: Record<string, string>) {
    super(message);
    this.name = "AppError";
    this.code = code;
    this.fields = fields;
  }
}

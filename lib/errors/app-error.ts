/**
 * Every expected error: the status a request is answered with, the sentence a person reads, and what whoever runs Countersign does
 * about it (docs/errors.md). Codes are a closed type.
 * A sentence says what happened, what it means and what to do; a thrower may say it more exactly.
 */
export const catalog = {
  signed_out: {
    status: 401,
    sentence: "You are signed out. Sign in again; nothing was changed.",
    operator: "Nothing. Where everybody is signed out at once, `SESSION_SECRET` is another than before.",
  },
  forbidden: {
    status: 403,
    sentence: "Your role does not allow this. An administrator of your team can change that.",
    operator: "Nothing: roles are the team's own affair. Where every upload meets it, `APP_URL` is not the address people use.",
  },
  not_found: {
    status: 404,
    sentence: "This does not exist, or belongs to another team.",
    operator: "Nothing.",
  },
  invalid: {
    status: 400,
    sentence: "Some of this cannot be read. Correct the marked fields; nothing was saved.",
    operator: "Nothing: whoever typed it corrects it.",
  },
  conflict: {
    status: 409,
    sentence: "Somebody changed this meanwhile. Look at it again before you go on; nothing was changed.",
    operator: "Nothing: two people did the same at once, and the second one looks again.",
  },
  blocked: {
    status: 409,
    sentence: "This is not possible yet.",
    operator: "Nothing: the sentence names what is missing, and the team puts it right.",
  },
  no_length: {
    status: 411,
    sentence: "Say how long this is. Nothing was kept.",
    operator: "See that what stands in front of Countersign passes `Content-Length` on.",
  },
  too_large: {
    status: 413,
    sentence: "This is too large. Nothing was kept.",
    operator: "Nothing: the limits are the product's own.",
  },
  limited: {
    status: 429,
    sentence: "This came too often in a short time. Wait a little and try again; nothing was changed.",
    operator:
      "Nothing, as a rule. Where people who have just come meet it, everybody seems to come from one address: set `TRUSTED_PROXIES`.",
  },
  unexpected: {
    status: 500,
    sentence: "Something went wrong on our side. Nothing was sent because of it.",
    operator: "Look the reference up in the log: its line holds the error. Report it if it comes back.",
  },
  unavailable: {
    status: 503,
    sentence: "A service that this needs does not answer. Nothing was lost; try again in a minute.",
    operator: "See that Postgres answers; the log names the error.",
  },
} as const satisfies Record<string, { status: number; sentence: string; operator: string }>;

export type ErrorCode = keyof typeof catalog;

/** What somebody else wrote into a field meanwhile: who (null: not known), when, and by which mark a long text is known. */
export type Theirs = { value: unknown; mark?: string; by: string | null; you: boolean; at: string };

/**
 * An expected error. `message` is shown to the person; `fields` puts sentences at form fields; `theirs` says, of a conflict, what stands
 * in each field now.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: Record<string, string> | undefined;
  readonly theirs: Record<string, Theirs> | undefined;
  /** After how many seconds it is worth trying again, where that is known. */
  readonly waitSeconds: number | undefined;

  constructor(
    code: ErrorCode,
    message: string = catalog[code].sentence,
    fields?: Record<string, string>,
    more: { theirs?: Record<string, Theirs>; waitSeconds?: number } = {},
  ) {
    super(message);
    this.name = "AppError";
    this.code = code;
    this.fields = fields;
    this.theirs = more.theirs;
    this.waitSeconds = more.waitSeconds;
  }
}

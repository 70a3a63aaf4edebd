/** Thrown in place of an answer that never came whole: whether the act was done can be asked for by its id. */
export class LostAnswer extends Error {
  constructor(
    readonly actId: string,
    cause: unknown,
  ) {
    super("The answer was lost.", { cause });
  }
}

/** Thrown where the server knows no such act, as its code is newer than the page: it was not done. */
export class UnknownAct extends Error {
  constructor() {
    super("The server knows no such act.");
  }
}

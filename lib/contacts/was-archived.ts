/** What a row of a file says of somebody who was archived when it was read. */
export const wasArchived = { back: "Was archived, is back", stays: "Is archived, stays so" } as const;

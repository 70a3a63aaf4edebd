export type Role = "viewer" | "member" | "administrator";
/** One id of each kind that an action names, all of one team. */
export type World = Record<string, string> & { teamId: string };

/** The least role that may, and an input that is sound; `w` holds one id of each kind. */
export type Lines = Record<string, [Role, (w: World) => Record<string, unknown>]>;

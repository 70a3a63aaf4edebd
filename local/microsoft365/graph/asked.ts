import type { Request } from "../http";
import type { Person } from "../people";

/** One call of Graph: whose token it carries, what that allows, and the id in its path. */
export type Asked = { request: Request; person: Person; scopes: string[]; id: string };

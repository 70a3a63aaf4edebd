import { config } from "../config";
import { type Answer, json, type Request, type Route } from "../http";

/** A call of the admin endpoint, with the key asked for where one is set. */
export function route(method: string, name: string, handle: (request: Request) => Promise<Answer>): Route {
  return {
    method,
    pattern: new RegExp(`^/admin/${name}$`),
    handle: async (request) => {
      if (config.adminKey && request.headers["x-admin-key"] !== config.adminKey)
        return json(403, { error: "The key is not right." });
      return handle(request);
    },
  };
}

export function body(request: Request): Record<string, unknown> {
  return request.body === "" ? {} : (JSON.parse(request.body) as Record<string, unknown>);
}

export const wrong = (error: string, status = 400) => json(status, { error });

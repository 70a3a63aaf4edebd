import pino from "pino";

/**
 * The product's log: one JSON object a line on standard output. Bind request and team at the edge with `log.child`.
 * Tokens, addresses of recipients and texts of mails are never logged; what slips in by these names is blanked.
 */
export const log = pino({
  base: null,
  level: process.env.LOG_LEVEL ?? "info",
  redact: {
    paths: [
      "token",
      "*.token",
      "accessToken",
      "*.accessToken",
      "authorization",
      "*.authorization",
      "body",
      "*.body",
      "subject",
      "*.subject",
      "html",
      "*.html",
      "request",
      "*.request",
      "err.headers",
      "err.body",
      "err.config",
    ],
    censor: "[left out]",
  },
});

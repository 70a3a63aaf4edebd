import { config } from "../config";
import { json, type Route } from "../http";
import { publicKeys } from "./keys";

export const discoveryRoutes: Route[] = [
  {
    method: "GET",
    pattern: /^\/([^/]+)\/v2\.0\/\.well-known\/openid-configuration$/,
    handle: async ({ params }) => {
      const base = `${config.publicUrl}/${params[0]}`;
      return json(200, {
        issuer: `${base}/v2.0`,
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        token_endpoint: `${base}/oauth2/v2.0/token`,
        end_session_endpoint: `${base}/oauth2/v2.0/logout`,
        jwks_uri: `${base}/discovery/v2.0/keys`,
        response_types_supported: ["code"],
        response_modes_supported: ["query"],
        subject_types_supported: ["pairwise"],
        id_token_signing_alg_values_supported: ["RS256"],
        token_endpoint_auth_methods_supported: ["client_secret_post", "client_secret_basic"],
        scopes_supported: ["openid", "profile", "email", "offline_access"],
        code_challenge_methods_supported: ["S256"],
        claims_supported: ["sub", "iss", "aud", "exp", "iat", "nonce", "name", "preferred_username", "email", "tid", "oid"],
      });
    },
  },
  { method: "GET", pattern: /^\/[^/]+\/discovery\/v2\.0\/keys$/, handle: async () => json(200, publicKeys()) },
];

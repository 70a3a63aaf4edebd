/** A path of this app to go to after signing in; anything that could lead elsewhere becomes "/". */
export function safeReturnPath(path: string | null | undefined): string {
  if (!path?.startsWith("/") || path.startsWith("//") || /[\\\s\p{Cc}]/u.test(path)) return "/";
  return path.startsWith("/sign-in") || path.startsWith("/api/") ? "/" : path;
}

import type { ThreadView } from "@/lib/answers/thread-view";

/** How one says who it is: "Simona", or the address where no name is known. */
export function firstNameOf({ firstName, name }: ThreadView["contact"]): string {
  return firstName || (name.includes("@") ? name : name.split(/\s+/)[0]) || name;
}

/** "anna@" of anna@contoso.com. */
export function shortBox({ email }: Pick<ThreadView["mailbox"], "email">): string {
  return `${email.split("@")[0]}@`;
}

/** What an address of the product leads to, in the words of the page; "page" where it says nothing more exact. */
export function nameThing(path: string): string {
  const [first = "", second = ""] = path.split("/").filter(Boolean);
  if (first === "contacts" && second === "lists") return "list";
  if (first === "contacts" && second === "import") return "import";
  if (first === "settings" && second === "mailboxes") return "mailbox";
  return { campaigns: "campaign", contacts: "contact", templates: "template", review: "draft" }[first] ?? "page";
}

import Link from "next/link";
import { oneText } from "@/app/ui/address/one-text";
import { Badge } from "@/app/ui/badge/badge";
import { idOrNotFound, orNotFound } from "@/app/ui/trouble/or-not-found";
import { Moment } from "@/app/ui/words/moment";
import { Pages } from "@/app/ui/words/pages";
import { titleOf } from "@/app/ui/words/title-of";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { type CampaignHead as Head, shareCampaign } from "@/lib/campaigns/read/read-campaign";
import { type CampaignContactRow, readCampaignContacts } from "@/lib/campaigns/read/read-campaign-contacts";
import { nameInCampaign, type Standing } from "@/lib/campaigns/words/name-standing";
import { readWaitReason } from "@/lib/campaigns/words/order-waits";
import { waitWords } from "@/lib/campaigns/words/wait-words";
import { CampaignHead } from "../campaign-head";
import classes from "./contacts.module.css";
import { StopContact } from "./stop-contact";

export const generateMetadata = titleOf("campaign", "Contacts · Campaigns");

type Search = { reason?: string; status?: string; q?: string; page?: string };

export default async function CampaignContactsPage(props: { params: Promise<{ id: string }>; searchParams: Promise<Search> }) {
  const member = await requireMember();
  const id = idOrNotFound((await props.params).id);
  const asked = await props.searchParams;
  const search = {
    reason: readWaitReason(oneText(asked.reason)) ?? undefined,
    status: oneText(asked.status),
    q: oneText(asked.q),
    page: oneText(asked.page),
  };
  const view = await orNotFound(shareCampaign(member, id, new Date()));
  const filter = { reason: search.reason, status: search.status, search: search.q };
  const list = await readCampaignContacts(member, id, filter, Number(search.page) || 1);
  const mayStop = hasRight(member.role, "campaigns:stop");
  const { counts } = view;
  const kinds = [
    { name: "All", count: counts.total, query: {} },
    { name: "Wait", count: counts.waiting, query: { status: "waiting" } },
    { name: "Got every mail", count: counts.gotEveryMail, query: { status: "done" } },
    { name: "Replied", count: counts.replied, query: { status: "replied" } },
    { name: "Stopped", count: counts.stopped, query: { status: "stopped" } },
  ];
  return (
    <>
      <CampaignHead
        head={view.head}
        tab="contacts"
        mayStop={mayStop}
        mayEdit={hasRight(member.role, "campaigns:edit")}
        timezone={member.timezone}
        waiting={counts.waiting}
      />
      <div className={classes.page}>
        <div className={classes.tools}>
          <nav aria-label="Which contacts" className={classes.kinds}>
            {kinds.map((kind) => (
              <Link
                key={kind.name}
                href={{ pathname: `/campaigns/${id}/contacts`, query: kind.query }}
                aria-current={!search.reason && search.status === kind.query.status ? "page" : undefined}
              >
                {kind.name} {kind.count.toLocaleString("en")}
              </Link>
            ))}
            {search.reason && (
              <Link href={`/campaigns/${id}/contacts`} aria-current="page">
                {waitWords[search.reason].name} {list.total.toLocaleString("en")}
              </Link>
            )}
          </nav>
          <search>
            <form>
              {search.status && <input type="hidden" name="status" value={search.status} />}
              {search.reason && <input type="hidden" name="reason" value={search.reason} />}
              <input
                type="search"
                name="q"
                aria-label="Search these contacts"
                placeholder="Search"
                defaultValue={search.q ?? ""}
                className={classes.search}
              />
            </form>
          </search>
        </div>
        {list.rows.length === 0 ? (
          <p className={classes.none}>{search.q ? `Nobody here matches “${search.q}”.` : "Nobody here."}</p>
        ) : (
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Company</th>
                <th scope="col" className={classes.right}>
                  Sent
                </th>
                <th scope="col">Now</th>
                <th scope="col" className={classes.right}>
                  From
                </th>
                <th scope="col">
                  <span className={classes.srOnly}>Acts</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {list.rows.map((row) => (
                <tr key={row.id}>
                  <td className={classes.who}>
                    <Link href={`/contacts/${row.contactId}`} prefetch={false}>
                      {row.name}
                    </Link>
                    <span className={classes.email}>{row.email}</span>
                  </td>
                  <td>{row.company}</td>
                  <td className={classes.right}>
                    {row.sent} of {view.steps.length}
                  </td>
                  <td>
                    <Badge tone={stands(row, view.head).tone}>{stands(row, view.head).words}</Badge>
                  </td>
                  <td className={classes.right}>{row.nextAt && <Moment at={row.nextAt} timeZone={member.timezone} />}</td>
                  <td className={classes.acts}>
                    {row.draftId && isSettledThere(row) && (
                      <Link
                        href={`/review/${row.draftId}`}
                        prefetch={false}
                        className={classes.review}
                        aria-label={`Review the mail to ${row.name}`}
                      >
                        Review
                      </Link>
                    )}
                    {row.waitReason && waitWords[row.waitReason].way === "contact" && (
                      <Link
                        href={`/contacts/${row.contactId}`}
                        prefetch={false}
                        className={classes.review}
                        aria-label={`Decide about ${row.name}`}
                      >
                        Decide
                      </Link>
                    )}
                    {mayStop && row.open && <StopContact campaignContactId={row.id} name={row.name} campaign={view.head.name} />}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <Pages
          path={`/campaigns/${id}/contacts`}
          query={{ reason: search.reason, status: search.status, q: search.q }}
          page={list.page}
          pages={list.pages}
          total={list.total}
        />
      </div>
    </>
  );
}

/** A person settles the reason at the draft itself. */
function isSettledThere({ waitReason }: CampaignContactRow): boolean {
  return waitReason !== null && ["review", "draft"].includes(waitWords[waitReason].way ?? "");
}

/** Whom the pause is by stands there too. */
function stands(row: CampaignContactRow, head: Head): Standing {
  const standing = nameInCampaign(row);
  if (row.waitReason !== "paused" || !head.paused) return standing;
  if (head.paused.draftId) return { ...standing, words: "Paused, a sent copy differs" };
  if (head.paused.because) return { ...standing, words: "Paused, its mail is refused" };
  return { ...standing, words: `${head.paused.all ? "Stopped" : "Paused"} by ${head.paused.by ?? "your team"}` };
}

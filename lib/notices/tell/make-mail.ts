import { env } from "../../env/env";
import { escapeHtml } from "../../mail/escape-html";
import type { OwnMail } from "../../microsoft/graph/send-to-one";
import { countAnswers } from "./count-answers";
import type { News } from "./read-news";

/** More than so many are read in Countersign. */
const mostListed = 100;

/** News as a mail to one of the team. */
export function makeMail(to: string, news: News[]): OwnMail {
  const [first] = news;
  const subject = first && news.length === 1 ? `${first.name} answered` : countAnswers(news.length);
  const more = news.length - mostListed;
  const items = news.slice(0, mostListed).map(itemOf);
  const rest = more > 0 ? `<p>and ${more} more</p>` : "";
  return mailOf(
    to,
    subject,
    `<p><b>${countAnswers(news.length)}</b></p>${items.join("")}${rest}<p>${link("/replies", "Open Replies")}</p>`,
  );
}

/** A mail that says no more than that it arrives. */
export function makeTestMail(to: string): OwnMail {
  return mailOf(to, "Countersign can tell you here", "<p>This is what you asked for: new answers will be told here.</p>");
}

function itemOf({ threadId, name, company, line, mailbox, label }: News): string {
  const who = `<b>${escapeHtml(name)}</b>${company ? `, ${escapeHtml(company)}` : ""}`;
  const where = escapeHtml(`to ${mailbox}${label ? `, ${label}` : ""}`);
  return `<p>${who}<br>${line ? `${escapeHtml(line)}<br>` : ""}<span style="color:#666">${where}</span><br>${link(`/replies/${threadId}`, "Open the thread")}</p>`;
}

function mailOf(to: string, subject: string, content: string): OwnMail {
  const why = `<p style="color:#666">You asked to be told. ${link("/settings/notices", "Change or stop it")}</p>`;
  return {
    to,
    subject,
    contentType: "html",
    content: `<div style="font-family:sans-serif;font-size:14px">${content}${why}</div>`,
  };
}

const link = (path: string, words: string) => `<a href="${escapeHtml(env().APP_URL + path)}">${words}</a>`;

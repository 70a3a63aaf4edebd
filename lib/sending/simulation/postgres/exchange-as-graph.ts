import { AsyncLocalStorage } from "node:async_hooks";
import { requestAsShown } from "../../../mail/compare/request-as-shown";
import type { MailRequest } from "../../../mail/mail-request";
import type { MadeDraft } from "../../../microsoft/graph/create-draft";
import type { Found, FoundById } from "../../../microsoft/graph/find-message";
import type { GraphAnswer } from "../../../microsoft/graph/graph-answer";
import { verdictOf } from "../../../microsoft/graph/graph-codes";
import { noSettings } from "../../../microsoft/graph/read-settings";
import type { ReadMail } from "../../../microsoft/graph/read-shown-mail";
import { graphError } from "../../../microsoft/graph/testing/graph-error";
import { Died, type Exchange } from "../runs/exchange";

/** The mailbox of the campaign that runs at the moment, and how its mails are named. */
export const current: { exchange: Exchange | null; nameOf: (sendKey: string) => Promise<string> } = {
  exchange: null,
  nameOf: async () => "",
};
const requests = new WeakMap<object, MailRequest>();

/** A process of the product: once it died in a call, whatever production catches, it does nothing more. */
const process = new AsyncLocalStorage<{ isDead: boolean }>();

/** @throws Died where it died. */
export function asProcess<T>(fn: () => Promise<T>): Promise<T> {
  return process.run({ isDead: false }, async () => {
    const result = await fn();
    stopIfDead();
    return result;
  });
}

/** @throws Died in a process that died. */
export function stopIfDead(): void {
  if (process.getStore()?.isDead) throw new Died("it died before");
}

async function call<T>(fn: (exchange: Exchange) => Promise<T>): Promise<T> {
  const own = process.getStore();
  try {
    if (!current.exchange) throw new Error("No campaign runs.");
    return await fn(current.exchange);
  } catch (error) {
    if (error instanceof Died && own) own.isDead = true;
    throw error;
  }
}

const foundOf = (item: Exchange["items"][number]): Found => ({
  ...{ graphId: item.id, internetMessageId: `<${item.id}@x>`, conversationId: item.id, isDraft: item.isDraft },
});

/** These stand where lib/microsoft calls Graph; the lease stands on the clock of the simulation. */
export const graph = {
  // What production makes of the end of a call, a process that died there did not do: nor does it give its lease back.
  leaseMailbox: <T>(_scope: unknown, _id: string, _lease: unknown, fn: () => Promise<T>) =>
    call((exchange) => exchange.lease(() => fn().finally(stopIfDead))),
  looks: () => call((exchange) => exchange.looks()),
  stand: (ms: number) => call((exchange) => exchange.stand(ms)),
  async createDraft(_mailbox: unknown, request: MailRequest, sendKey: string): Promise<MadeDraft> {
    const key = await current.nameOf(sendKey);
    // Mails by hand, whose text nobody changes, do not name theirs.
    const version = /v\d+/.exec(request.html)?.[0] ?? "v1";
    // What it says is known also where nobody heard that it was made: it is found again by its key.
    const made = await call((exchange) => exchange.create(key, version)).finally(() => {
      for (const item of current.exchange?.items ?? []) if (item.key === key && !requests.has(item)) requests.set(item, request);
    });
    if (typeof made !== "string") throw graphError(made);
    return { graphId: made, internetMessageId: `<${made}@x>`, conversationId: made, shown: null };
  },
  async readShownMail(_mailbox: unknown, graphId: string): Promise<ReadMail | null> {
    const item = await call((exchange) => exchange.read(graphId));
    const request = item && requests.get(item);
    return request ? { shown: requestAsShown(request), settings: noSettings, isDraft: item.isDraft, submitted: false } : null;
  },
  async sendMessage(mailbox: { token: () => Promise<string> }, graphId: string): Promise<GraphAnswer> {
    const isInTime = () =>
      mailbox.token().then(
        () => true,
        () => false,
      );
    const answer = await call((exchange) => exchange.send(graphId, isInTime));
    const { status, code } = answer;
    return { ...answer, verdict: status === 202 ? "done" : status === -1 ? "later" : verdictOf(status, code, "") };
  },
  async findById(_mailbox: unknown, graphId: string): Promise<FoundById | null> {
    const item = current.exchange?.items.find(({ id }) => id === graphId);
    return item ? { ...foundOf(item), submitted: false, etag: null } : null;
  },
  async findByKey(_mailbox: unknown, sendKey: string): Promise<Found[]> {
    const key = await current.nameOf(sendKey);
    return (current.exchange?.items ?? []).filter((item) => item.key === key).map(foundOf);
  },
  async findDraftsByKey(mailbox: unknown, sendKey: string): Promise<Found[]> {
    return (await graph.findByKey(mailbox, sendKey)).filter(({ isDraft }) => isDraft);
  },
  async findByMessageId(_mailbox: unknown, messageId: string): Promise<Found[]> {
    return (current.exchange?.items ?? []).filter(({ id }) => `<${id}@x>` === messageId).map(foundOf);
  },
  async deleteDraft(_mailbox: unknown, graphId: string): Promise<boolean> {
    const item = current.exchange?.items.find(({ id }) => id === graphId);
    if (item && !item.isDraft) return false;
    current.exchange?.discard(graphId);
    return true;
  },
};

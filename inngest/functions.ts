import { checkDomains, checkOneDomain } from "./functions/check-domains";
import { feed } from "./functions/feed-campaign";
import { lookOver } from "./functions/look-over-singles";
import { pollMailboxes, pollOne } from "./functions/poll-mailboxes";
import { processUpload } from "./functions/process-upload";
import { proposeLabels } from "./functions/propose-label";
import { reconcileMailboxes } from "./functions/reconcile-mailboxes";
import { renewAddresses } from "./functions/renew-addresses";
import { renewSubscriptions, watchOne } from "./functions/renew-subscriptions";
import { runContactSequence } from "./functions/run-contact-sequence";
import { sendSingleMail } from "./functions/send-single-mail";
import { signAll } from "./functions/sign-all";
import { sweep } from "./functions/sweep";
import { takeSuppressionFile } from "./functions/take-suppression-file";
import { testMailboxes, testOne } from "./functions/test-mailboxes";
import { tidy } from "./functions/tidy";
import { writeFirstDrafts } from "./functions/write-first-drafts";

/** Every function Inngest may call. */
export const functions = [
  runContactSequence,
  sendSingleMail,
  lookOver,
  writeFirstDrafts,
  signAll,
  feed,
  sweep,
  pollMailboxes,
  pollOne,
  renewAddresses,
  renewSubscriptions,
  watchOne,
  testMailboxes,
  testOne,
  checkDomains,
  checkOneDomain,
  reconcileMailboxes,
  processUpload,
  takeSuppressionFile,
  proposeLabels,
  tidy,
];

import { checkDomains, checkOneDomain } from "./functions/check-domains";
import { countUpload } from "./functions/count-upload";
import { endStagedUpload } from "./functions/end-staged-upload";
import { feed } from "./functions/feed-campaign";
import { importUpload } from "./functions/import-upload";
import { keepLetters } from "./functions/keep-letters";
import { lookOver } from "./functions/look-over-singles";
import { pollMailboxes, pollOne } from "./functions/minute/poll-mailboxes";
import { sweep } from "./functions/minute/sweep";
import { tellTeam } from "./functions/notices/tell-notices";
import { proposeLabels } from "./functions/propose-label";
import { reconcileMailboxes } from "./functions/reconcile-mailboxes";
import { renewAddresses } from "./functions/renew-addresses";
import { renewSubscriptions, watchOne } from "./functions/renew-subscriptions";
import { runContactSequence } from "./functions/run-contact-sequence";
import { sendSingleMail } from "./functions/send-single-mail";
import { signAll } from "./functions/sign-all";
import { takeBackUpload } from "./functions/take-back-upload";
import { takeSuppressionFile } from "./functions/take-suppression-file";
import { testOne } from "./functions/test-mailbox";
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
  testOne,
  checkDomains,
  checkOneDomain,
  reconcileMailboxes,
  countUpload,
  importUpload,
  endStagedUpload,
  takeBackUpload,
  takeSuppressionFile,
  proposeLabels,
  keepLetters,
  tellTeam,
  tidy,
];

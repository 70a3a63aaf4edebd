/**
 * The closed lists of states and reasons, each written here and nowhere else: the type of its column, its check constraint, what
 * SQL compares with and what people read derive from it. A new word needs a migration (`npx drizzle-kit generate`).
 */

export const campaignStatuses = ["draft", "active", "paused", "completed"] as const;
export type CampaignStatus = (typeof campaignStatuses)[number];
/** Launched and not finished. */
export const underWay: readonly CampaignStatus[] = ["active", "paused"];

/** 'each': every mail is signed by hand. 'launch': launching signs the templates. */
export const reviewModes = ["each", "launch"] as const;
export type ReviewMode = (typeof reviewModes)[number];

/** Who writes a text: filled from its template, or by a model. */
export const writers = ["template", "model"] as const;
export type Writer = (typeof writers)[number];

/** Where a contact stands in a campaign. */
export const contactStatuses = ["pending", "in_progress", "completed", "replied", "bounced", "unsubscribed"] as const;
export type ContactStatus = (typeof contactStatuses)[number];
/** More mail may follow. */
export const openStatuses: readonly ContactStatus[] = ["pending", "in_progress"];

/** Why a campaign ended for a contact, and the status that this gives it. */
export const endings = {
  "got every mail": "completed",
  replied: "replied",
  bounced: "bounced",
  unsubscribed: "unsubscribed",
  rejected: "completed",
  "stopped by hand": "completed",
  "could not be sent": "completed",
  "campaign ended": "completed",
  suppressed: "completed",
  /** Somebody else of the same company answered, and the campaign stops for all of it then. */
  "company answered": "completed",
  complained: "unsubscribed",
  /** In words of their own, not by the link. */
  "asked not to be mailed": "unsubscribed",
  "left the company": "completed",
  /** Nobody mailed them, and the file that made them was taken back. */
  "taken back with its import": "completed",
} as const satisfies Record<string, ContactStatus>;
export type EndReason = keyof typeof endings;
export const endReasons = Object.keys(endings) as [EndReason, ...EndReason[]];

/** Why the next mail of a contact has not left. Where several hold, the first in this order is the one that is kept. */
export const waitReasons = [
  "paused",
  "mailbox_signed_out",
  "mailbox_no_licence",
  "mailbox_full",
  "mailbox_unreadable",
  "mailbox_limited",
  "mailbox_guarded",
  "domain_unproven",
  "sender_corrected",
  "changed_in_outlook",
  "left_otherwise",
  "elsewhere",
  "field_missing",
  "in_doubt",
  "thread_closed",
  "bounced_often",
  "out_of_office",
  "asked_later",
  "model_silent",
  "being_written",
  "delay",
  "needs_signature",
  "window_closed",
  "daily_limit",
  "mailbox_day_used",
  "team_budget_used",
  "in_line",
] as const;
export type WaitReason = (typeof waitReasons)[number];

/** The contract's states of a draft: approved is signed, scheduled has a slot or is in flight. */
export const draftStatuses = ["draft", "approved", "sent", "failed", "scheduled"] as const;
export type DraftStatus = (typeof draftStatuses)[number];
export const draftTypes = ["first_outreach", "second_followup", "final_followup"] as const;
export type DraftType = (typeof draftTypes)[number];

/** When a mail without a campaign is to leave: at once, at a time somebody chose, or at the next good time where its reader is. */
export const leaveKinds = ["now", "at", "good"] as const;
export type LeaveKind = (typeof leaveKinds)[number];
/** In whose town the time that was chosen is meant. */
export const leaveZones = ["sender", "reader"] as const;
export type LeaveZone = (typeof leaveZones)[number];
/** Why nothing more comes of a mail without a campaign. */
export const singleEnds = ["sent", "cancelled", "rejected", "discarded", "suppressed", "could not be sent"] as const;
export type SingleEnd = (typeof singleEnds)[number];

export const slotStatuses = ["pending", "sent", "cancelled"] as const;

/** Where a mail stands in the ledger; lib/sending/ledger/next-state.ts says what follows what. */
export const deliveryStates = [
  "queued",
  "drafting",
  "drafted",
  "submitting",
  "accepted",
  "confirmed",
  "reconciling",
  "review",
  "failed",
] as const;
export type DeliveryState = (typeof deliveryStates)[number];
/** Exchange has the mail, or may have it: such mail counts against every limit and is never sent anew. */
export const withExchange: readonly DeliveryState[] = ["submitting", "accepted", "confirmed", "reconciling", "review"];
/** Handed over, and not yet known whether it left. */
export const unsettled: readonly DeliveryState[] = ["submitting", "reconciling", "review"];
/** The mailbox is looked at again until it is known. */
export const lookedFor: readonly DeliveryState[] = ["submitting", "reconciling"];
/** The call has ended, and nobody can tell yet what became of it. */
export const doubtful: readonly DeliveryState[] = ["reconciling", "review"];
/** A draft of it lies in the mailbox, or may lie there. */
export const draftedInMailbox: readonly DeliveryState[] = ["drafted", "drafting"];

/**
 * How the copy among the sent items compares with what was signed. 'explained': other only in what Exchange is known to change. 'asked': other
 * in something else than words, links and recipients, in a mailbox that little is known of; a person is asked. 'different': red.
 */
export const readBacks = ["equal", "explained", "asked", "different"] as const;
export type ReadBack = (typeof readBacks)[number];
export const differencePlaces = ["draft", "by hand", "sent"] as const;
export const differenceEnds = ["put back", "signed", "rejected", "accepted"] as const;
export type DifferenceEnd = (typeof differenceEnds)[number];

/** 'asking': shown, and not confirmed yet. */
export const signJobStates = ["asking", "running", "done", "stopped"] as const;
export type SignJobState = (typeof signJobStates)[number];
export const signJobDraftStates = ["waiting", "signed", "refused", "passed over"] as const;

export const mailboxStatuses = ["connected", "signed_out", "removed"] as const;
export type MailboxStatus = (typeof mailboxStatuses)[number];
/**
 * What keeps a connected mailbox from working, as Microsoft answers it. Nothing is sent from it meanwhile; where it only cannot be
 * read, first mails go on and follow-ups wait, because an answer would be missed.
 */
export const mailboxTroubles = ["no_licence", "full", "unreadable", "limited"] as const;
export type MailboxTrouble = (typeof mailboxTroubles)[number];
export const leasePurposes = ["send", "read", "token"] as const;
export type LeasePurpose = (typeof leasePurposes)[number];

export const suppressionReasons = ["unsubscribed", "bounced", "by hand", "asked in a reply", "complained"] as const;
export type SuppressionReason = (typeof suppressionReasons)[number];
/** Said by the person, or by their provider in their name: never taken back as if the team had decided it. */
export const ownWishes: readonly SuppressionReason[] = ["unsubscribed", "asked in a reply", "complained"];
/** 'shown': read, and what it would do is shown; 'taking': being taken over, part by part. */
export const suppressionFileStates = ["reading", "shown", "taking", "taken", "dropped"] as const;
export type SuppressionFileState = (typeof suppressionFileStates)[number];

/** What pauses a mailbox by itself before its reputation suffers. */
export const guardKinds = ["dead addresses", "opt-outs"] as const;
export type GuardKind = (typeof guardKinds)[number];
/** Limits that Microsoft's refusals teach: of the whole organisation to others, and of one mailbox in a day. */
export const learnedLimits = ["outside", "mailbox day"] as const;
export type LearnedLimit = (typeof learnedLimits)[number];
/** 'unknown': the resolver gave no answer, which says nothing of the domain. */
export const proofStates = ["sound", "failing", "unknown"] as const;
export type ProofState = (typeof proofStates)[number];

/**
 * What a message in a mailbox is. 'bounce': a report that blames the address; 'soft_bounce': one that blames anything else. 'unsubscribe': what a
 * mail program writes when somebody presses its own button.
 */
export const messageKinds = ["reply", "meeting", "bounce", "soft_bounce", "automatic", "complaint", "unsubscribe"] as const;
export type MessageKind = (typeof messageKinds)[number];
/** Those that are part of the thread with whoever wrote them; what reports, complaints and buttons say stands elsewhere. */
export const threadKinds = ["reply", "meeting", "automatic"] as const satisfies MessageKind[];
/** Whom a delivery report blames. */
export const reportBlames = ["address", "for now", "ours", "policy", "forwarder", "delayed"] as const;
export type ReportBlame = (typeof reportBlames)[number];
/** What somebody asks for in their own words: the first acts by itself, the others are proposed. */
export const wishes = ["remove", "wrong person", "later", "left"] as const;
export type WishWord = (typeof wishes)[number];

/** Where a thread with somebody stands: 'open': something is to do; 'waiting': for them, since we wrote last. */
export const threadStates = ["open", "waiting", "snoozed", "done"] as const;
export type ThreadState = (typeof threadStates)[number];
/** What an answer comes to, as a person says it; in the order of their keys. */
export const threadLabels = ["interested", "later", "not interested", "wrong person"] as const;
export type ThreadLabel = (typeof threadLabels)[number];
export const labelSources = ["person", "words", "model"] as const;
export type LabelSource = (typeof labelSources)[number];
/** When somebody is told of new answers, by which way, and of which. */
export const noticeTimes = ["never", "at once", "digest"] as const;
export type NoticeTime = (typeof noticeTimes)[number];
export const noticeWays = ["mail", "teams"] as const;
export type NoticeWay = (typeof noticeWays)[number];
export const noticeAbout = ["all", "mine"] as const;
export type NoticeAbout = (typeof noticeAbout)[number];

/** An address of a person besides the one that mail goes to. 'former': it was that one. 'answers from': a message of theirs came from it. */
export const addressKinds = ["primary", "former", "answers from"] as const;
export type AddressKind = (typeof addressKinds)[number];
/**
 * Why a person gets nothing for a while: they are away; three mails in a week came back for now, and somebody looks at it; or they answered that
 * they want to be asked another time, and somebody of the team said that the campaign goes on then.
 */
export const holdKinds = ["out of office", "bounced often", "asked for later"] as const;
export type HoldKind = (typeof holdKinds)[number];
export const holdEnds = ["changed", "released", "replaced"] as const;
/** For whom an answer ends a campaign. */
export const replyReaches = ["person", "company"] as const;
export type ReplyReach = (typeof replyReaches)[number];

/** What is read of a mailbox: two folders by their change lists, and all of it by age. */
export const readFolders = ["inbox", "junkemail", "everywhere"] as const;
export type ReadFolder = (typeof readFolders)[number];

export const uploadStatuses = ["pending", "processing", "completed", "failed"] as const;
export const knownPolicies = ["fill", "overwrite", "leave"] as const;
export type KnownPolicy = (typeof knownPolicies)[number];
/** Where taking an import back stands; null where nobody did, and again once it was brought back. */
export const takingStates = ["taking", "taken", "bringing"] as const;
export const rowStates = ["staged", "created", "updated", "unchanged", "refused"] as const;

/** From the least right to the most. */
export const roles = ["viewer", "member", "administrator"] as const;
export type Role = (typeof roles)[number];
export const memberStatuses = ["active", "asked", "refused", "removed"] as const;
export type MemberStatus = (typeof memberStatuses)[number];
export const joinPolicies = ["off", "ask", "automatic"] as const;
export type JoinPolicy = (typeof joinPolicies)[number];
export const joinRoles = ["viewer", "member"] as const satisfies Role[];
export type JoinRole = (typeof joinRoles)[number];

/** More mails than this to one person are no sequence any more. */
export const mostSteps = 10;

/** What goes with a way back (table `removals`). */
export const removedKinds = ["campaign", "step", "template", "list", "people of a list"] as const;
export type RemovedKind = (typeof removedKinds)[number];

/** What became of an act (table `acts`); "given up": somebody was told that it was not done, and so it never is. */
export const actOutcomes = ["done", "refused", "given up"] as const;

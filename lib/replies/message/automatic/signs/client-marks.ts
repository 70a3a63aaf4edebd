import { header, type ReceivedMessage } from "../../received-message";

const marks = [
  "x-mailer",
  "user-agent",
  "accept-language",
  "content-language",
  "thread-topic",
  "thread-index",
  "x-originating-ip",
  "x-priority",
  "importance",
  "x-ms-has-attach",
  "x-gm-message-state",
  "x-google-smtp-source",
  "x-ymail-osg",
  "x-pm-origin",
  "x-ui-sender-class",
  "x-proofpoint-guid",
  "dkim-signature-client",
];
/** How the places where people write their mail in a browser name it. */
const ofPeople =
  /gmail|google|yahoo|hotmail|outlook|icloud|gmx|web\.de|proton|mail\.ru|yandex|qq\.com|163\.com|naver|zoho|javamail|aol|t-online|free\.fr|orange|libero/i;

/**
 * Whether the program that sent a message left no mark of itself, although the whole head of the message is known. Programs in which people
 * write leave one; only together with what the words say does its absence tell a machine.
 */
export function hasNoClientMarks(message: ReceivedMessage): boolean {
  const id = header(message, "message-id");
  const isKnown = id !== undefined && header(message, "date") !== undefined && header(message, "content-type") !== undefined;
  // Apple's programs write large letters and dashes in the name.
  return (
    isKnown &&
    !ofPeople.test(id) &&
    !/^<?[0-9A-F]{8}-[0-9A-F]{4}/.test(id) &&
    !marks.some((name) => header(message, name) !== undefined)
  );
}

/** What a row says that has no draft in the mailbox. When it last had one stays: its owner may have it still, in another folder. */
export const noDraft = {
  graphId: null,
  internetMessageId: null,
  conversationId: null,
  nextLookAt: null,
  looks: 0,
  madeAs: null,
};

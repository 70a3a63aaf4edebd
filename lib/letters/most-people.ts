/** So many people get a letter at most; more are a batch of drafts. Apart, as the browser asks it without all that is checked of a letter. */
export const mostPeople = 20;

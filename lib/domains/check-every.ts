/** So many minutes after a look-up a domain is looked up again: soon while anything fails or is unknown, so that mending shows. */
export const checkEvery = { sound: 360, otherwise: 15 };

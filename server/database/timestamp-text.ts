/** Times leave the database as RFC 3339 text in UTC, whole numbers as numbers; both engines alike. */
export const timestampText = (text: string): string => `${text.slice(0, 10)}T${text.slice(11).replace(/\+00(:00)?$/, 'Z')}`

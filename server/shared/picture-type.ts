const beginnings = [
  { type: 'image/jpeg', bytes: Buffer.from([0xff, 0xd8, 0xff]) },
  { type: 'image/png', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47]) },
] as const

/** The media type of a JPEG or PNG, by how it begins; undefined for anything else. */
export const pictureType = (file: Buffer) => beginnings.find(({ bytes }) => file.subarray(0, bytes.length).equals(bytes))?.type

// JSON of plain ASCII: every other sign is escaped. V8 reads and keeps such text at half the cost of UTF-8.

export const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

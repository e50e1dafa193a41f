// A flat OpenDocument text, the only office document that is no zip, for `ig-scan doctor`.

const TEXT = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>Wristband</text:p></office:text></office:body></office:document>
`;

export const officeSample = (): { readonly bytes: Uint8Array; readonly name: string; readonly word: string } => ({
  bytes: Buffer.from(TEXT),
  name: 'sample.fodt',
  word: 'Wristband',
});

// A flat OpenDocument sheet, the only spreadsheet that is plain text, for `ig-scan doctor`.

const SHEET = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="List"><table:table-row><table:table-cell office:value-type="string"><text:p>Wristband</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document>
`;

export const spreadsheetSample = (): { readonly bytes: Uint8Array; readonly name: string; readonly word: string } => ({
  bytes: Buffer.from(SHEET),
  name: 'sample.fods',
  word: 'Wristband',
});
